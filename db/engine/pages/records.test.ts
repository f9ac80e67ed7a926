import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayFromIso, isoFromDay } from '../../../shared/domain/day.ts';
import type { RecordCondition } from '../../../shared/query/record-conditions.ts';
import {
  type ProductionRecord,
  type RecordsPage,
  type RecordsQueryInput,
  recordsQuerySchema,
  type SortField,
  sortFields,
} from '../../../shared/query/records-query.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import type { RecordDraft } from '../../import/rows/record-draft.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { createRandom } from '../../sample/random.ts';
import { catalogOf } from '../../testing/catalog-of.ts';
import { meets } from '../../testing/oracle.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import { Engine } from '../engine.ts';
import { readDayCounts } from './day-counts.ts';
import { rangeBeyond, readPage, readRecord, splitAtFirstFile } from './records.ts';
import { readValues } from './values.ts';

const drafts = randomDrafts(createRandom(31), { records: 400, from: '2022-06-01', to: '2024-06-30' });
let engine: Engine;
let remove: () => void;

beforeAll(async () => {
  const created = createStore();
  await insertRecords(created.store, drafts.slice(0, 350));
  for (const year of [2022, 2023]) archiveYear(created.store, year, unwatched);
  await insertRecords(created.store, drafts); // the last fifty, some of them late for an archived year
  created.store.close();
  remove = created.remove;
  engine = await Engine.open(created.path, 'own');
});
afterAll(async () => {
  await engine.close();
  remove();
});

function page(input: RecordsQueryInput): Promise<RecordsPage> {
  const query = recordsQuerySchema.parse(input);
  return readPage(engine, query, () => readDayCounts(engine, query));
}

async function walk(input: RecordsQueryInput): Promise<ProductionRecord[]> {
  const rows: ProductionRecord[] = [];
  let cursor: string | null | undefined;
  do {
    const next = await page({ ...input, limit: 37, ...(cursor ? { cursor } : {}) });
    rows.push(...next.rows);
    cursor = next.nextCursor;
  } while (cursor !== null);
  return rows;
}

/** The order the grid promises: by value, what is not recorded last, then by id. */
function inOrder(rows: ProductionRecord[], field: SortField, direction: 'asc' | 'desc'): ProductionRecord[] {
  const sign = direction === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [a[field], b[field]];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
      return (a.id - b.id) * sign;
    }
    const order = typeof left === 'number' ? left - Number(right) : compareText(left, String(right));
    return (order || a.id - b.id) * sign;
  });
}

test.each([
  ['one item', ['A-100']],
  ['an item and what names none', ['A-100', null]],
  ['an item that is not there', ['Z-999']],
])('pages of %s, by date and by quantity, hold the records of it and no others', async (_, items) => {
  const lines = ['Line 1', 'Line 2'];
  const filters = [
    { field: 'item' as const, in: items },
    { field: 'line' as const, in: lines },
  ];
  const kept = (await walk({})).filter((row) => items.includes(row.itemCode) && lines.includes(row.line ?? ''));
  expect(kept.length > 0).toBe(items.includes('A-100'));
  for (const field of ['productionDate', 'goodQuantity'] as const) {
    const sort = { field, direction: 'desc' } as const;
    expect(await walk({ filters, sort })).toEqual(inOrder(kept, field, 'desc'));
  }
});

test('pages over all files hold every record once', async () => {
  const rows = await walk({});
  expect(new Set(rows.map(({ id }) => id)).size).toBe(drafts.length);
  expect(new Set(rows.map(({ partition }) => partition))).toEqual(new Set(['live', 'archive_2022', 'archive_2023']));
  const lineOf = (draft: RecordDraft) =>
    `${draft.sourceLine} ${draft.goodQuantity === null ? null : draft.goodQuantity / 1e6}`;
  expect(rows.map((row) => `${row.sourceLine} ${row.goodQuantity}`).sort()).toEqual(drafts.map(lineOf).sort());
});

