import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { createRandom } from '../sample/random.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { draftOf } from '../testing/draft.ts';
import { dumpTables } from '../testing/dump.ts';
import { cancelledAt, failingAt, interruptEverywhere } from '../testing/interruptions.ts';
import { changedMonths, monthStamps } from '../testing/month-stamps.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, draftSource, insertRecords, unwatched } from '../testing/test-store.ts';
import { importRows } from './import-rows.ts';
import type { RowSource } from './row-source.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

const drafts = randomDrafts(createRandom(41), { records: 300, from: '2023-06-01', to: '2024-06-30', duplicates: 0.2 });
const counts = ({ inserted, updated, unchanged, rejected }: Awaited<ReturnType<typeof insertRecords>>) => {
  return { inserted, updated, unchanged, rejected };
};
const nothingNew = { inserted: 0, updated: 0, unchanged: drafts.length, rejected: 0 };

describe('Imported twice', () => {
  test('a file adds nothing, in whatever order', async () => {
    expect(counts(await insertRecords(store, drafts))).toEqual({
      ...nothingNew,
      inserted: drafts.length,
      unchanged: 0,
    });
    const ofImports = ['import_batches', 'batch_details', 'store_state', 'items', 'item_changes', 'file_info'];
    const before = dumpTables(store.live, ofImports);
    expect(counts(await insertRecords(store, drafts.toReversed()))).toEqual(nothingNew);
    expect(dumpTables(store.live, ofImports)).toEqual(before);
  });

  test('a file adds nothing after all of it, or a part, was archived', async () => {
    await insertRecords(store, drafts);
    archiveYear(store, 2023, unwatched);
    expect(counts(await insertRecords(store, drafts))).toEqual(nothingNew);
    archiveYear(store, 2024, unwatched);
    expect(counts(await insertRecords(store, drafts))).toEqual(nothingNew);
  });

  test('a file that grew adds only what is new', async () => {
    await insertRecords(store, drafts.slice(0, 250));
    archiveYear(store, 2023, unwatched);
    expect(counts(await insertRecords(store, drafts))).toEqual({
      inserted: 50,
      updated: 0,
      unchanged: 250,
      rejected: 0,
    });
  });

  test('of n equal rows as many are kept as the file has, wherever the others are', async () => {
    const equal = (n: number) =>
      Array.from({ length: n }, (_, at) => draftOf('2023-05-01', 'A', 7, { sourceLine: at + 2 }));
    expect((await insertRecords(store, equal(2))).inserted).toBe(2);
    expect((await insertRecords(store, equal(3))).inserted).toBe(1);
    archiveYear(store, 2023, unwatched);
    expect((await insertRecords(store, equal(5))).inserted).toBe(2); // three sealed, two late ones in live
    expect(counts(await insertRecords(store, equal(5)))).toEqual({
      inserted: 0,
      updated: 0,
      unchanged: 5,
      rejected: 0,
    });
    expect((await insertRecords(store, equal(1))).inserted).toBe(0);
  });

  test.each([
    ['a reason', { defects: [{ reason: 'Scratch', amount: 1 }] }],
    ["another reason's amount", { defects: [{ reason: 'Scratch', amount: 2 }] }],
    ['minutes of a reason', { downtimes: [{ reason: 'Scratch', amount: 1 }] }],
    ['a note', { note: 'x' }],
    ['a quantity of 0 where none was recorded', { defectQuantity: 0 }],
    ['an end', { endedAt: 1 }],
  ])('a row that differs in %s is another record', async (_, rest) => {
    await insertRecords(store, [draftOf('2024-05-01', 'A', 7)]);
    expect((await insertRecords(store, [draftOf('2024-05-01', 'A', 7, rest)])).inserted).toBe(1);
    expect((await insertRecords(store, [draftOf('2024-05-01', 'A', 7, rest)])).inserted).toBe(0);
  });
});

