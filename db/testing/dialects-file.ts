/** Files of any kind that hold a table: text in any dialect, workbooks, pages, JSON, databases, as they are or packed. */
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { isoFromDay } from '../../shared/domain/day.ts';
import { type ImportProfile, importProfileSchema } from '../../shared/import/profile.ts';
import type { Random } from '../sample/random.ts';
import type { CollectedRow } from './collect-rows.ts';
import { type PlantTable, randomTable } from './dialects-table.ts';
import { cellOf, type Dialect, headingOf, plainTexts, profileOf, randomDialect, writeTable } from './dialects-text.ts';
import { emptyDraft } from './draft.ts';
import { firstRowOf, tableKinds, writeKind } from './table-kinds.ts';
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

const textContainers = ['plain', 'gzip', 'zip'] as const;
/** What a table can be within a compressed file or an archive, beside text. */
const packedKinds = ['workbook', ...tableKinds] as const;
type PackedKind = (typeof packedKinds)[number];
export type ContainerName =
  | (typeof textContainers)[number]
  | PackedKind
  | `${PackedKind} in gzip`
  | `${PackedKind} in zip`
  | 'wide';

const TEXTS_OF_A_ROUND = 12;
/** Of every kind one, and text as it is more often, as that can be written in most ways. */
export const containerNames: readonly ContainerName[] = [
  ...Array.from({ length: TEXTS_OF_A_ROUND }, () => 'plain' as const),
  ...(['gzip', 'zip', 'wide'] as const),
  ...packedKinds,
  ...packedKinds.map((kind) => `${kind} in gzip` as const),
  ...packedKinds.map((kind) => `${kind} in zip` as const),
];

/** A table of so many rows in a random dialect and container. */
export function randomPlantFile(
  random: Random,
  rows: number,
  container: ContainerName = random.pick(containerNames),
): PlantFile {
  const [name, packing] = container.split(' in ');
  const kind = packedKinds.find((each) => each === name);
  if (kind !== undefined) return packedFile(kindOfFile(random, rows, kind), packing);
  if (container === 'wide') return wideFile(random, rows);
  const dialect = randomDialect(random);
  const withBreaks = random.chance(0.2) ? { breaks: true } : {};
  const text = textContainers.find((each) => each === container) ?? 'plain';
  return textFile(random, randomTable(random, dialect.encoding, rows, withBreaks), dialect, text);
}

function textFile(
  random: Random,
  table: PlantTable,
  dialect: Dialect,
  container: (typeof textContainers)[number],
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

function packed(text: Buffer, container: (typeof textContainers)[number]): Buffer {
  if (container === 'plain') return text;
  return container === 'gzip' ? gzipSync(text) : zipOf({ 'table.csv': text });
}

/** A file that is packed; in an archive it is the second, and named. */
function packedFile(file: PlantFile, packing: string | undefined): PlantFile {
  if (packing === undefined) return file;
  const name = 'folder/table of rows';
  const pack = (bytes: Buffer) =>
    packing === 'gzip' ? gzipSync(bytes) : zipOf({ 'read me.txt': 'a\nb', [name]: bytes });
  return {
    ...file,
    title: `${file.title} in ${packing}`,
    bytes: pack(file.bytes),
    changedWithin: (change) => pack(file.changedWithin(change)),
    profile: packing === 'zip' ? { ...file.profile, part: name } : file.profile,
  };
}

function kindOfFile(random: Random, rows: number, kind: PackedKind): PlantFile {
  const table = randomTable(random, 'utf-8', rows);
  if (kind === 'workbook') return workbookFile(random, table);
  const texts = table.rows.map((row) => table.fields.map((field) => cellOf(row, field, plainTexts)));
  const bytes = writeKind[kind]({ columns: table.fields.map(headingOf), rows: texts }, random);
  return {
    title: kind,
    bytes,
    changedWithin: (change) => change(bytes),
    profile: profileOf(table, plainTexts),
    rows: table.rows.map((row, at) => ({ ...row, sourceLine: at + firstRowOf[kind] })),
  };
}

const LINES_BESIDE = ['Press 1', 'Press 2', '라인 3'];

/** A day a row, and the lines beside each other. */
function wideFile(random: Random, rows: number): PlantFile {
  const { rows: records } = randomTable(random, 'utf-8', rows);
  const days = records.map((row, at) => ({
    line: at + 2,
    good: LINES_BESIDE.map((_, place) => (place === 0 || random.chance(0.8) ? row.goodQuantity : null)),
    row,
  }));
  const text = (amount: number | null) => (amount === null ? '' : String(amount / 1_000_000));
  const lines = days.map(({ row, good }) => [isoFromDay(row.day), ...good.map(text)].join(','));
  const bytes = Buffer.from(`${[['date', ...LINES_BESIDE].join(','), ...lines].join('\n')}\n`);
  const { rounded: _rounded, itemName: _itemName, ...empty } = emptyDraft;
  return {
    title: 'wide',
    bytes,
    changedWithin: (change) => change(bytes),
    profile: importProfileSchema.parse({
      shape: {
        unpivot: { name: 'line', values: ['good'], groups: LINES_BESIDE.map((label) => ({ label, columns: [label] })) },
      },
      fields: { productionDate: { column: 'date' }, line: { column: 'line' }, goodQuantity: { column: 'good' } },
    }),
    rows: days.flatMap(({ row, good, line }) =>
      good.flatMap((goodQuantity, at) =>
        goodQuantity === null
          ? []
          : [{ ...empty, day: row.day, line: LINES_BESIDE[at] ?? null, goodQuantity, sourceLine: line }],
      ),
    ),
  };
}

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
    if (typeof value === 'number') return `<c r="${at}"><v>${cellOf(row, field, plainTexts)}</v></c>`;
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
    profile: profileOf(table, plainTexts),
    rows,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
