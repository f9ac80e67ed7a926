import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from '../../../db/engine/engine.ts';
import { runReport } from '../../../db/engine/run-report.ts';
import type { Progress } from '../../../db/engine/tasks.ts';
import { sheetAsText } from '../../../db/import/file/sheet-text.ts';
import { importRows } from '../../../db/import/import-rows.ts';
import { sampleSource } from '../../../db/sample/sample-source.ts';
import { pdfPages } from '../../../db/testing/pdf-text.ts';
import { createStore, unwatched } from '../../../db/testing/test-store.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { writeRecords } from './records-report.ts';
import { writeReport } from './write-report.ts';

let engine: Engine;
let folder: string;
let remove: () => void;
beforeAll(async () => {
  const created = createStore();
  remove = created.remove;
  await importRows(
    created.store,
    sampleSource({ records: 600, from: '2024-01-01', to: '2024-12-31', seed: 3 }),
    unwatched,
  );
  created.store.close();
  engine = await Engine.open(created.path, 'own');
  folder = engine.folder.exports;
});
afterAll(async () => {
  await engine.close();
  remove();
});

const never = new AbortController().signal;
const query = parseReportQuery({ measures: ['records', 'good', 'scrapRate'], dimensions: ['line', 'month'] });

async function sheet(path: string, name: string): Promise<string[][]> {
  let text = '';
  for await (const piece of sheetAsText(path, name, () => {})) text += piece.toString('utf8');
  return papa.parse<string[]>(text.trimEnd(), { delimiter: ',' }).data;
}

test.each(['csv', 'xlsx', 'pdf'] as const)(
  'a report as %s has the rows of the answer, tells progress and leaves no other file',
  async (format) => {
    const { answer } = await runReport(engine, query);
    const path = join(folder, `report.${format}`);
    const told: Progress[] = [];
    const written = await writeReport(engine, { query, format, path }, never, (progress) => told.push(progress));
    expect(written.rows).toBe(answer.rows.length);
    expect(readFileSync(path)).toHaveLength(written.bytes);
    expect(told.at(-1)).toMatchObject({ phase: 'writing', total: answer.rows.length });
    expect(readdirSync(folder).filter((file) => file.endsWith('.part'))).toEqual([]);
  },
);

test('a workbook and a PDF hold what the store answers, in the language that is asked for', async () => {
  const { answer } = await runReport(engine, query);
  const path = join(folder, 'ko.xlsx');
  await writeReport(engine, { query, format: 'xlsx', path, language: 'ko' }, never, () => {});
  const [headings, ...rows] = await sheet(path, '데이터');
  expect(headings).toEqual(['라인', '월', '기록 수', '양품', '불량률']);
  expect(rows.map((row) => [row[0], row[1], Number(row[2]), Number(row[3])])).toEqual(
    answer.rows.map(([line, month, records, good]) => [line, `${month}-01`, records, good]),
  );
  const about = await sheet(path, '설명');
  expect(about.some((line) => line[0] === '기록 수' && line[1] === '600' && line[2] === '600')).toBe(true);

  const pdf = join(folder, 'ko.pdf');
  await writeReport(engine, { query, format: 'pdf', path: pdf, language: 'ko' }, never, () => {});
  const text = pdfPages(readFileSync(pdf)).join('\n');
  expect(text).toContain('2024년 1월');
  expect(text).toContain('검산 합계');
});

test('records as a workbook are as many as counted, and their sums are those of the store', async () => {
  const path = join(folder, 'records.xlsx');
  const scope = { filters: [], search: '' };
  const { rows } = await writeRecords(engine, { scope, format: 'xlsx', path }, never, () => {});
  expect(rows).toBe(600);
  const [headings = [], ...records] = await sheet(path, 'Data');
  expect(headings.slice(0, 3)).toEqual(['Production date', 'Site', 'Line']);
  expect(records).toHaveLength(600);
  const about = await sheet(path, 'About');
  const [, ofRows, ofRecords] = about.find(([name]) => name === 'Good') ?? [];
  expect(ofRows).toBe(ofRecords);
  const good = headings.indexOf('Good');
  const sum = records.reduce((total, record) => total + Math.round(Number(record[good]) * 1_000_000), 0);
  expect(Number(ofRows)).toBe(sum / 1_000_000);
});

test('records that a text finds have no total to compare with, and say so by having none', async () => {
  const path = join(folder, 'found.xlsx');
  const found = await writeRecords(
    engine,
    { scope: { filters: [], search: 'valve' }, format: 'xlsx', path },
    never,
    () => {},
  );
  expect(found.rows).toBeGreaterThan(0);
  expect(found.rows).toBeLessThan(600);
  const about = await sheet(path, 'About');
  expect(about.find(([name]) => name === 'Good')?.[2] ?? '').toBe('');
  expect(about.find(([name]) => name === 'With the text')?.[1]).toBe('valve');
});

test('records as a PDF are refused in words', async () => {
  const scope = { filters: [], search: '' };
  const path = join(folder, 'records.pdf');
  await expect(writeRecords(engine, { scope, format: 'pdf', path }, never, () => {})).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  });
});
