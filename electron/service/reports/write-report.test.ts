import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runReport } from '../../../db/engine/answers/run-report.ts';
import type { Progress } from '../../../db/engine/threads/tasks.ts';
import { pdfPages } from '../../../db/testing/pdf-text.ts';
import { sheetRows as sheet } from '../../../db/testing/read-elsewhere.ts';
import { sampleEngine } from '../../../db/testing/sample-engine.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { writeRecords } from './records-report.ts';
import { writeReport } from './write-report.ts';

const sample = sampleEngine({ records: 600, from: '2024-01-01', to: '2024-12-31', seed: 3 });

const never = new AbortController().signal;
const query = parseReportQuery({ measures: ['records', 'good', 'scrapRate'], dimensions: ['line', 'month'] });

test.each(['csv', 'xlsx', 'pdf'] as const)(
  'a report as %s has the rows of the answer, tells progress and leaves no other file',
  async (format) => {
    const { answer } = await runReport(sample.engine, query);
    const path = join(sample.engine.folder.exports, `report.${format}`);
    const told: Progress[] = [];
    const written = await writeReport(sample.engine, { query, format, path }, never, (progress) => told.push(progress));
    expect(written.rows).toBe(answer.rows.length);
    expect(readFileSync(path)).toHaveLength(written.bytes);
    expect(told.at(-1)).toMatchObject({ phase: 'writing', total: answer.rows.length });
    expect(readdirSync(sample.engine.folder.exports).filter((file) => file.endsWith('.part'))).toEqual([]);
  },
);

test('a workbook and a PDF hold what the store answers, in the language that is asked for', async () => {
  const { answer } = await runReport(sample.engine, query);
  const path = join(sample.engine.folder.exports, 'ko.xlsx');
  await writeReport(sample.engine, { query, format: 'xlsx', path, language: 'ko' }, never, () => {});
  const [headings, ...rows] = await sheet(path, '데이터');
  expect(headings).toEqual(['라인', '월', '기록 수', '양품', '불량률']);
  expect(rows.map((row) => [row[0], row[1], Number(row[2]), Number(row[3])])).toEqual(
    answer.rows.map(([line, month, records, good]) => [line, `${month}-01`, records, good]),
  );
  const about = await sheet(path, '설명');
  expect(about.some((line) => line[0] === '기록 수' && line[1] === '600' && line[2] === '600')).toBe(true);

  const pdf = join(sample.engine.folder.exports, 'ko.pdf');
  await writeReport(sample.engine, { query, format: 'pdf', path: pdf, language: 'ko' }, never, () => {});
  const text = pdfPages(readFileSync(pdf)).join('\n');
  expect(text).toContain('2024년 1월');
  expect(text).toContain('검산 합계');
});

test('records as a workbook are as many as counted, and their sums are those of the store', async () => {
  const path = join(sample.engine.folder.exports, 'records.xlsx');
  const scope = { filters: [], search: '' };
  const { rows } = await writeRecords(sample.engine, { scope, format: 'xlsx', path }, never, () => {});
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
  const path = join(sample.engine.folder.exports, 'found.xlsx');
  const found = await writeRecords(
    sample.engine,
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
  const path = join(sample.engine.folder.exports, 'records.pdf');
  await expect(writeRecords(sample.engine, { scope, format: 'pdf', path }, never, () => {})).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  });
});
