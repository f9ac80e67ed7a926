/** Files of any kind that hold a table: text in any dialect, compressed or not, and workbooks. */
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { ImportProfile } from '../../shared/import/profile.ts';
import type { Random } from '../sample/random.ts';
import type { CollectedRow } from './collect-rows.ts';
import { type PlantTable, randomTable } from './dialects-table.ts';
import { cellOf, type Dialect, headingOf, profileOf, randomDialect, writeTable } from './dialects-text.ts';
import { workbookFiles, zipOf } from './zip-file.ts';

export interface PlantFile {
  /** What it is, for who reads of a failure. */
  title: string;
  bytes: Buffer;
  /** The same file with what is packed in it changed: the text of a compressed one, a random file of a workbook. */
  changedWithin(change: (content: Buffer) => Buffer): Buffer;
  /** How it is to be read. */
  profile: ImportProfile;
  /** The records that it holds, in its order. */
  rows: CollectedRow[];
}

const containers = ['plain', 'plain', 'plain', 'gzip', 'zip', 'workbook'] as const;
export type ContainerName = (typeof containers)[number];

/** A table of so many rows in a random dialect and container. */
export function randomPlantFile(
  random: Random,
  rows: number,
  container: ContainerName = random.pick(containers),
): PlantFile {
  const dialect = randomDialect(random);
  if (container === 'workbook') return workbookFile(random, randomTable(random, 'utf-8', rows));
  const withBreaks = random.chance(0.2) ? { breaks: true } : {};
  return textFile(random, randomTable(random, dialect.encoding, rows, withBreaks), dialect, container);
}

function textFile(
  random: Random,
  table: PlantTable,
  dialect: Dialect,
  container: Exclude<ContainerName, 'workbook'>,
): PlantFile {
  const { text, rows } = writeTable(random, table, dialect);
  const bytes = iconv.encode(text, dialect.encoding, { addBOM: dialect.withMark });
  const { encoding, delimiter, lineBreak, dateFormat, decimalMark, thousandsMark } = dialect;
  return {
    title: JSON.stringify([container, encoding, delimiter, lineBreak, dateFormat, decimalMark, thousandsMark]),
    bytes: packed(bytes, container),
    changedWithin: (change) => packed(change(bytes), container),
    profile: profileOf(table, dialect),
    rows,
  };
}

function packed(text: Buffer, container: Exclude<ContainerName, 'workbook'>): Buffer {
  if (container === 'plain') return text;
  return container === 'gzip' ? gzipSync(text) : zipOf({ 'table.csv': text });
}

const inWorkbook: Dialect = {
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
const DATE_STYLE = 1;
const STAMP_STYLE = 2;
const SHEET = 'xl/worksheets/sheet1.xml';
/** The number of 1970-01-01 among the days of a workbook. */
const FIRST_DAY = 25_569;

/** The workbook of a table: texts shared or in place, dates as serials, numbers as they are. */
function workbookFile(random: Random, table: PlantTable): PlantFile {
  const shared: string[] = [];
  const reference = (column: number, row: number) => `${String.fromCharCode(65 + column)}${row}`;
  const textCell = (at: string, text: string) => {
    if (text.length % 2 === 0) return `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    shared.push(`<si><t>${escaped(text)}</t></si>`);
    return `<c r="${at}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const cell = (row: CollectedRow, field: PlantTable['fields'][number], at: string) => {
    if (field === 'productionDate') return `<c r="${at}" s="${DATE_STYLE}"><v>${row.day + FIRST_DAY}</v></c>`;
    const value = field in row ? row[field as keyof CollectedRow] : null;
    if ((field === 'startedAt' || field === 'endedAt') && typeof value === 'number') {
      return `<c r="${at}" s="${STAMP_STYLE}"><v>${value / 86_400 + FIRST_DAY}</v></c>`;
    }
    if (typeof value === 'number') return `<c r="${at}"><v>${cellOf(row, field, inWorkbook)}</v></c>`;
    return value === null ? '' : textCell(at, String(value));
  };
  const header = table.fields.map((field, column) => textCell(reference(column, 1), headingOf(field))).join('');
  const rows = table.rows.map((row, at) => ({ ...row, sourceLine: at + 2 }));
  const lines = rows.map(
    (row) =>
      `<row r="${row.sourceLine}">${table.fields.map((field, column) => cell(row, field, reference(column, row.sourceLine))).join('')}</row>`,
  );
  const files = workbookFiles([{ name: 'Sheet1', rows: `<row r="1">${header}</row>${lines.join('')}` }], {
    texts: shared,
    styles: ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss'],
  });
  return {
    title: 'workbook',
    bytes: zipOf(files),
    changedWithin(change) {
      const name = random.chance(0.5) ? SHEET : random.pick(Object.keys(files));
      return zipOf({ ...files, [name]: change(Buffer.from(files[name] ?? '')) });
    },
    profile: profileOf(table, inWorkbook),
    rows,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
