import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import { viewOfMark } from '../../../shared/domain/view-mark.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { entriesByName, sheetParts } from '../../import/file/workbook.ts';
import { sheetRows as read } from '../../testing/read-elsewhere.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { asText, type ReportContent } from '../report-content.ts';
import { writeWorkbook } from './write-workbook.ts';

const scratch = scratchFolder();
afterAll(() => scratch.remove());

const content: ReportContent = {
  title: 'Scrap by line',
  language: 'en',
  locale: 'en-GB',
  sheets: { rows: 'Data', about: 'About' },
  columns: [
    { heading: 'Day', kind: 'day', decimals: null },
    { heading: 'Line', kind: 'text', decimals: null },
    { heading: 'Good', kind: 'number', decimals: null },
    { heading: 'Scrap rate', kind: 'share', decimals: 1 },
    { heading: 'Started', kind: 'instant', decimals: null },
    { heading: 'Year', kind: 'ordinal', decimals: null },
  ],
  rows: 0,
  writtenAt: '2026-01-02T03:04:05.000Z',
  view: { screen: 'explore', params: `m=good&by=line&f.line=${encodeURIComponent('프레스 1'.repeat(40))}` },
};

async function* inBatches(rows: Cell[][], length: number): AsyncGenerator<Cell[][]> {
  for (let at = 0; at < rows.length; at += length) yield rows.slice(at, at + length);
}

let files = 0;
async function write(rows: Cell[][], sheetRows?: number, batch = 3): Promise<string> {
  const path = join(scratch.path, `${++files}.xlsx`);
  const about = async () => [{ title: 'Filters', lines: [{ name: 'Line', cells: [asText('=Press 1')] }] }];
  const supply = { batches: inBatches(rows, batch), about };
  expect(await writeWorkbook(path, { ...content, rows: rows.length }, supply, sheetRows)).toBe(rows.length);
  return path;
}

async function partOf(path: string, name: string): Promise<string> {
  const zip = await openPromise(path, { autoClose: false });
  const entry = (await entriesByName(zip)).get(name);
  if (!entry) throw new Error(`The workbook has no ${name}.`);
  const pieces: Buffer[] = [];
  for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) pieces.push(piece);
  zip.close();
  return Buffer.concat(pieces).toString('utf8');
}

const headings = content.columns.map(({ heading }) => heading);

test('numbers, days, shares and instants are written as such, and no data as an empty cell', async () => {
  const started = new Date(2024, 1, 29, 6, 30).toISOString();
  const path = await write([
    ['2024-02-29', '프레스 1', 1234.5, 0.0123, started, '2024'],
    ['2024-03-01', 'Press 2', 0, null, null, null],
  ]);
  expect(await read(path, 'Data')).toEqual([
    headings,
    ['2024-02-29', '프레스 1', '1234.5', '0.0123', '2024-02-29 06:30:00', '2024'],
    ['2024-03-01', 'Press 2', '0', '', '', ''],
  ]);
  const xml = await partOf(path, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<c r="A2" s="3"><v>45351</v></c>'); // 45351 is 2024-02-29, as every spreadsheet counts
  expect(xml).toContain('state="frozen"');
  expect(xml).not.toContain('<c r="D3"');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("x")', '1e5', '0012', 'it\'s <&> "quoted"'])(
  'the text %j is a text and nothing that runs',
  async (text) => {
    const path = await write([[null, text, null, null, null, null]]);
    expect((await read(path, 'Data'))[1]?.[1]).toBe(text);
    const xml = await partOf(path, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<c r="B2" s="4" t="inlineStr">');
    expect(xml).not.toContain('<f>');
    expect((await read(path, 'About')).at(-1)).toEqual(['Line', '=Press 1']);
  },
);

test('what XML has no place for is written as a workbook writes it, and the file stays whole', async () => {
  const path = await write([[null, 'a\u0007b\uD800c_x0041_d\r\ne', null, null, null, null]]);
  expect(await partOf(path, 'xl/worksheets/sheet1.xml')).toContain('a_x0007_b_xD800_c_x005F_x0041_d&#13;\ne');
});

test('a text longer than a cell holds says that it was cut', async () => {
  const [, row] = await read(await write([[null, 'x'.repeat(40_000), null, null, null, null]]), 'Data');
  expect(row?.[1]).toHaveLength(32_767);
  expect(row?.[1]?.endsWith(' […]')).toBe(true);
});

test('a column is as wide as names of 80 letters, which differ only at their end', async () => {
  const names = ['1', '2'].map(
    (end) => 'Welding cell for rear cross members and brackets, hall 3, robot '.padEnd(79, '.') + end,
  );
  const sheet = await partOf(await write(names.map((name) => [name])), 'xl/worksheets/sheet1.xml');
  const width = Number(/<col min="1" max="1" width="(\d+)"/.exec(sheet)?.[1]);
  expect(width).toBeGreaterThanOrEqual(80);
});

test('more rows than a sheet has go on in further sheets, each with its headings, and none is lost', async () => {
  const rows = Array.from({ length: 11 }, (_, at): Cell[] => ['2024-01-01', `line ${at}`, at, null, null, null]);
  for (const batch of [1, 3, 4, 20]) {
    const path = await write(rows, 5, batch); // four rows below the headings
    expect((await sheetParts(path)).map(({ name }) => name)).toEqual(['Data', 'Data 2', 'Data 3', 'About']);
    const sheets = await Promise.all(['Data', 'Data 2', 'Data 3'].map((name) => read(path, name)));
    expect(sheets.map((sheet) => sheet[0])).toEqual([headings, headings, headings]);
    expect(sheets.flatMap((sheet) => sheet.slice(1).map((row) => row[2]))).toEqual(rows.map((row) => String(row[2])));
    expect(sheets.map((sheet) => sheet.length)).toEqual([5, 5, 4]);
  }
});

test('a report without rows is a sheet with headings', async () => {
  expect(await read(await write([]), 'Data')).toEqual([headings]);
});

test('a workbook carries the view that made it, in pieces that every program keeps', async () => {
  const xml = await partOf(await write([]), 'docProps/custom.xml');
  const pieces = [...xml.matchAll(/name="ThroughlineView\d+"><vt:lpwstr>([^<]*)</g)].map(([, piece]) => piece ?? '');
  expect(pieces.length).toBeGreaterThan(1);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(256);
  expect(viewOfMark(pieces)).toEqual(content.view);
});

test('a place that is taken is left as it is', async () => {
  const path = await write([]);
  const before = readFileSync(path);
  const supply = { batches: inBatches([], 1), about: async () => [] };
  await expect(writeWorkbook(path, content, supply)).rejects.toThrow('EEXIST');
  expect(readFileSync(path)).toEqual(before);
});
