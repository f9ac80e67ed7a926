/** A table of texts as files of every kind that is no delimited text by itself. */
import Sqlite from 'better-sqlite3';
import type { Random } from '../sample/random.ts';
import { parquetOf } from './parquet-file.ts';
import { workbookOf } from './zip-file.ts';

/** Names of columns, and rows of as many texts; '' for nothing. */
export interface TextTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export const tableKinds = ['sheet', 'xml-workbook', 'html', 'json-lines', 'json', 'sqlite', 'parquet'] as const;
export type TableKind = (typeof tableKinds)[number];

/** Where the first row of each kind stands: below its names, or first where these stand in no row. */
export const firstRowOf: Record<TableKind, number> = {
  sheet: 2,
  'xml-workbook': 2,
  html: 2,
  'json-lines': 1,
  json: 1,
  sqlite: 1,
  parquet: 1,
};

const NUMBER = /^(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?$/;

/** Writes a table; what is open of a kind (numbers as numbers, blanks between) is chosen at random. */
export const writeKind: Record<TableKind, (table: TextTable, random: Random) => Buffer> = {
  sheet: ({ columns, rows }) => {
    const cells = (texts: readonly string[], row: number) =>
      texts.map(
        (text, at) =>
          `<c r="${letters(at)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
      );
    const lines = [columns, ...rows].map((texts, at) => `<row r="${at + 1}">${cells(texts, at + 1).join('')}</row>`);
    return workbookOf([{ name: 'Sheet1', rows: lines.join('') }]);
  },
  'xml-workbook': ({ columns, rows }, random) => {
    const areNumbers = random.chance(0.5);
    const cell = (text: string) => {
      const type = areNumbers && NUMBER.test(text) ? 'Number' : 'String';
      return `<Cell><Data ss:Type="${type}">${escaped(text)}</Data></Cell>`;
    };
    const lines = [columns, ...rows].map((texts) => `<Row>${texts.map(cell).join('')}</Row>`);
    const urn = 'urn:schemas-microsoft-com:office:spreadsheet';
    return Buffer.from(
      `<?xml version="1.0"?><Workbook xmlns="${urn}" xmlns:ss="${urn}"><Worksheet ss:Name="Sheet1"><Table>${lines.join('\n')}</Table></Worksheet></Workbook>`,
    );
  },
  html: ({ columns, rows }) => {
    const row = (tag: string) => (texts: readonly string[]) =>
      `<tr>${texts.map((text) => `<${tag}>${escaped(text).replaceAll('\n', '<br>')}</${tag}>`).join(' ')}</tr>`;
    return Buffer.from(
      `<html><body><table>${row('th')(columns)}\n${rows.map(row('td')).join('\n')}</table></body></html>`,
    );
  },
  'json-lines': (table, random) => Buffer.from(jsonObjects(table, random).join(random.pick(['\n', '\r\n']))),
  json: (table, random) => Buffer.from(`[${jsonObjects(table, random).join(random.pick([',', ',\n', '\n , ']))}]`),
  sqlite: ({ columns, rows }, random) => {
    const areNumbers = random.chance(0.5);
    const sqlite = new Sqlite(':memory:');
    const names = columns.map((name) => `"${name.replaceAll('"', '""')}"`);
    sqlite.exec(`CREATE TABLE "the table" (${names.join(', ')})`);
    const insert = sqlite.prepare(`INSERT INTO "the table" VALUES (${columns.map(() => '?').join(', ')})`);
    const value = (text: string) => {
      if (areNumbers && NUMBER.test(text)) return Number(text);
      return text === '' ? random.pick([null, '']) : text;
    };
    for (const texts of rows) insert.run(...texts.map(value));
    const bytes = sqlite.serialize();
    sqlite.close();
    return bytes;
  },
  parquet: ({ columns, rows }) => {
    const days = rows.map((texts) => texts.map(dayOf));
    return parquetOf(
      columns.map((name, at) => {
        const ofColumn = days.map((row) => row[at] ?? null);
        const areDays = ofColumn.every((day) => day !== null);
        return areDays ? { name, days: ofColumn } : { name, texts: rows.map((texts) => texts[at] ?? '') };
      }),
    );
  },
};

function jsonObjects({ columns, rows }: TextTable, random: Random): string[] {
  const areNumbers = random.chance(0.5);
  const value = (text: string) => {
    if (areNumbers && NUMBER.test(text)) return text;
    return text === '' && random.chance(0.5) ? 'null' : JSON.stringify(text);
  };
  const gap = random.pick(['', ' ']);
  return rows.map(
    (texts) => `{${texts.map((text, at) => `${JSON.stringify(columns[at])}:${gap}${value(text)}`).join(`,${gap}`)}}`,
  );
}

/** Days since 1970-01-01 of a date without a time; null for any other text. */
function dayOf(text: string): number | null {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / 86_400_000 : null;
}

function letters(column: number): string {
  const more = Math.floor(column / 26);
  return `${more > 0 ? letters(more - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;');
}
