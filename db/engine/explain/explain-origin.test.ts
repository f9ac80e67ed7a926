import { rmSync, truncateSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExplainedOrigin } from '../../../shared/contract/explain.ts';
import type { StoreStatus } from '../../../shared/contract/schemas.ts';
import { type FigureSource, figureSources } from '../../../shared/explain/figures.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { importRows } from '../../import/import-rows.ts';
import { undoBatch } from '../../import/undo.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { sampleSource } from '../../sample/sample-source.ts';
import { readBatches } from '../../store/batches.ts';
import { draftOf } from '../../testing/draft.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import { runReport } from '../answers/run-report.ts';
import { Engine } from '../engine.ts';
import { countAnew } from './explain-count.ts';
import { explainFile, explainImport, explainJobs } from './explain-origin.ts';

const KEY = ['production_date', 'line_id'];
const day = (at: number) => `2024-01-${String(at).padStart(2, '0')}`;
const records = (days: readonly number[], good: number) => days.map((at) => draftOf(day(at), 'L1', good));

let engine: Engine;
let remove: () => void;
let batches: ReturnType<typeof readBatches>;
let status: Omit<StoreStatus, 'appVersion'>;

beforeAll(async () => {
  const created = createStore();
  const { store } = created;
  await insertRecords(store, records([1, 2, 3, 4], 10), KEY); // import 1
  await insertRecords(store, records([3, 4, 5], 20), KEY); // import 2 changes two of them and adds one
  await importRows(store, sampleSource({ records: 400, from: '2022-01-01', to: '2023-12-31', seed: 3 }), unwatched); // 3
  await insertRecords(store, records([9], 30), KEY); // import 4, undone
  undoBatch(store.live, 4, unwatched);
  for (const year of [2022, 2023]) archiveYear(store, year, unwatched);
  batches = readBatches(store.live);
  store.close();
  remove = created.remove;
  engine = await Engine.open(created.path, 'own');
  status = await engine.ask('status', { folder: engine.folder, thisYear: 2024 });
});
afterAll(async () => {
  await engine.close();
  remove();
});

const values = ({ figures }: ExplainedOrigin) => Object.fromEntries(figures.map(({ name, value }) => [name, value]));
const facts = (explained: ExplainedOrigin) =>
  Object.fromEntries(explained.facts.map(({ name, value }) => [name, value]));
const sqlOf = ({ statements }: Pick<ExplainedOrigin, 'statements'>) => statements.map(({ sql }) => sql);