describe('Interrupted', () => {
  const someThere = async () => {
    await insertRecords(store, drafts.slice(0, 150), []);
    return { tables: dumpTables(store.live), files: filesOf() };
  };
  const filesOf = () =>
    readdirSync(store.folder.root, { recursive: true })
      .map(String)
      .filter((name) => !/-(wal|shm)$/.test(name))
      .sort();
  const withRejects = (): RowSource => ({
    ...draftSource(drafts),
    fingerprint: 'f',
    async *read() {
      yield {
        drafts: drafts.slice(0, 200),
        rejections: [{ line: 999, cells: ['x'], reason: 'is no number' }],
        expectedRows: 301,
      };
      yield { drafts: drafts.slice(200), rejections: [], expectedRows: 301 };
    },
  });

  test.each([
    ['cancelled', cancelledAt],
    ['stopped by a fault', failingAt],
  ])('at any moment (%s), an import keeps nothing and leaves no file', async (_, interruption) => {
    const kept = await someThere();
    const moments = await interruptEverywhere(
      interruption,
      (context) => importRows(store, withRejects(), context),
      () => expect({ tables: dumpTables(store.live), files: filesOf() }).toEqual(kept),
    );
    expect(moments).toBeGreaterThan(3);
    expect(store.live.rows('SELECT COUNT(*) FROM records')).toEqual([[drafts.length]]);
  });

  test('by a file that breaks off, an import keeps nothing', async () => {
    const kept = await someThere();
    const source: RowSource = {
      ...withRejects(),
      async *read(sink) {
        yield* withRejects().read(sink);
        throw new Error('The disk was pulled out.');
      },
    };
    await expect(importRows(store, source, unwatched)).rejects.toThrow('pulled out');
    expect({ tables: dumpTables(store.live), files: filesOf() }).toEqual(kept);
  });

  test('by a full disk, an import keeps nothing and the next one works', async () => {
    const kept = await someThere();
    const pages = store.live.rows('PRAGMA page_count')[0]?.[0];
    store.live.exec(`PRAGMA max_page_count = ${pages}`);
    const later = drafts.map((draft) => ({ ...draft, day: draft.day + 1_000, note: 'n'.repeat(500) }));
    await expect(insertRecords(store, later)).rejects.toMatchObject({ code: 'DISK_FULL' });
    store.live.exec('PRAGMA max_page_count = 4294967294');
    expect({ tables: dumpTables(store.live), files: filesOf() }).toEqual(kept);
    expect((await insertRecords(store, drafts)).inserted).toBe(150);
  });
});

describe('An outcome', () => {
  test('counts rows, what was set aside, and values that were rounded', async () => {
    const source: RowSource = {
      ...draftSource([]),
      name: 'august.csv',
      header: ['day', 'good'],
      async *read() {
        yield {
          drafts: [draftOf('2024-08-01', 'A', 1, { rounded: 2 }), draftOf('2024-08-02', 'A', 1, { rounded: 1 })],
          rejections: [{ line: 3, cells: ['2024-08-03', 'many, many'], reason: "good: 'many, many' is no number" }],
          expectedRows: 3,
        };
      },
    };
    const outcome = await importRows(store, source, unwatched);
    expect(outcome).toMatchObject({ rowsRead: 3, inserted: 2, rejected: 1, rounded: 3 });
    expect(readFileSync(outcome.rejectsFile ?? '', 'utf8')).toBe(
      '\uFEFFline,reason,day,good\n3,"good: \'many, many\' is no number",2024-08-03,"many, many"\n',
    );
  });

  test('with nothing set aside names no rejects file', async () => {
    expect((await insertRecords(store, drafts)).rejectsFile).toBeNull();
    expect(readdirSync(store.folder.rejects)).toEqual([]);
  });

  test('tells the months it touched, and no others, as changed', async () => {
    await insertRecords(store, [draftOf('2024-01-31', 'A', 1), draftOf('2024-02-01', 'A', 1)]);
    const before = monthStamps(store);
    await insertRecords(store, [draftOf('2024-02-01', 'A', 1), draftOf('2024-03-01', 'A', 1)]);
    expect(changedMonths(store, before)).toEqual(['2024-03']); // what was there already is no change
  });
});

test("an item's newest name replaces the one before, and a row without a name leaves it", async () => {
  const item = (itemName: string | null, good: number) => draftOf('2024-01-01', 'A', good, { itemCode: 'I', itemName });
  const names = () => store.live.rows('SELECT code, name FROM items');
  await insertRecords(store, [item(null, 1), item('Old', 2)]);
  expect(names()).toEqual([['I', 'Old']]);
  await insertRecords(store, [item('New', 3), item(null, 4)]);
  expect(names()).toEqual([['I', 'New']]);
});

test('a reason named twice in a row counts once, with both amounts', async () => {
  const defects = [
    { reason: 'Scratch', amount: 2 },
    { reason: 'Dent', amount: 5 },
    { reason: 'Scratch', amount: 3 },
    { reason: 'None', amount: 0 },
  ];
  await insertRecords(store, [draftOf('2024-01-01', 'A', 1, { defects })]);
  const lists = store.live.rows(
    'SELECT d.name, l.amount FROM record_defects AS l JOIN defect_reasons AS d ON d.id = l.reason_id ORDER BY 1',
  );
  expect(lists).toEqual([
    ['Dent', 5],
    ['Scratch', 5],
  ]);
});
