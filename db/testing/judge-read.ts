/** Whether what was read of a file is what stands in it, as far as a reader that knows nothing but the plainest can tell. */
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { RecordField } from '../../shared/domain/fields.ts';
import { formatFacts } from '../../shared/import/formats.ts';
import { type ImportProfile, importProfileSchema } from '../../shared/import/profile.ts';
import { unmarked } from '../import/file/row-text.ts';
import { formatOfFile, settleReading } from '../import/file/settle.ts';
import { columnNames } from '../import/rows/columns.ts';
import { readText } from '../import/rows/read-text.ts';
import { amountFields, type Collected, type CollectedRow } from './collect-rows.ts';
import { dayNaively, millionthsNaively, type NaiveRow, readNaively } from './naive-table.ts';

const MOST_INFLATED = 64 * 1024 * 1024;
const textFields = ['line', 'itemCode', 'lotNumber', 'operator', 'shift', 'site', 'orderNumber', 'note'] as const;

/** What was compared, and what of it is not as it stands in the file. */
export interface Judgement {
  cells: number;
  faults: string[];
}

/** Compares what was read by a profile with the bytes of the file. */
export async function judgeRead(
  path: string,
  bytes: Buffer,
  profile: ImportProfile,
  read: Collected,
): Promise<Judgement> {
  const judgement: Judgement = { cells: 0, faults: [] };
  const twice = repeated([
    ...read.rows.map(({ sourceLine }) => sourceLine),
    ...read.rejections.map(({ line }) => line),
  ]);
  if (!isPlain(profile)) return judgement;
  if (twice !== null) judgement.faults.push(`line ${twice} is there twice`);
  const text = await textOf(path, bytes, profile);
  if (text === null) return judgement;
  const { format, delimiter, headerLine } = await settleReading(path, profile);
  const table = readNaively(text, delimiter, format !== 'csv');
  const { isWhole } = table;
  // Names that stand in no row are before the first.
  const first = formatFacts[format].isNamed ? 1 : 0;
  const rows = table.rows.map((row) => unmarked({ ...row, line: row.line - first }));
  const [header, ...below] = rows.filter(({ line }) => line >= headerLine);
  if (!header) return judgement;
  judgeRows(header, below, isWhole, profile, read, judgement);
  return judgement;
}

/** Only of profiles that take each field from a column as it is. */
function isPlain(profile: ImportProfile): boolean {
  const {
    fields,
    delimiter,
    encoding,
    part,
    headerLine,
    decimalMark,
    thousandsMark,
    dateFormat,
    monthNames,
    nulls,
    name,
  } = profile;
  const plain = importProfileSchema.parse({
    ...{
      fields,
      delimiter,
      encoding,
      part,
      headerLine,
      decimalMark,
      thousandsMark,
      dateFormat,
      monthNames,
      nulls,
      name,
    },
  });
  const sources = Object.values(fields);
  return (
    JSON.stringify(plain) === JSON.stringify(importProfileSchema.parse(profile)) &&
    sources.every((source) => 'column' in source && Object.keys(source).length === 1)
  );
}

/** The text of the file, decoded here where that is simple; null where the bytes are no text by a strict decoder. */
async function textOf(path: string, bytes: Buffer, profile: ImportProfile): Promise<string | null> {
  const { encoding } = profile;
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const isArchive = bytes.subarray(0, 2).toString('latin1') === 'PK';
  if (isArchive || (await formatOfFile(path, profile)) !== 'csv') {
    let text = '';
    for await (const piece of readText(path, profile)) text += piece;
    return text;
  }
  const plain = isPacked ? gunzipSync(bytes, { maxOutputLength: MOST_INFLATED }) : bytes;
  return encoding.startsWith('utf')
    ? new TextDecoder(encoding, { fatal: true }).decode(plain)
    : iconv.decode(plain, encoding);
}