describe.each(sortFields)('by %s', (field) => {
  test.each(['asc', 'desc'] as const)(
    '%s, the pages down are in order and the pages back up are the same ones',
    async (direction) => {
      const sort = { field, direction };
      const rows = await walk({ sort });
      expect(rows).toHaveLength(drafts.length);
      expect(rows).toEqual(inOrder(rows, field, direction));

      const first = await page({ sort, limit: 150 });
      const second = await page({ sort, limit: 150, cursor: first.nextCursor ?? '' });
      const third = await page({ sort, limit: 150, cursor: second.nextCursor ?? '' });
      expect([...first.rows, ...second.rows, ...third.rows]).toEqual(rows);
      expect(third.nextCursor).toBeNull();
      const back = await page({ sort, limit: 150, cursor: third.previousCursor ?? '' });
      expect(back.rows).toEqual(second.rows);
      const top = await page({ sort, limit: 150, cursor: back.previousCursor ?? '' });
      expect(top.rows).toEqual(first.rows);
      expect(top.previousCursor).toBeNull();
    },
  );
});

const levelsOf = [
  [
    ['productionDate', 'desc'],
    ['line', 'asc'],
    ['goodQuantity', 'desc'],
  ],
  [
    ['line', 'asc'],
    ['productionDate', 'desc'],
  ],
  [
    ['shift', 'desc'],
    ['lotNumber', 'asc'],
  ],
  [
    ['operator', 'desc'],
    ['defectQuantity', 'desc'],
    ['itemCode', 'asc'],
    ['lotNumber', 'desc'],
  ],
] as const;
describe.each(levelsOf.map((levels) => ({ levels })))('by $levels', ({ levels }) => {
  const [sort, ...thenBy] = levels.map(([field, direction]) => ({ field, direction }));
  const input = { sort, thenBy };

  test('the pages down are in order level by level, and the pages back up are the same ones', async () => {
    const rows = await walk(input);
    expect(rows).toHaveLength(drafts.length);
    // Every sort is stable: the last level first.
    const expected = levels.toReversed().reduce(
      (sorted, [field, direction]) => byLevel(sorted, field, direction),
      rows.toSorted((a, b) => (a.id - b.id) * (levels[0][1] === 'desc' ? -1 : 1)),
    );
    expect(rows).toEqual(expected);
    const second = await page({
      ...input,
      limit: 150,
      cursor: (await page({ ...input, limit: 150 })).nextCursor ?? '',
    });
    const third = await page({ ...input, limit: 150, cursor: second.nextCursor ?? '' });
    const back = await page({ ...input, limit: 150, cursor: third.previousCursor ?? '' });
    expect([second.rows, third.rows, back.rows]).toEqual([rows.slice(150, 300), rows.slice(300), second.rows]);
  });
});

/** By one level alone, what is not recorded last; what it leaves equal stays as it is. */
function byLevel(rows: ProductionRecord[], field: SortField, direction: 'asc' | 'desc'): ProductionRecord[] {
  return rows.toSorted((a, b) => {
    const [left, right] = [a[field], b[field]];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    const order = typeof left === 'number' ? left - Number(right) : compareText(left, String(right));
    return direction === 'desc' ? -order : order;
  });
}

test('a jump to any position by date, then by line, shows what paging there shows', async () => {
  const input: RecordsQueryInput = {
    sort: { field: 'productionDate', direction: 'desc' },
    thenBy: [
      { field: 'line', direction: 'asc' },
      { field: 'goodQuantity', direction: 'desc' },
    ],
  };
  const rows = await walk(input);
  for (const position of [0, 1, 57, 99, 203, rows.length - 1]) {
    const found = await page({ ...input, position, limit: 5 });
    expect(found.rows, `position ${position}`).toEqual(rows.slice(position, position + 5));
  }
});

test.each(['asc', 'desc'] as const)(
  'a jump to any position by date (%s) shows what paging there shows',
  async (direction) => {
    const sort = { field: 'productionDate', direction } as const;
    const scope = { sort, from: '2022-08-01', to: '2024-03-31' };
    const rows = await walk(scope);
    for (const position of [0, 1, 99, rows.length - 1]) {
      const found = await page({ ...scope, position, limit: 5 });
      expect(found.rows, `position ${position}`).toEqual(rows.slice(position, position + 5));
    }
    expect((await page({ ...scope, position: rows.length })).rows).toEqual([]);
  },
);

