/**
 * A sheet as delimited text, a line for each of its rows, so that a record's line is the row of the sheet: blank rows are blank
 * lines. Formulas give what was computed last; dates are written YYYY-MM-DD.
 */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import { AppError } from '../../../shared/lib/app-error.ts';
import { damaged, openEntry } from './contents.ts';
import { type DateKind, numberAsText, serialAsText } from './number-formats.ts';
import { RowsWithMerges } from './rows-with-merges.ts';
import { columnOf, type MergesByRow, mergesIn } from './sheet-merges.ts';
import type { TextTable } from './text-table.ts';
import { entriesByName, readDateStyles, readSharedTexts, readWorkbook } from './workbook.ts';
import { MOST_COLUMNS, MOST_ROWS, withinSheet } from './workbook-limits.ts';
import { type Attributes, parseXml } from './xml.ts';

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
    const texts = await readSharedTexts(zip, entries);
    const styles = await readDateStyles(zip, entries);
    const merges = await mergesOf(path, zip, entry);
    const rows = new SheetRows({ texts, styles, from1904, merges });
    yield* textOf(zip, entry, rows, onBytes);
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error);
  } finally {
    zip?.close();
  }
}

/** A look at a file and its import open it several times. */
const known = new LRUCache<string, MergesByRow>({ max: 8 });
const MOST_REMEMBERED = 10_000;

async function mergesOf(path: string, zip: ZipFile, entry: Entry): Promise<MergesByRow> {
  const { size, mtimeMs } = statSync(path);
  const key = JSON.stringify([path, size, mtimeMs, entry.fileName]);
  const found = known.get(key);
  if (found) return found;
  const merges = await mergesIn(await openEntry(zip, entry));
  if (merges.size <= MOST_REMEMBERED) known.set(key, merges);
  return merges;
}

async function* textOf(
  zip: ZipFile,
  entry: Entry,
  rows: SheetRows,
  onBytes: (bytesRead: number) => void,
): AsyncGenerator<Buffer> {
  let inflated = 0;
  for await (const length of parseXml(await openEntry(zip, entry), rows)) {
    inflated += length;
    onBytes(Math.round((entry.compressedSize * inflated) / Math.max(1, entry.uncompressedSize)));
    const text = rows.take();
    if (text !== '') yield Buffer.from(text, 'utf8');
  }
}

/** What the cells of a sheet are read by. */
interface SheetFacts {
  texts: TextTable;
  styles: readonly (DateKind | null)[];
  from1904: boolean;
  merges: MergesByRow;
}

/** Makes lines of the cells that an XML parser finds. */
class SheetRows {
  readonly #facts: SheetFacts;
  readonly #rows = new RowsWithMerges({ areBlanksLeftOut: true });
  #lastRow = 0;
  #column = 0;
  #type = 'n';
  #style: DateKind | null = null;
  #value = '';
  #isValue = false;
  #phonetic = 0;

  constructor(facts: SheetFacts) {
    this.#facts = facts;
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
    else if (name === 'c') this.#rows.set(this.#column, this.#shown());
    else if (name === 'row') this.#rows.endRow();
  }

  /** The lines that are complete. */
  take(): string {
    return this.#rows.take();
  }

  #beginRow({ r }: Attributes): void {
    const row = withinSheet(r === undefined ? this.#lastRow + 1 : Number(r), MOST_ROWS);
    if (row <= this.#lastRow) throw new Error(`its row ${row} stands after row ${this.#lastRow}`);
    this.#lastRow = row;
    this.#column = 0;
    this.#rows.beginRow(row);
    for (const { column, down } of this.#facts.merges.get(row) ?? []) this.#rows.reach(column, down);
  }

  #beginCell({ r, t = 'n', s }: Attributes): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    this.#column = withinSheet(column, MOST_COLUMNS);
    this.#type = t;
    this.#style = s === undefined ? (this.#facts.styles[0] ?? null) : (this.#facts.styles[Number(s)] ?? null);
    this.#value = '';
  }

  #textAt(place: number): string {
    const text = this.#facts.texts.at(place);
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
          return serialAsText(Number(value), this.#style, this.#facts.from1904);
        return numberAsText(value);
      default:
        return value; // texts of formulas and of cells, and errors as they are shown
    }
  }
}

function missingSheet(path: string, part: string | undefined): AppError {
  return new AppError(
    'FILE_NOT_TABULAR',
    part === undefined
      ? `The workbook '${basename(path)}' holds no sheets with cells.`
      : `The workbook '${basename(path)}' has no sheet '${part}'. Choose another one.`,
  );
}
