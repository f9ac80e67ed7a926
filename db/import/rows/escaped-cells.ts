/**
 * Delimited text in which a backslash marks what is no delimiter, quote or line break, as databases export it; the same kind of
 * answer as papaparse gives, which knows a backslash within quotes only.
 */
import type { TextDialect } from '../../../shared/import/formats.ts';

/** Rows of a text, and how far it was read. */
export interface ParsedChunk {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
  /** How many lines each row takes, where its cells do not tell. */
  heights?: number[];
}

const MEANINGS: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/**
 * Splits text (line breaks LF) into rows, `most` of them where that is not 0. The last row is left where it may go on, unless
 * `isEnd`. After a backslash a delimiter, quote, break or backslash stands for itself, n and t are a break and a tab, and anything
 * else is text together with its backslash, so that \N stays what it is.
 */
export function parseEscaped(
  text: string,
  { delimiter, quote }: Pick<TextDialect, 'delimiter' | 'quote'>,
  isEnd: boolean,
  most = 0,
): ParsedChunk {
  const data: string[][] = [];
  const errors: ParsedChunk['errors'] = [];
  const heights: number[] = [];
  let cursor = 0;
  while (cursor < text.length && (most === 0 || data.length < most)) {
    const row = new EscapedRow(text, cursor, delimiter, quote);
    if (row.end < 0 && !isEnd) break;
    if (row.end < 0 && row.isOpen) errors.push({ code: 'MissingQuotes', row: data.length });
    if (row.runsOn) errors.push({ code: 'InvalidQuotes', row: data.length });
    data.push(row.cells);
    heights.push(row.height);
    cursor = row.end < 0 ? text.length : row.end;
  }
  return { data, errors, meta: { cursor }, heights };
}

class EscapedRow {
  readonly cells: string[] = [];
  /** After the break that ends the row; -1 where the text ends before it. */
  end = -1;
  isOpen = false;
  height = 1;
  /** Text follows a closing quote. */
  runsOn = false;
  #cell = '';
  #wasQuoted = false;

  constructor(text: string, from: number, delimiter: string, quote: string) {
    let at = from;
    while (at < text.length) {
      const character = text[at] as string;
      if (character === '\\' && at + 1 < text.length) {
        at += 1;
        const isDelimiter = text.startsWith(delimiter, at);
        const next = isDelimiter ? delimiter : (text[at] as string);
        if (next === '\n') this.height += 1;
        this.#cell += isDelimiter || next === quote || next === '\\' || next === '\n' ? next : meaning(next);
        at += next.length;
      } else if (this.isOpen) {
        if (character === quote && text[at + 1] === quote) {
          this.#cell += quote;
          at += 2;
          continue;
        }
        if (character === quote) this.isOpen = false;
        else this.#cell += character;
        if (character === '\n') this.height += 1;
        at += 1;
      } else if (character === '\n') {
        this.end = at + 1;
        break;
      } else if (text.startsWith(delimiter, at)) {
        this.#endCell();
        at += delimiter.length;
      } else if (character === quote && this.#cell === '' && !this.#wasQuoted) {
        this.isOpen = true;
        this.#wasQuoted = true;
        at += 1;
      } else {
        if (this.#wasQuoted) this.runsOn = true;
        this.#cell += character;
        at += 1;
      }
    }
    this.#endCell();
  }

  #endCell(): void {
    this.cells.push(this.#cell);
    this.#cell = '';
    this.#wasQuoted = false;
  }
}

function meaning(letter: string): string {
  return MEANINGS[letter] ?? `\\${letter}`;
}