test('a page reached by a jump goes on both ways', async () => {
  const rows = await walk({});
  const there = await page({ position: 200, limit: 10 });
  expect((await page({ limit: 10, cursor: there.nextCursor ?? '' })).rows).toEqual(rows.slice(210, 220));
  expect((await page({ limit: 10, cursor: there.previousCursor ?? '' })).rows).toEqual(rows.slice(190, 200));
});

test('a position in another order than by date is refused in words', async () => {
  await expect(page({ sort: { field: 'line', direction: 'asc' }, position: 3 })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
  });
});

test('a cursor that is none is refused in words', async () => {
  await expect(page({ cursor: 'abc' })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
});

test('the days of a scope are counted as the records are', async () => {
  const scope = {
    from: '2022-07-01',
    to: '2024-05-31',
    filters: [{ field: 'line' as const, in: ['Line 1', null] }],
    search: '',
  };
  const wanted = drafts.filter((draft) => {
    const date = isoFromDay(draft.day);
    return date >= scope.from && date <= scope.to && (draft.line === 'Line 1' || draft.line === null);
  });
  const days = await readDayCounts(engine, scope);
  expect(days.reduce((sum, { records }) => sum + records, 0)).toBe(wanted.length);
  expect(days.map(({ day }) => day)).toEqual([...new Set(wanted.map(({ day }) => day))].sort((a, b) => b - a));
});

test.each<RecordCondition[]>([
  [{ field: 'goodQuantity', is: 'between', from: 100.25, to: 300 }],
  [{ field: 'downMinutes', is: 'between', to: 0 }],
  [{ field: 'operator', is: 'missing' }],
  [{ field: 'lotNumber', is: 'begins', text: 'l1' }],
  [{ field: 'note', is: 'contains', text: '%' }],
  [
    { field: 'line', is: 'begins', text: 'Line' },
    { field: 'idealCycleSeconds', is: 'recorded' },
  ],
])('records are those of which %j holds, page by page in any order, and are counted', async (...where) => {
  const wanted = drafts.flatMap((draft, at) => (where.every((each) => meets(each, draft)) ? [at + 1] : []));
  const orders = ['productionDate', 'lotNumber', 'defectQuantity'] as const;
  for (const field of orders) {
    const found = await walk({ where, sort: { field, direction: 'desc' } });
    expect(found.map(({ sourceLine }) => Number(sourceLine)).sort((a, b) => a - b)).toEqual(wanted);
  }
  const days = await readDayCounts(engine, { filters: [], where, search: '' });
  expect(days.reduce((sum, { records }) => sum + records, 0)).toBe(wanted.length);
});

test('by the name of an item records are found that show it', async () => {
  const all = await walk({});
  const name = all.find(({ itemName }) => itemName !== null)?.itemName ?? '';
  const found = await walk({
    where: [{ field: 'itemName', is: 'contains', text: name.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()) }],
  });
  expect(found.map(({ id }) => id)).toEqual(all.flatMap(({ id, itemName }) => (itemName?.includes(name) ? [id] : [])));
  expect(found.length).toBeGreaterThan(0);
  const without = await walk({ where: [{ field: 'itemName', is: 'missing' }] });
  expect(without.map(({ id }) => id)).toEqual(all.flatMap(({ id, itemName }) => (itemName === null ? [id] : [])));
});

test.each(['%', '_', 'x%', 'L3-', 'two\nlines'])('the text %j is sought as it is, not as a pattern', async (search) => {
  const holds = (text: string | null) => text?.toLowerCase().includes(search.toLowerCase()) ?? false;
  const wanted = drafts.filter((draft) => [draft.lotNumber, draft.orderNumber, draft.note, draft.itemCode].some(holds));
  const found = await walk({ search });
  const rows = found.filter((row) => [row.lotNumber, row.orderNumber, row.note, row.itemCode].some(holds));
  expect(rows).toHaveLength(wanted.length);
  expect(found.filter((row) => !rows.includes(row)).every((row) => holds(row.itemName))).toBe(true);
});