function judgeRows(
  header: NaiveRow,
  rows: readonly NaiveRow[],
  isWhole: boolean,
  profile: ImportProfile,
  read: Collected,
  judgement: Judgement,
): void {
  const records = new Map(read.rows.map((row) => [row.sourceLine, row]));
  const rejected = new Map(read.rejections.map(({ line, reason }) => [line, reason]));
  const skipped = new Map(read.notes.map(({ line, note }) => [line, note]));
  const columns = columnNames(header.cells);
  const cellOf = (row: NaiveRow, field: RecordField): string | null => {
    const source = profile.fields[field];
    if (!source || !('column' in source)) return null;
    const cell = (row.cells[columns.indexOf(source.column)] ?? '').trim();
    return cell === '' || profile.nulls.includes(cell) ? null : cell;
  };
  for (const row of rows) {
    const record = records.get(row.line);
    const isRagged =
      row.cells.slice(columns.length).some((cell) => cell.trim() !== '') || row.cells.length < columns.length;
    if (record && isRagged) judgement.faults.push(`line ${row.line} has ${row.cells.length} cells and became a record`);
    else if (record) judgeRecord(row.line, record, (field) => cellOf(row, field), profile, judgement);
    else if (skipped.has(row.line)) judgeSkipped(row, header, skipped.get(row.line), judgement);
    else if (!rejected.has(row.line)) judgement.faults.push(`line ${row.line} is neither a record nor rejected`);
    else if (!isRagged && mustBeRecord((field) => cellOf(row, field), profile)) {
      judgement.faults.push(`line ${row.line} is a record and was rejected: ${rejected.get(row.line)}`);
    }
  }
  if (isWhole && rows.length !== records.size + rejected.size + skipped.size) {
    judgement.faults.push(
      `${rows.length} rows became ${records.size} records and ${rejected.size} rejections, ${skipped.size} were left out`,
    );
  }
}

/** A row may be left out that says the headings again, or where a word tells what it is. */
function judgeSkipped(row: NaiveRow, header: NaiveRow, note: string | undefined, judgement: Judgement): void {
  if (note !== 'repeatedHeading') return;
  const isHeading = header.cells.every((cell, at) => cell.trim() === (row.cells[at] ?? '').trim());
  if (!isHeading) judgement.faults.push(`line ${row.line} is left out as the headings, which it does not say`);
}

function judgeRecord(
  line: number,
  record: CollectedRow,
  cellOf: (field: RecordField) => string | null,
  { decimalMark, dateFormat }: ImportProfile,
  judgement: Judgement,
): void {
  const compare = (field: string, read: unknown, wanted: unknown) => {
    judgement.cells += 1;
    if (read !== wanted) judgement.faults.push(`line ${line}, ${field}: ${read}, where ${wanted} stands`);
  };
  for (const field of amountFields) {
    const cell = cellOf(field);
    const wanted = cell === null ? null : millionthsNaively(cell, decimalMark);
    if (cell === null) compare(field, record[field], null);
    else if (wanted !== null) compare(field, record[field], Number(wanted));
  }
  for (const field of textFields) {
    // An item that has a name alone is called by it.
    if (field !== 'itemCode' || cellOf('itemCode') !== null) compare(field, record[field], cellOf(field));
  }
  const day = dateFormat === 'YYYY-MM-DD' ? dayNaively(cellOf('productionDate') ?? '') : null;
  if (day !== null) compare('productionDate', record.day, day);
}

/** True where nothing can be wrong with a row. */
function mustBeRecord(
  cellOf: (field: RecordField) => string | null,
  { fields, decimalMark, dateFormat }: ImportProfile,
): boolean {
  const measured = amountFields.map(cellOf).filter((cell) => cell !== null);
  return (
    dateFormat === 'YYYY-MM-DD' &&
    dayNaively(cellOf('productionDate') ?? '') !== null &&
    !fields.startedAt &&
    !fields.endedAt &&
    cellOf('line') !== null &&
    (cellOf('goodQuantity') !== null || cellOf('plannedQuantity') !== null) &&
    measured.every((cell) => millionthsNaively(cell, decimalMark) !== null)
  );
}

function repeated(lines: readonly number[]): number | null {
  const seen = new Set<number>();
  for (const line of lines) {
    if (seen.has(line)) return line;
    seen.add(line);
  }
  return null;
}
