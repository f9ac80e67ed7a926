/**
 * A sheet of a workbook that is written as XML (SpreadsheetML of 2003, often under the name .xls) as delimited text, a line for
 * each of its rows. A sheet and its name stand in one document, so that a sheet is found by reading what is before it.
 */
import { basename } from 'node:path';
import type { FilePart } from '../../../shared/import/recognition.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { type DateKind, dateKindOfFormat, numberAsText, serialAsText } from './number-formats.ts';
import { RowsWithMerges } from './rows-with-merges.ts';
import { MOST_COLUMNS, MOST_ROWS, withinSheet } from './workbook-limits.ts';
import { type Attributes, attributeOf, parseXml, type XmlHandlers } from './xml.ts';

/** The sheets in such a document, those that are shown first. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words. */
export async function xmlSheetParts(path: string, chunks: AsyncIterable<Buffer>): Promise<FilePart[]> {
  const sheets: { name: string; isHidden: boolean }[] = [];
  let isVisibility = false;
  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === 'Worksheet') sheets.push({ name: attributeOf(attributes, 'Name') ?? '', isHidden: false });
      isVisibility = name === 'Visible';
    },
    text(text) {
      const sheet = sheets.at(-1);
      if (isVisibility && sheet && /Hidden/i.test(text)) sheet.isHidden = true;
    },
    close() {
      isVisibility = false;
    },
  };
  try {
    for await (const _ of parseXml(chunks, handlers));
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error);
  }
  if (sheets.length === 0) throw missingSheet(path, undefined);
  const part = ({ name, isHidden }: (typeof sheets)[number]): FilePart => ({
    name,
    kind: isHidden ? 'hiddenSheet' : 'sheet',
  });
  return [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)].map(part);
}

/** The text of one sheet, the first of the document where none is named. Throws as `xmlSheetParts`. */
export async function* xmlSheetAsText(
  path: string,
  table: string | undefined,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const sheet = new XmlSheet(table);
  try {
    for await (const _ of parseXml(chunks, sheet)) {
      const text = sheet.rows.take();
      if (text !== '') yield Buffer.from(text, 'utf8');
      if (sheet.isPast) return;
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error);
  }
  if (!sheet.isFound) throw missingSheet(path, table);
}

/** Formats that are called by a name rather than by what they show. */
const namedFormats: Record<string, DateKind> = {
  'General Date': 'dateTime',
  'Long Date': 'date',
  'Medium Date': 'date',
  'Short Date': 'date',
  'Long Time': 'time',
  'Medium Time': 'time',
  'Short Time': 'time',
};

/** Makes lines of the cells of one sheet. */
class XmlSheet implements XmlHandlers {
  readonly rows = new RowsWithMerges({ areBlanksLeftOut: true });
  isFound = false;
  isPast = false;
  readonly #wanted: string | undefined;
  readonly #styles = new Map<string, DateKind | null>();
  #style = '';
  #isInside = false;
  #row = 0;
  #column = 0;
  #spansAcross = 0;
  #dateKind: DateKind | null = null;
  #type = '';
  #value: string | null = null;
  #shown = '';
  /** What is told beside a cell: a comment holds data too. */
  #beside = 0;

