/** Ways in which plants' systems write a table as text: each made at random, and the profile that tells how to read it. */
import type { RecordField } from '../../shared/domain/fields.ts';
import { type Encoding, encodings } from '../../shared/import/encodings.ts';
import { type ImportProfile, importProfileSchema } from '../../shared/import/profile.ts';
import type { Random } from '../sample/random.ts';
import type { CollectedRow } from './collect-rows.ts';
import type { PlantTable } from './dialects-table.ts';

export interface Dialect {
  encoding: Encoding;
  withMark: boolean;
  delimiter: string;
  quotes: 'where needed' | 'everywhere';
  lineBreak: '\n' | '\r\n' | '\r' | 'mixed';
  decimalMark: '.' | ',';
  thousandsMark: '' | '.' | ',' | ' ' | "'";
  dateFormat: string;
  /** What stands where nothing is recorded. */
  nothing: string;
  /** Lines above the headings. */
  preamble: readonly string[];
  endsRowsWithDelimiter: boolean;
  hasBlankLines: boolean;
  endsWithBreak: boolean;
}

/** How tables that are no text by themselves write their cells. */
export const plainTexts: Dialect = {
  encoding: 'utf-8',
  withMark: false,
  delimiter: ',',
  quotes: 'where needed',
  lineBreak: '\n',
  decimalMark: '.',
  thousandsMark: '',
  dateFormat: 'YYYY-MM-DD',
  nothing: '',
  preamble: [],
  endsRowsWithDelimiter: false,
  hasBlankLines: false,
  endsWithBreak: true,
};

const dateFormats = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY.MM.DD',
  'YYYYMMDD',
  'D.M.YYYY',
  'D/M/YYYY',
  'M/D/YYYY',
  'D-MMM-YYYY',
  'D MMM YY',
  'MMM D, YYYY',
  'YYYY. M. D.',
];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A dialect; each of its parts is chosen by itself. */
export function randomDialect(random: Random): Dialect {
  const encoding = random.chance(0.4) ? 'utf-8' : random.pick(encodings);
  const decimalMark = random.pick(['.', '.', ','] as const);
  const marks = (['', '', '.', ',', ' ', "'"] as const).filter((mark) => mark !== decimalMark);
  return {
    encoding,
    withMark: encoding.startsWith('utf') && random.chance(0.5),
    delimiter: random.pick([',', ';', '\t', '|']),
    quotes: random.chance(0.3) ? 'everywhere' : 'where needed',
    lineBreak: random.pick(['\n', '\r\n', '\r', 'mixed'] as const),
    decimalMark,
    thousandsMark: random.pick(marks),
    dateFormat: random.pick(dateFormats),
    nothing: random.pick(['', '', '', 'NA', 'NULL', '\\N']),
    preamble: random.chance(0.25) ? ['Output of the plant', '', 'Hall 2'].slice(0, 1 + random.below(3)) : [],
    endsRowsWithDelimiter: random.chance(0.1),
    hasBlankLines: random.chance(0.1),
    endsWithBreak: random.chance(0.8),
  };
}

/** The profile of whoever knows how the table was written. */
export function profileOf({ fields }: PlantTable, dialect: Dialect): ImportProfile {
  const { encoding, delimiter, decimalMark, thousandsMark, dateFormat, preamble } = dialect;
  return importProfileSchema.parse({
    encoding,
    delimiter,
    decimalMark,
    thousandsMark,
    dateFormat,
    headerLine: preamble.length + 1,
    fields: Object.fromEntries(fields.map((field) => [field, { column: headingOf(field) }])),
  });
}

/** The heading of a field as our own exports write it. */
export function headingOf(field: RecordField): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The text of a table, and its rows with the lines on which they begin. */
export function writeTable(
  random: Random,
  { fields, rows }: PlantTable,
  dialect: Dialect,
): { text: string; rows: CollectedRow[] } {
  let text = '';
  let line = 1;
  const add = (content: string) => {
    const lineBreak = dialect.lineBreak === 'mixed' ? random.pick(['\n', '\r\n']) : dialect.lineBreak;
    text += content.replaceAll('\n', lineBreak) + lineBreak;
    line += content.split('\n').length;
  };
  const rowOf = (cells: readonly string[]) =>
    cells.map((cell) => writtenCell(cell, dialect)).join(dialect.delimiter) +
    (dialect.endsRowsWithDelimiter ? dialect.delimiter : '');
  for (const each of dialect.preamble) add(each);
  add(fields.map((field) => writtenCell(headingOf(field), dialect)).join(dialect.delimiter));
  const written = rows.map((row) => {
    if (dialect.hasBlankLines && random.chance(0.2)) add('');
    const at = line;
    add(rowOf(fields.map((field) => cellOf(row, field, dialect))));
    return { ...row, sourceLine: at };
  });
  return { text: dialect.endsWithBreak ? text : text.replace(/[\r\n]+$/, ''), rows: written };
}

function writtenCell(cell: string, { delimiter, quotes }: Dialect): string {
  const mustBeQuoted = cell.includes('"') || cell.includes(delimiter) || cell.includes('\n');
  return mustBeQuoted || quotes === 'everywhere' ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What stands in a cell for a field of a row. */
export function cellOf(row: CollectedRow, field: RecordField, dialect: Dialect): string {
  if (field === 'productionDate') return dateText(row.day, dialect.dateFormat);
  const value = field in row ? row[field as keyof CollectedRow] : null;
  if (value === null || Array.isArray(value)) return dialect.nothing;
  if (typeof value === 'string') return value;
  if (field !== 'startedAt' && field !== 'endedAt') return amountText(value, dialect);
  const day = Math.floor(value / 86_400);
  const clock = new Date(value * 1_000).toISOString().slice(11, 19);
  return `${dateText(day, dialect.dateFormat)} ${clock}`;
}

function dateText(day: number, format: string): string {
  const [year = '', month = '', date = ''] = new Date(day * 86_400_000).toISOString().slice(0, 10).split('-');
  return format.replace(/YYYY|YY|MMM|MM|M|DD|D/g, (token) => {
    const parts: Record<string, string> = {
      YYYY: year,
      YY: year.slice(2),
      MMM: months[Number(month) - 1] ?? '',
      MM: month,
      M: String(Number(month)),
      DD: date,
      D: String(Number(date)),
    };
    return parts[token] ?? '';
  });
}

function amountText(millionths: number, { decimalMark, thousandsMark }: Dialect): string {
  const whole = String(Math.floor(millionths / 1_000_000));
  const fraction = String(millionths % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const grouped = thousandsMark === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousandsMark);
  return fraction === '' ? grouped : `${grouped}${decimalMark}${fraction}`;
}
