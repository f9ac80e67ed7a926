import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { importRows } from '../../import/import-rows.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { sampleSource } from '../../sample/sample-source.ts';
import { createEngine } from '../../testing/test-engine.ts';
import { unwatched } from '../../testing/test-store.ts';
import { type ReportOptions, runReport } from '../answers/run-report.ts';
import type { Engine } from '../engine.ts';
import { explainReport } from './explain.ts';

let engine: Engine;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ engine, remove } = await createEngine(async (store) => {
    const sample = sampleSource({ records: 8_000, from: '2022-01-01', to: '2024-12-31', seed: 3 });
    await importRows(store, sample, unwatched);
    for (const year of [2022, 2023]) archiveYear(store, year, unwatched);
  }));
});
afterAll(() => remove());

async function explain(input: ReportQueryInput, options: ReportOptions = {}) {
  const query = parseReportQuery(input);
  const { answer } = await runReport(engine, query, options);
  return explainReport(engine, query, answer.plan);
}

const partitions = (files: { partition: string }[]) => files.map(({ partition }) => partition);

test('a rollup in files: what it was asked, as bound, once for the files that run it alike', async () => {
  const { rollups, statements } = await explain({
    measures: ['good'],
    dimensions: ['line'],
    from: '2022-03-01',
    to: '2024-02-10',
    filters: [{ field: 'shift', in: ['Day', null] }],
  });
  expect(rollups).toEqual([
    { code: 'rollupChosen', rollup: 'lines' },
    { code: 'rollupLarger', rollup: 'items' },
    { code: 'rollupByReason', rollup: 'defects', reason: 'defectReason' },
    { code: 'rollupByReason', rollup: 'downtimes', reason: 'downtimeReason' },
  ]);
  expect(statements.flatMap(({ files }) => partitions(files)).sort()).toEqual(['archive_2022', 'archive_2023', 'live']);
  expect(statements.length).toBeLessThan(3);
  for (const { sql, parameters, files, steps } of statements) {
    expect(sql).toContain('FROM rollup_lines AS r');
    expect(parameters).toEqual({ from: 19_052, to: 19_763, filter_shift: '["Day"]' });
    expect(files.every(({ ran }) => ran !== null)).toBe(true);
    expect(steps[0]?.steps[0]?.means).toMatchObject({ code: 'searchKey', table: 'rollup_lines' });
  }
});

test('slices of records: the days of each file, and what all slices of it took', async () => {
  const { rollups, statements } = await explain(
    { measures: ['records'], dimensions: ['operator'], from: '2023-06-01' },
    { sizes: { wholeUpTo: 0, first: 500, targetMs: 1, recordsARow: 0 } },
  );
  expect(rollups.map(({ code }) => code)).not.toContain('rollupChosen');
  expect(statements.map(({ files }) => partitions(files))).toEqual([['live'], ['archive_2023']]);
  expect(statements.map(({ parameters }) => parameters)).toEqual([
    { from: 19_724, to: 20_088 },
    { from: 19_509, to: 19_721 },
  ]);
  for (const { files } of statements) expect(files[0]?.ran?.rows).toBeGreaterThan(0);
});

test('medians and lots are found by no rollup, each with a statement of its own', async () => {
  const { rollups, statements } = await explain({ measures: ['medianYield', 'lots'], from: '2024-05-01' });
  expect(rollups).toEqual([]);
  expect(statements).toHaveLength(3);
  for (const { files } of statements) expect(files[0]?.ran).not.toBeNull();
});

test('memory: by which stretches, and what the files would have been asked', async () => {
  await engine.loadRollups();
  await engine.loadColumns();
  const rollup = await explain({ measures: ['good'], dimensions: ['month'], from: '2023-12-30', to: '2024-02-29' });
  expect(rollup.stretches).toEqual([
    { grain: 'day', from: '2023-12-30', to: '2023-12-31' },
    { grain: 'month', from: '2024-01-01', to: '2024-02-29' },
  ]);
  const columns = await explain({ measures: ['good'], dimensions: ['operator'] });
  expect(columns.stretches).toEqual([]);
  for (const { files } of [...rollup.statements, ...columns.statements]) {
    expect(files.every(({ ran }) => ran === null)).toBe(true);
  }
});
