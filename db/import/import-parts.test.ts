import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importProfileSchema } from '../../shared/import/profile.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { compareRollups } from '../rollup/refresh.ts';
import { sampleSource } from '../sample/sample-source.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { draftOf } from '../testing/draft.ts';
import { dumpTables } from '../testing/dump.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { importRows } from './import-rows.ts';
import { stageBeside } from './stage/stage-beside.ts';
import { stageRows } from './stage/stage-rows.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
beforeEach(() => {
  ({ store, path, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

/** Enough for every part there can be. */
const options = { records: 130_000, from: '2022-01-01', to: '2024-12-31', seed: 5 };
const indexes = () => store.live.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name");

function expectInStep(): void {
  expect(store.live.rows('PRAGMA integrity_check')).toEqual([['ok']]);
  expect(store.live.rows('PRAGMA foreign_key_check')).toEqual([]);
  expect(compareRollups(store.live)).toEqual([]);
  store.live.run("INSERT INTO record_search (record_search, rank) VALUES ('integrity-check', 1)");
}

describe('An import that is taken in while it is read', () => {
  test.each([
    ['empty', []],
    ['not empty', [draftOf('2010-01-01', 'A', 1)]],
    ['known of some of its days', [draftOf('2023-03-01', 'A', 1), draftOf('2024-12-30', 'A', 1)]],
  ])('leaves indexes, rollups, search and dictionaries in step in a store that is %s', async (_, there) => {
    const before = indexes();
    await insertRecords(store, there);
    let parts = 0;
    const source = sampleSource(options);
    const outcome = await importRows(store, source, unwatched, async function* (task, context) {
      const staged = stageRows(source, task, context);
      for (;;) {
        const { done, value } = await staged.next();
        if (done) return value;
        parts += 1;
        yield value;
      }
    });
    expect(outcome).toMatchObject({ rowsRead: options.records, inserted: options.records, rejected: 0 });
    expect(parts).toBe(8);
    expect(indexes()).toEqual(before);
    expectInStep();
  });

  test('is the same read on a thread of its own', async () => {
    const few = { ...options, records: 12_000 };
    const beside = await importRows(store, sampleSource(few), unwatched, (task, context) =>
      stageBeside({ kind: 'sample', options: few }, task, context),
    );
    const tables = () => dumpTables(store.live, ['import_batches', 'partition_months', 'file_info']);
    const fromThread = tables();
    store.close();
    remove();
    ({ store, path, remove } = createStore());
    expect(await importRows(store, sampleSource(few), unwatched)).toEqual(beside);
    expect(tables()).toEqual(fromThread);
  });
});

describe('A reading thread', () => {
  const profile = importProfileSchema.parse({
    fields: { productionDate: { column: 'day' }, line: { column: 'line' }, goodQuantity: { column: 'good' } },
  });
  const throughThread = (file: string, context: JobContext) =>
    importRows(store, sampleSource(options), context, (task, here) =>
      stageBeside({ kind: 'file', path: file, name: 'plant.csv', profile }, task, here),
    );

  test('tells in words why a file cannot be read, and nothing is kept', async () => {
    const before = dumpTables(store.live);
    const file = join(path, 'plant.csv');
    writeFileSync(file, 'day,line,good\n2024-01-01,A,1\n2024-01-02,B\0,2\n');
    await expect(throughThread(file, unwatched)).rejects.toMatchObject({ code: 'FILE_NOT_TABULAR' });
    await expect(throughThread(join(path, 'none.csv'), unwatched)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(dumpTables(store.live)).toEqual(before);
  });

  test('ends with the import that is cancelled', async () => {
    const before = dumpTables(store.live);
    const file = join(path, 'plant.csv');
    writeFileSync(file, `day,line,good\n${'2024-01-01,A,1\n'.repeat(400_000)}`);
    let reports = 0;
    const context: JobContext = {
      report: () => {
        reports += 1;
      },
      checkCancelled: () => {
        if (reports > 3) throw new AppError('CANCELLED', 'Cancelled.');
      },
    };
    await expect(throughThread(file, context)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(dumpTables(store.live)).toEqual(before);
    expect((await insertRecords(store, [draftOf('2024-01-01', 'A', 1)])).inserted).toBe(1);
  });
});
