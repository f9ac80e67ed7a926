/** What no program writes into a workbook: beyond it a file is damaged, or made to fill the memory of whoever reads it. */

/** Rows and columns of a sheet, as ECMA-376 programs have them. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Characters of XML between two tags; a cell holds 32,767. */
const LONGEST_BETWEEN_TAGS = 16 * 1024 * 1024;
const DEEPEST = 200;
/** What the texts that cells share may take together, at two bytes a letter and some for each text. */
const MOST_TEXT_BYTES = 768 * 1024 * 1024;
const BYTES_A_TEXT = 40;

/** Refuses XML that goes deeper, or on for longer without a tag, than any workbook's. */
export class XmlLimits {
  #depth = 0;
  #sinceTag = 0;

  open(): void {
    this.#sinceTag = 0;
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Error('its tags stand within each other without end');
  }

  close(): void {
    this.#sinceTag = 0;
    this.#depth -= 1;
  }

  /** Hears of so many more characters, before what they hold is told. */
  chunk(length: number): void {
    this.#sinceTag += length;
    if (this.#sinceTag > LONGEST_BETWEEN_TAGS) throw new Error('something in it is longer than a cell can be');
  }
}

/** Refuses more texts than memory holds. */
export class TextLimits {
  #bytes = 0;

  add(text: string): void {
    this.#bytes += 2 * text.length + BYTES_A_TEXT;
    if (this.#bytes > MOST_TEXT_BYTES) throw new Error('its cells share more texts than can be held in memory');
  }
}

/** The number of a row or column that is within a sheet. Throws for any other. */
export function withinSheet(number: number, most: number): number {
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error('a cell of it stands outside of the sheet');
}