test('a record is found with its reasons in whichever file it is, and a missing one is told in words', async () => {
  const rows = await walk({});
  for (const partition of ['live', 'archive_2022']) {
    const row = rows.find((candidate) => candidate.partition === partition);
    expect(await readRecord(engine, row?.id ?? 0)).toMatchObject({ ...row });
  }
  const withReasons = drafts.findIndex((draft) => draft.defects.length > 1);
  const row = rows.find(({ sourceLine }) => sourceLine === withReasons + 1);
  const detail = await readRecord(engine, row?.id ?? 0);
  const given = drafts[withReasons]?.defects ?? [];
  expect(new Set(detail.defects.map(({ reason }) => reason))).toEqual(
    new Set(given.filter(({ amount }) => amount > 0).map(({ reason }) => reason)),
  );
  await expect(readRecord(engine, 1_000_000)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('values hold lots of every file, in order, and say when there are more', async () => {
  const lots = [...new Set(drafts.flatMap(({ lotNumber }) => lotNumber ?? []))].sort(compareText);
  const all = await readValues(engine, { field: 'lot', search: '', limit: 1_000 });
  expect(all.values.map(({ value }) => value)).toEqual(lots);
  const some = await readValues(engine, { field: 'lot', search: 'l1', limit: 3 });
  expect(some.values.map(({ value }) => value)).toEqual(lots.filter((lot) => lot.includes('L1')).slice(0, 3));
  expect([all.more, some.more]).toEqual([false, true]);
});

describe('Beyond a cursor', () => {
  const day = dayFromIso('2024-05-01');
  const edge = { values: [day], id: 3 };
  const range = { from: dayFromIso('2024-01-01'), to: dayFromIso('2024-12-31') };
  const newest = { field: 'productionDate', direction: 'desc' } as const;

  test('a range by date ends or begins on the day of the cursor, whichever way is read', () => {
    expect(rangeBeyond(range, newest, { toward: 'after', edge })).toEqual({ ...range, to: day });
    expect(rangeBeyond(range, newest, { toward: 'before', edge })).toEqual({ ...range, from: day });
    expect(rangeBeyond({ from: null, to: null }, { ...newest, direction: 'asc' }, { toward: 'after', edge })).toEqual({
      from: day,
      to: null,
    });
  });

  test('a range stays what it is without a cursor, in another order, and where the cursor lies outside', () => {
    expect(rangeBeyond(range, newest, null)).toEqual(range);
    expect(rangeBeyond(range, { field: 'goodQuantity', direction: 'desc' }, { toward: 'after', edge })).toEqual(range);
    const outside = { values: [dayFromIso('2026-01-01')], id: 3 };
    expect(rangeBeyond(range, newest, { toward: 'after', edge: outside })).toEqual(range);
  });
});

test('by date the days that only the first file holds are read before the others', () => {
  const day = (date: string) => dayFromIso(date) ?? 0;
  const catalog = catalogOf({
    live: [['2025-01-01', '2025-01-31']],
    archive_2024: [['2024-01-01', '2024-12-31']],
  });
  const all = { from: null, to: null };
  expect(splitAtFirstFile(catalog, all, true)).toEqual({
    head: { from: day('2025-01-01'), to: null },
    rest: { from: null, to: day('2024-12-31') },
  });
  expect(splitAtFirstFile(catalog, all, false)).toEqual({
    head: { from: null, to: day('2024-12-31') },
    rest: { from: day('2025-01-01'), to: null },
  });
  expect(splitAtFirstFile(catalog, { from: null, to: day('2024-06-01') }, true)).toBeNull();
  expect(splitAtFirstFile(catalogOf({ live: [['2025-01-01', '2025-01-31']] }), all, true)).toBeNull();
});

test('late records that live holds for an archived year are read together with it', () => {
  const catalog = catalogOf({
    live: [
      ['2024-03-05', '2024-03-05'],
      ['2025-01-01', '2025-01-31'],
    ],
    archive_2024: [['2024-01-01', '2024-12-31']],
  });
  const to = dayFromIso('2024-12-31') ?? 0;
  expect(splitAtFirstFile(catalog, { from: null, to: null }, true)?.rest).toEqual({ from: null, to });
  expect(splitAtFirstFile(catalog, { from: null, to }, true)).toBeNull();
});