  constructor(wanted: string | undefined) {
    this.#wanted = wanted;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'Style') this.#style = attributeOf(attributes, 'ID') ?? '';
    else if (name === 'NumberFormat') this.#addStyle(attributeOf(attributes, 'Format') ?? '');
    else if (name === 'Worksheet') this.#beginSheet(attributeOf(attributes, 'Name'));
    else if (!this.#isInside) return;
    else if (name === 'Comment' || name === 'PhoneticText') this.#beside += 1;
    else if (this.#beside > 0) return;
    else if (name === 'Row') this.#beginRow(attributes);
    else if (name === 'Cell') this.#beginCell(attributes);
    else if (name === 'Data') {
      this.#type = attributeOf(attributes, 'Type') ?? 'String';
      this.#value = '';
    }
  }

  text(text: string): void {
    if (this.#value !== null && this.#beside === 0) this.#value += text;
  }

  close(name: string): void {
    if (!this.#isInside) return;
    if (name === 'Comment' || name === 'PhoneticText') this.#beside -= 1;
    else if (this.#beside > 0) return;
    else if (name === 'Data') this.#endData();
    else if (name === 'Cell') this.#endCell();
    else if (name === 'Row') this.rows.endRow();
    else if (name === 'Worksheet') {
      this.#isInside = false;
      this.isPast = true;
    }
  }

  #beginSheet(name: string | undefined): void {
    const isWanted = this.#wanted === undefined || name === this.#wanted;
    this.#isInside = isWanted && !this.isFound;
    this.isFound ||= isWanted;
  }

  #addStyle(format: string): void {
    this.#styles.set(this.#style, namedFormats[format] ?? dateKindOfFormat(format));
  }

  #beginRow(attributes: Attributes): void {
    const index = attributeOf(attributes, 'Index');
    const row = withinSheet(index === undefined ? this.#row + 1 : Number(index), MOST_ROWS);
    if (row <= this.#row) throw new Error(`its row ${row} stands after row ${this.#row}`);
    // A row that spans others stands for these as well; they are blank.
    const spanned = withinSheet(row + Number(attributeOf(attributes, 'Span') ?? 0), MOST_ROWS);
    this.rows.beginRow(row);
    this.#row = spanned;
    this.#column = 0;
    this.#spansAcross = 0;
  }

  #beginCell(attributes: Attributes): void {
    const index = attributeOf(attributes, 'Index');
    this.#column = withinSheet(
      index === undefined ? this.#column + this.#spansAcross + 1 : Number(index),
      MOST_COLUMNS,
    );
    this.#spansAcross = spanOf(attributes, 'MergeAcross');
    this.#dateKind = this.#styles.get(attributeOf(attributes, 'StyleID') ?? '') ?? null;
    this.#shown = '';
    this.rows.reach(this.#column, spanOf(attributes, 'MergeDown'));
  }

  #endData(): void {
    const value = this.#value ?? '';
    this.#value = null;
    if (this.#type === 'DateTime') this.#shown = momentAsText(value, this.#dateKind);
    else if (this.#type === 'Boolean') this.#shown = value === '1' ? 'TRUE' : 'FALSE';
    else if (this.#type !== 'Number') this.#shown = value;
    else if (this.#dateKind !== null && value !== '' && Number.isFinite(Number(value)))
      this.#shown = serialAsText(Number(value), this.#dateKind, false);
    else this.#shown = numberAsText(value);
  }

  #endCell(): void {
    if (this.#shown !== '') this.rows.set(this.#column, this.#shown);
  }
}

function spanOf(attributes: Attributes, name: string): number {
  const span = Number(attributeOf(attributes, name) ?? 0);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_ROWS) : 0;
}

/** The day before the first of all: times of day without a date are written on it. */
const NO_DAY = /^1899-12-3[01]T/;

/** '2024-01-05T06:30:00.000' as the sheet shows it: the date alone where there is no time, the time alone where there is no date. */
function momentAsText(value: string, kind: DateKind | null): string {
  const clock = value.slice(11).replace(/\.0+$/, '');
  if (NO_DAY.test(value) && kind !== 'date' && kind !== 'dateTime') return clock;
  return value
    .replace('T', ' ')
    .replace(/\.0+$/, '')
    .replace(/ 00:00:00$/, '');
}

function missingSheet(path: string, table: string | undefined): AppError {
  return new AppError(
    'FILE_NOT_TABULAR',
    table === undefined
      ? `The workbook '${basename(path)}' holds no sheets with cells.`
      : `The workbook '${basename(path)}' has no sheet '${table}'. Choose another one.`,
  );
}

function damaged(path: string, error: unknown): AppError {
  const detail = error instanceof Error ? error.message : String(error);
  return new AppError(
    'FILE_UNREADABLE',
    `'${basename(path)}' is a workbook written as XML, and damaged or cut short (${detail}). Export it again, or open it and save it as .xlsx.`,
    error,
  );
}
