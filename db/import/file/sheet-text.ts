/**
 * A sheet as delimited text, a line for each of its rows, so that a record's line is the row of the sheet: blank rows are blank
 * lines. Formulas give what was computed last; dates are written YYYY-MM-DD.
 */
import { basename } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import { AppError } from '../../../shared/lib/app-error.ts';
import { damaged } from './contents.ts';
import { type DateKind, numberAsText, serialAsText } from './number-formats.ts';
import { rowText } from './row-text.ts';
import type { TextTable } from './text-table.ts';
import { type Attributes, entriesByName, parseXml, readDateStyles, readSharedTexts, readWorkbook } from './workbook.ts';
import { MOST_COLUMNS, MOST_ROWS, withinSheet } from './workbook-limits.ts';

/** The text of one sheet, the first that is shown where none is named. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words. */
export async function* sheetAsText(
  path: string,
  part: string | undefined,
  onBytes: (bytesRead: number) => void,
): AsyncGenerator<Buffer> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false });
    const entries = await entriesByName(zip);
    const { sheets, from1904 } = await readWorkbook(zip, entries);
    const sheet =
      part === undefined
        ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
        : sheets.find(({ name }) => name === part);
    const entry = sheet && entries.get(sheet.file);
    if (!entry) throw missingSheet(path, part);
    const rows = new SheetRows(await readSharedTexts(zip, entries), await readDateStyles(zip, entries), from1904);
    yield* textOf(zip, entry, rows, onBytes);
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error);
  } finally {
    zip?.close();
  }
}

async function* textOf(
  zip: ZipFile,
  entry: Entry,
  rows: SheetRows,
  onBytes: (bytesRead: number) => void,
): AsyncGenerator<Buffer> {
  let inflated = 0;
  for await (const length of parseXml(zip, entry, rows)) {
    inflated += length;
    onBytes(Math.round((entry.compressedSize * inflated) / Math.max(1, entry.uncompressedSize)));
    const text = rows.take();
    if (text !== '') yield Buffer.from(text, 'utf8');
  }
}

/** Makes lines of the cells that an XML parser finds. */
class SheetRows {
  readonly #texts: TextTable;
  readonly #styles: readonly (DateKind | null)[];
  readonly #from1904: boolean;
  #lines = '';
  #lastRow = 0;
  /** Cells of the longest row so far: a workbook leaves out what is empty at the end of a row, a table does not. */
  #width = 0;
  #cells: string[] = [];
  #column = 0;
  #type = 'n';
  #style: DateKind | null = null;
  #value = '';
  #isValue = false;
  #phonetic = 0;

  constructor(texts: TextTable, styles: readonly (DateKind | null)[], from1904: boolean) {
    this.#texts = texts;
    this.#styles = styles;
    this.#from1904 = from1904;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#beginRow(attributes);
    else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 'v' || name === 't') this.#isValue = this.#phonetic === 0;
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'c') this.#cells[this.#column - 1] = this.#shown();
    else if (name === 'row') this.#endRow();
  }

  /** The lines that are complete. */
  take(): string {
    const lines = this.#lines;
    this.#lines = '';
    return lines;
  }

  #beginRow({ r }: Attributes): void {
    const row = withinSheet(r === undefined ? this.#lastRow + 1 : Number(r), MOST_ROWS);
    if (row <= this.#lastRow) throw new Error(`its row ${row} stands after row ${this.#lastRow}`);
    if (row > this.#lastRow + 1) this.#lines += '\n'.repeat(row - this.#lastRow - 1);
    this.#lastRow = row;
    this.#cells = [];
    this.#column = 0;
  }

  #endRow(): void {
    const cells = this.#cells;
    // A style may reach to the last column of a sheet where nothing stands.
    while (cells.length > 0 && !cells.at(-1)) cells.pop();
    this.#width = Math.max(this.#width, cells.length);
    if (cells.length > 0) cells.length = this.#width;
    this.#lines += rowText(Array.from(cells));
  }

  #beginCell({ r, t = 'n', s }: Attributes): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    this.#column = withinSheet(column, MOST_COLUMNS);
    this.#type = t;
    this.#style = s === undefined ? (this.#styles[0] ?? null) : (this.#styles[Number(s)] ?? null);
    this.#value = '';
  }

  #textAt(place: number): string {
    const text = this.#texts.at(place);
    if (text === undefined) throw new Error('a cell of it names a text that is not there');
    return text;
  }

  #shown(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return value === '' ? '' : this.#textAt(Number(value));
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace('T', ' ').replace(/ 00:00:00(\.0+)?$/, '');
      case 'n':
        if (this.#style !== null && value !== '' && Number.isFinite(Number(value)))
          return serialAsText(Number(value), this.#style, this.#from1904);
        return numberAsText(value);
      default:
        return value; // texts of formulas and of cells, and errors as they are shown
    }
  }
}

/** The number of a column, A being 1, from a reference such as BC12. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column;
}

function missingSheet(path: string, part: string | undefined): AppError {
  return new AppError(
    'FILE_NOT_TABULAR',
    part === undefined
      ? `The workbook '${basename(path)}' holds no sheets with cells.`
      : `The workbook '${basename(path)}' has no sheet '${part}'. Choose another one.`,
  );
}
