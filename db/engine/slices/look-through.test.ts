import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type PartialCount, type PartialPage, recordsQuerySchema } from '../../../shared/query/records-query.ts';
import type { RecordDraft } from '../../import/rows/record-draft.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { createRandom } from '../../sample/random.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { createEngine } from '../../testing/test-engine.ts';
import { insertRecords, unwatched } from '../../testing/test-store.ts';
import type { Engine } from '../engine.ts';
import { readDayCounts } from '../pages/day-counts.ts';
import { readPage } from '../pages/records.ts';

/** Slices of a few days each, so that a small store is cut into many. */
const sizes = { wholeUpTo: 0, first: 20, targetMs: 0, recordsARow: 0 };
const RECORDS = 1_200;
const drafts: RecordDraft[] = randomDrafts(createRandom(7), {
  records: RECORDS,
  from: '2023-03-01',
  to: '2024-06-30',
}).map((draft, at) => ({ ...draft, lotNumber: `L${at % 83}`, note: at % 50 === 0 ? 'rare' : null }));

let engine: Engine;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ engine, remove } = await createEngine(async (store) => {
    await insertRecords(store, drafts.slice(0, 1_000));
    archiveYear(store, 2023, unwatched);
    await insertRecords(store, drafts); // late records of the archived year stay in live
  }));
});
afterAll(() => remove());

type Asked = Parameters<typeof recordsQuerySchema.parse>[0] & object;

function page(asked: Asked, how: Parameters<typeof readPage>[3] = {}) {
  const query = recordsQuerySchema.parse(asked);
  return readPage(engine, query, () => readDayCounts(engine, query), how);
}

const operator = drafts.find((draft) => draft.operator !== null)?.operator ?? '';
const scopes = {
  'a text of two letters': { search: '7' },
  'a text that hardly a record has': { search: 'ra' },
  'a text that no record has': { search: '§' },
  'a filter that no index knows': { filters: [{ field: 'operator', in: [operator] }] },
  'a number in a range and a text in part': {
    where: [
      { field: 'goodQuantity', is: 'between', from: 20, to: 400.5 },
      { field: 'lotNumber', is: 'contains', text: '7' },
    ],
  },
  'what hardly a record holds, with a text of two letters': {
    search: 'ra',
    where: [{ field: 'reworkQuantity', is: 'missing' }],
  },
  'both, over a few months': {
    search: 'L',
    filters: [{ field: 'operator', in: [operator] }],
    from: '2023-11-05',
    to: '2024-02-20',
  },
};
const sorts = (['productionDate', 'lotNumber', 'goodQuantity'] as const).flatMap((field) =>
  (['asc', 'desc'] as const).map((direction) => ({ field, direction })),
);

describe.each(Object.entries(scopes))('Looked for record by record: %s', (_, scope) => {
  test.each(sorts)('the pages by $field $direction are those of all records at once', async (sort) => {
    const all = await page({ ...scope, sort, limit: 1_000 }, { sizes: { ...sizes, first: RECORDS * 2 } });
    let paged = await page({ ...scope, sort, limit: 30 }, { sizes });
    const rows = [...paged.rows];
    while (paged.nextCursor !== null && rows.length < 200) {
      paged = await page({ ...scope, sort, limit: 30, cursor: paged.nextCursor }, { sizes });
      rows.push(...paged.rows);
    }
    expect(rows).toEqual(all.rows.slice(0, rows.length));
    expect(rows.length).toBe(Math.min(all.rows.length, Math.ceil(rows.length / 30) * 30));
    if (paged.previousCursor === null || rows.length <= 30) return;
    const before = await page({ ...scope, sort, limit: 30, cursor: paged.previousCursor }, { sizes });
    const at = rows.length - paged.rows.length - 30;
    expect(before.rows).toEqual(rows.slice(at, at + 30));
  });

  test('what is told of the first page on the way is its beginning', async () => {
    const parts: PartialPage[] = [];
    const whole = await page({ ...scope, limit: 40 }, { sizes, onPartial: (part) => parts.push(part) });
    expect(parts.length).toBeGreaterThan(0);
    for (const { rows, recordsRead, recordsTotal } of parts) {
      expect(rows).toEqual(whole.rows.slice(0, rows.length));
      expect(recordsRead).toBeLessThanOrEqual(recordsTotal);
    }
  });
});

test('a page that is full ends the looking', async () => {
  const read = vi.spyOn(engine, 'read');
  await page({ search: 'L', limit: 10 }, { sizes });
  const ofOnePage = read.mock.calls.length;
  read.mockClear();
  await page({ search: '§', limit: 10 }, { sizes });
  expect(ofOnePage * 5).toBeLessThan(read.mock.calls.length);
  read.mockRestore();
});

test('a count tells what it has counted so far, and ends with all', async () => {
  const parts: PartialCount[] = [];
  const days = await readDayCounts(
    engine,
    { filters: [], search: '7' },
    { sizes, onPartial: (part) => parts.push(part) },
  );
  const count = days.reduce((sum, { records }) => sum + records, 0);
  expect(count).toBe(
    drafts.filter(({ lotNumber, itemCode, itemName, orderNumber }) =>
      [lotNumber, itemCode, itemName, orderNumber].some((text) => text?.includes('7')),
    ).length,
  );
  expect(parts.length).toBeGreaterThan(0);
  for (const part of parts) expect(part.count).toBeLessThanOrEqual(count);
});

test('neither goes on once it was taken back', async () => {
  const wanted = new AbortController();
  const stopAtOnce = { sizes, signal: wanted.signal, onPartial: () => wanted.abort() };
  await expect(page({ search: '§' }, stopAtOnce)).rejects.toMatchObject({ code: 'CANCELLED' });
  const again = new AbortController();
  const counting = readDayCounts(
    engine,
    { filters: [], search: '7' },
    { sizes, signal: again.signal, onPartial: () => again.abort() },
  );
  await expect(counting).rejects.toMatchObject({ code: 'CANCELLED' });
});
