import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RecordsQueryInput, recordsQuerySchema, recordsScopeSchema } from '../../../shared/query/records-query.ts';
import { importRows } from '../../import/import-rows.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { sampleSource } from '../../sample/sample-source.ts';
import { createEngine } from '../../testing/test-engine.ts';
import { unwatched } from '../../testing/test-store.ts';
import type { Engine } from '../engine.ts';
import { readDayCounts } from '../pages/day-counts.ts';
import { readPage } from '../pages/records.ts';
import { explainPage, explainRecord, explainSearchCount } from './explain-records.ts';

let engine: Engine;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ engine, remove } = await createEngine(async (store) => {
    const sample = sampleSource({ records: 6_000, from: '2023-01-01', to: '2024-12-31', seed: 3 });
    await importRows(store, sample, unwatched);
    archiveYear(store, 2023, unwatched);
  }));
});
afterAll(() => remove());

const page = (input: RecordsQueryInput) => {
  const query = recordsQuerySchema.parse(input);
  return explainPage(engine, query, () => readDayCounts(engine, query));
};
const firstRecord = async () => {
  const query = recordsQuerySchema.parse({ limit: 1 });
  const { rows } = await readPage(engine, query, () => readDayCounts(engine, query));
  const [record] = rows;
  if (!record) throw new Error('The store has no record.');
  return record;
};

describe('A page tells', () => {
  test('that it was read in order, from the file that comes first alone', async () => {
    const { way, rows, statements, slices, steps, elapsedMs } = await page({ limit: 10 });
    expect({ way, rows, slices }).toEqual({ way: 'inOrder', rows: 10, slices: 1 });
    expect(statements.map(({ files }) => files)).toEqual([
      [{ partition: 'live', ran: { elapsedMs: expect.any(Number), rows: 11 } }],
    ]);
    expect(statements[0]?.steps[0]?.means).toMatchObject({ code: 'searchIndex', index: 'records_by_day' });
    expect(steps.reduce((sum, step) => sum + step.elapsedMs, 0)).toBeCloseTo(elapsedMs, 6);
  });

  test('that each record was looked at, and over which days of which file', async () => {
    const { operator } = await firstRecord();
    const { way, rows, slices, statements } = await page({
      filters: [{ field: 'operator', in: [operator] }],
      sort: { field: 'goodQuantity', direction: 'desc' },
      limit: 5,
    });
    expect({ way, rows }).toEqual({ way: 'oneByOne', rows: 5 });
    expect(slices).toBeGreaterThan(1);
    expect(statements.map(({ files }) => files.map(({ partition }) => partition))).toEqual([
      ['live'],
      ['archive_2023'],
    ]);
    for (const { parameters } of statements)
      expect(Number(parameters.to)).toBeGreaterThan(Number(parameters.from) + 300);
  });

  test('that the search index found it', async () => {
    const { lotNumber } = await firstRecord();
    const { way, rows } = await page({ search: lotNumber ?? '', limit: 5 });
    expect(way).toBe('searchIndex');
    expect(rows).toBeGreaterThan(0);
  });

  test('that the columns found it', async () => {
    await engine.loadColumns();
    const { way, statements } = await page({ sort: { field: 'goodQuantity', direction: 'desc' }, limit: 3 });
    expect(way).toBe('columns');
    expect(statements.every(({ parameters }) => 'ids' in parameters)).toBe(true);
  });
});

describe('The count of a search tells', () => {
  test('that the search index knows it', async () => {
    const { lotNumber } = await firstRecord();
    const scope = recordsScopeSchema.parse({ search: lotNumber });
    const { way, rows, statements } = await explainSearchCount(engine, scope);
    const counted = await readDayCounts(engine, scope);
    expect({ way, rows }).toEqual({ way: 'searchIndex', rows: counted.reduce((sum, { records }) => sum + records, 0) });
    expect(statements.some(({ steps }) => JSON.stringify(steps).includes('searchTexts'))).toBe(true);
  });

  test('that each record is looked at, which it does not do again', async () => {
    const { way, rows, slices, statements } = await explainSearchCount(
      engine,
      recordsScopeSchema.parse({ search: 'L' }),
    );
    expect({ way, rows, slices }).toEqual({ way: 'oneByOne', rows: null, slices: 0 });
    expect(statements.flatMap(({ files }) => files).every(({ ran }) => ran === null)).toBe(true);
  });
});

test('a record tells its file and line', async () => {
  const { id, sourceFile, sourceLine, batchId, partition } = await firstRecord();
  const { way, source, statements } = await explainRecord(engine, id);
  expect({ way, source }).toEqual({
    way: 'byId',
    source: { file: sourceFile, line: sourceLine, place: { format: 'csv', part: null }, batchId, partition },
  });
  expect(statements[0]?.steps[0]?.means).toEqual({
    code: 'searchKey',
    table: 'records',
    conditions: [{ column: 'rowid', compares: '=' }],
  });
});
