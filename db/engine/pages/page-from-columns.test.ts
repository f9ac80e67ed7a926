import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  type RecordsPage,
  type RecordsQueryInput,
  recordsQuerySchema,
  sortFields,
} from '../../../shared/query/records-query.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { createRandom } from '../../sample/random.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { queryFacts } from '../../testing/random-query.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import { Engine } from '../engine.ts';
import { readDayCounts } from './day-counts.ts';
import { readPage } from './records.ts';

const drafts = randomDrafts(createRandom(5), { records: 1_200, from: '2022-11-01', to: '2024-02-20' });
let engine: Engine;
let remove: () => void;

beforeAll(async () => {
  const created = createStore();
  await insertRecords(created.store, drafts.slice(0, 800));
  archiveYear(created.store, 2022, unwatched);
  await insertRecords(created.store, drafts); // late records for a sealed year
  created.store.close();
  remove = created.remove;
  engine = await Engine.open(created.path, 'own');
});
afterAll(async () => {
  await engine.close();
  remove();
});

const { values } = queryFacts(drafts);
const scopes: RecordsQueryInput[] = [
  {},
  { filters: [{ field: 'operator', in: values.operator.slice(0, 2) }] },
  {
    filters: [
      { field: 'line', in: [null, ...values.line.slice(0, 1)] },
      { field: 'item', in: values.item.slice(0, 3) },
    ],
  },
  { filters: [{ field: 'defectReason', in: values.defectReason.slice(0, 2) }], from: '2022-12-15', to: '2023-06-30' },
  { filters: [{ field: 'shift', in: ['not there'] }] },
];
const queries = scopes.flatMap((scope) =>
  sortFields.flatMap((field) =>
    (['asc', 'desc'] as const).map(
      (direction): RecordsQueryInput => ({ ...scope, sort: { field, direction }, limit: 60 }),
    ),
  ),
);
/** The second and third level turned the other way, and with values that some records lack. */
const severalLevels = scopes.flatMap((scope) =>
  (['productionDate', 'shift', 'operator', 'reworkQuantity'] as const).flatMap((field) =>
    (['asc', 'desc'] as const).map((direction): RecordsQueryInput => {
      const [up, down] = [direction, direction === 'asc' ? 'desc' : 'asc'] as const;
      const thenBy = [
        { field: 'line', direction: down },
        { field: 'reworkQuantity', direction: up },
        { field: 'productionDate', direction: down },
      ] as const;
      return { ...scope, sort: { field, direction }, thenBy: [...thenBy], limit: 60 };
    }),
  ),
);
queries.push(...severalLevels);

const page = (query: RecordsQueryInput) => {
  const parsed = recordsQuerySchema.parse(query);
  return readPage(engine, parsed, () => readDayCounts(engine, parsed));
};

/** Four pages down and two back up. */
async function walk(query: RecordsQueryInput): Promise<Pick<RecordsPage, 'rows' | 'nextCursor' | 'previousCursor'>[]> {
  const seen: RecordsPage[] = [await page(query)];
  for (const turn of ['nextCursor', 'nextCursor', 'nextCursor', 'previousCursor', 'previousCursor'] as const) {
    const cursor = seen.at(-1)?.[turn];
    if (cursor) seen.push(await page({ ...query, cursor }));
  }
  return seen.map(({ rows, nextCursor, previousCursor }) => ({ rows, nextCursor, previousCursor }));
}

test('in every order, with filters and without, pages from columns are the pages from the files', async () => {
  const expected = [];
  for (const query of queries) expected.push(await walk(query));
  const fromFiles = new Set(expected.flatMap((pages) => pages.flatMap(({ rows }) => rows.map(({ id }) => id))));
  expect(fromFiles.size).toBeGreaterThan(drafts.length / 2);

  await engine.loadColumns();
  const asked = vi.spyOn(engine, 'ask');
  for (const [at, query] of queries.entries()) expect(await walk(query), JSON.stringify(query)).toEqual(expected[at]);
  const fromColumns = asked.mock.calls.filter(([name]) => name === 'topRowsOfColumns');
  expect(fromColumns.length).toBeGreaterThan(queries.length);
});