describe('An import tells', () => {
  test('what it counted, from the one row that keeps it, by the statement that its history is read with', async () => {
    const explained = await explainImport(engine, 2);
    const batch = batches.find(({ batchId }) => batchId === 2);
    expect(values(explained)).toEqual({
      rowsRead: 3,
      inserted: 1,
      updated: 2,
      unchanged: 0,
      rejected: 0,
      rounded: 0,
    });
    expect(facts(explained)).toEqual({ batch: 2, file: 'drafts', importedAt: batch?.importedAt });
    expect(explained.statements).toHaveLength(1);
    expect(explained.statements[0]).toMatchObject({
      parameters: { first: 2, last: 2 },
      files: [{ partition: 'live', ran: { rows: 1 } }],
    });
    expect(explained.statements[0]?.steps.map(({ means }) => means)).toContainEqual(
      expect.objectContaining({ code: 'searchKey', table: 'import_batches' }),
    );
  });

  test('that it is not there', async () => {
    await expect(explainImport(engine, 99)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('A file tells', () => {
  test('the figures of the status, made of months, pages and bytes', async () => {
    for (const partition of status.partitions) {
      const explained = await explainFile(engine, partition.name);
      expect(values(explained)).toMatchObject({ records: partition.records, freeBytes: partition.freeBytes });
      const { mainBytes, walBytes, pages, pageBytes, months } = facts(explained);
      expect(values(explained).fileBytes).toBe(Number(mainBytes) + Number(walBytes));
      expect(Number(pages) * Number(pageBytes)).toBeGreaterThanOrEqual(Number(values(explained).freeBytes));
      expect(months).toBe(partition.name === 'live' ? 1 : 12);
    }
  });

  test('the statements that ran for it, and no others', async () => {
    const explained = await explainFile(engine, 'archive_2023');
    expect(sqlOf(explained)).toEqual([
      expect.stringContaining('FROM partition_months'),
      'PRAGMA page_count',
      'PRAGMA freelist_count',
      'PRAGMA page_size',
    ]);
    expect(explained.statements.flatMap(({ files }) => files.map(({ partition }) => partition))).not.toContain(
      'archive_2022',
    );
  });

  test('the whole of the store where none is named', async () => {
    const explained = await explainFile(engine, null);
    expect(values(explained)).toMatchObject({ records: status.records, files: 3, freeBytes: expect.any(Number) });
    const pages = explained.statements.find(({ sql }) => sql === 'PRAGMA page_count');
    expect(pages?.files.map(({ partition }) => partition).sort()).toEqual(['archive_2022', 'archive_2023', 'live']);
  });
});

test('every source that lies in the store is read by a statement that is told', async () => {
  const told = [
    ...sqlOf(await explainImport(engine, 1)),
    ...sqlOf(await explainFile(engine, null)),
    ...sqlOf({
      statements: await explainJobs(engine, ['jobHistory', 'jobList'], { since: '2020-01-01T00:00:00Z', newest: 1 }),
    }),
    ...(await engine.indexBytes(engine.folder.live, 'records_by_day')).heard.map(({ sql }) => sql),
  ];
  for (const source of Object.keys(figureSources) as FigureSource[]) {
    for (const word of figureSources[source].reads) {
      expect(
        told.filter((sql) => sql.includes(word)),
        `${source}: ${word}`,
      ).not.toEqual([]);
    }
  }
});

describe('Counted anew,', () => {
  test('an import has its records, and says which later ones changed', async () => {
    const counted = await countAnew(engine, { of: 'import', batchId: 1 });
    expect(counted).toMatchObject({
      expected: 4,
      found: 4,
      files: [{ partition: 'live', expected: null, found: 4 }],
      changedBy: [{ batchId: 2, records: 2 }],
      sums: [{ unit: null, of: { planned: null, good: 60, defects: null, rework: null } }],
      notRead: [],
    });
    expect(counted.statements.map(({ files }) => files[0]?.ran !== null)).toContain(true);
    expect(
      counted.statements.find(({ sql }) => sql.includes('GROUP BY r.batch_id, r.unit_id'))?.steps[0],
    ).toMatchObject({
      means: { code: 'searchKey', table: 'records' },
    });
  });

  test('an import is found in the files where its records are by now', async () => {
    const { expected, found, files } = await countAnew(engine, { of: 'import', batchId: 3 });
    expect([expected, found]).toEqual([400, 400]);
    expect(files.map(({ partition }) => partition).sort()).toEqual(['archive_2022', 'archive_2023']);
  });

  test('an import adds up to what the reports say of its days, by unit', async () => {
    const { sums } = await countAnew(engine, { of: 'import', batchId: 3 });
    const query = parseReportQuery({
      measures: ['planned', 'good', 'defects', 'rework'],
      dimensions: ['unit'],
      from: '2022-01-01',
      to: '2023-12-31',
    });
    const { answer } = await runReport(engine, query);
    expect(answer.rows.length).toBeGreaterThan(0);
    expect(new Map(sums.map(({ unit, of }) => [unit, [of.planned, of.good, of.defects, of.rework]]))).toEqual(
      new Map(answer.rows.map(([unit, ...values]) => [unit, values])),
    );
  });

  test('an import that was undone has none, and should have none', async () => {
    expect(await countAnew(engine, { of: 'import', batchId: 4 })).toMatchObject({ expected: 0, found: 0, files: [] });
  });

  test('a file has as many as its months say, and so have all together', async () => {
    const all = await countAnew(engine, { of: 'file', partition: null });
    expect(all).toMatchObject({ expected: status.records, found: status.records, notRead: [] });
    for (const { partition, expected, found } of all.files) {
      expect(found, partition).toBe(expected);
      expect(await countAnew(engine, { of: 'file', partition })).toMatchObject({ expected, found });
    }
  });

  test('what is not there says so', async () => {
    await expect(countAnew(engine, { of: 'file', partition: 'archive_1999' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(countAnew(engine, { of: 'import', batchId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('it stops when nobody wants it any more', async () => {
    const signal = AbortSignal.abort();
    await expect(countAnew(engine, { of: 'file', partition: null }, signal)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});

test('a file that cannot be read says what should be in it, and is missing from what is counted', async () => {
  const created = createStore();
  await insertRecords(created.store, [...records([1], 1), draftOf('2023-05-05', 'L1', 1)]);
  archiveYear(created.store, 2023, unwatched);
  const { folder } = created.store;
  created.store.close();
  const damaged = await Engine.open(created.path, 'own');
  try {
    truncateSync(`${folder.root}/archive_2023.db`, 100);
    const counted = await countAnew(damaged, { of: 'file', partition: null });
    expect(counted).toMatchObject({ expected: 2, found: 1, notRead: ['archive_2023'] });
    expect(values(await explainFile(damaged, 'archive_2023'))).toMatchObject({ records: 1, freeBytes: 0 });
  } finally {
    await damaged.close();
    rmSync(created.path, { recursive: true, force: true });
  }
});
