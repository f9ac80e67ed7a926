import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsQuerySchema } from '../../../shared/query/records-query.ts';
import { dayCountsStatement, searchHitsStatement } from '../../dialects/sqlite/records.ts';
import { isIndexed } from '../../dialects/sqlite/search.ts';
import type { RecordDraft } from '../../import/rows/record-draft.ts';
import { undoBatch } from '../../import/undo.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { checkIntegrity } from '../../maintenance/integrity.ts';
import { createRandom } from '../../sample/random.ts';
import { readCatalog } from '../../store/catalog.ts';
import { explain } from '../../testing/explain.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { createEngine } from '../../testing/test-engine.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import type { Engine } from '../engine.ts';
import { openReadable } from '../sqlite/connection.ts';
import { readDayCounts } from './day-counts.ts';
import { readPage } from './records.ts';

const notes = [
  'Restarted after a jam',
  '50% of the shift',
  'under_score',
  '재작업 있음',
  "operator's note",
  '😀😀 ok',
  null,
];
const drafts: RecordDraft[] = randomDrafts(createRandom(41), {
  records: 900,
  from: '2023-06-01',
  to: '2024-06-30',
}).map((draft, index) => ({
  ...draft,
  lotNumber: index % 9 === 0 ? null : `L${23 + (index % 2)}${String(index % 60).padStart(3, '0')}-${index % 7}`,
  orderNumber: index % 5 === 0 ? `WO-${index}` : null,
  note: notes[index % notes.length] ?? null,
}));
/** Found in items by code; with those every record of the item is meant and the index is not asked. */
const inItems = ['A-1'];
const texts = [
  'L24',
  'l24',
  '003-',
  '-12',
  '50%',
  '0% of',
  'r_s',
  '___',
  'jam',
  'JAM',
  '재작업',
  "or's",
  '😀😀',
  'zzz',
  'WO-1',
  '%%%',
  '\\\\\\',
];

const ever = { from: null, to: null };

let engine: Engine;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ engine, remove } = await createEngine(async (store) => {
    await insertRecords(store, drafts.slice(0, 700));
    const { batchId } = await insertRecords(store, drafts); // brings the other 200
    undoBatch(store.live, batchId, unwatched);
    await insertRecords(store, drafts.slice(0, 600));
    const renamed = drafts.slice(690, 700).map((draft) => ({ ...draft, note: 'corrected by hand' }));
    await insertRecords(store, renamed, [
      'production_date',
      'line_id',
      'item_id',
      'lot_number',
      'order_number',
      'operator_id',
      'good_quantity_packed',
      'started_at',
    ]);
    archiveYear(store, 2023, unwatched);
    expect(checkIntegrity(store, unwatched).findings).toEqual([]);
  }));
});
afterAll(() => remove());

test.each(texts.filter(isIndexed))(
  "'%s' is found alike with the search index and without, in live and in the archive",
  async (search) => {
    const { partitions } = await engine.catalog();
    for (const { file } of partitions) {
      const database = openReadable(file);
      const rows = ({ sql, parameters }: ReturnType<typeof dayCountsStatement>) => database.rows(sql, parameters);
      const scope = { filters: [], search };
      const found = new Map<unknown, number>();
      const [days] = rows(searchHitsStatement(scope, ever))[0] ?? [];
      for (const day of JSON.parse(String(days))) found.set(day, (found.get(day) ?? 0) + 1);
      expect(found).toEqual(
        new Map(rows(dayCountsStatement(scope, ever)).map(([day, records]) => [day, Number(records)])),
      );
      database.close();
    }
  },
);

test.each([...texts, ...inItems])(
  "the page and the count for '%s' are what a look through every record finds",
  async (search) => {
    const all = await readPage(engine, recordsQuerySchema.parse({ limit: 1_000 }), async () => []);
    const lower = (text: string | null) => (text ?? '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const expected = all.rows.filter((row) =>
      [row.lotNumber, row.orderNumber, row.note, row.itemCode, row.itemName].some((text) =>
        lower(text).includes(lower(search)),
      ),
    );
    const found = await readPage(engine, recordsQuerySchema.parse({ search, limit: 1_000 }), async () => []);
    expect(found.rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    const days = await readDayCounts(engine, { filters: [], search });
    expect(days.reduce((sum, { records }) => sum + records, 0)).toBe(expected.length);
  },
);

test.each(['asc', 'desc'] as const)(
  'what a text finds is paged both ways and jumped into, by date %s',
  async (direction) => {
    const scope = { search: 'L24', from: '2023-07-03', sort: { field: 'productionDate' as const, direction } };
    const page = (more: object) => {
      const query = recordsQuerySchema.parse({ ...scope, ...more });
      return readPage(engine, query, () => readDayCounts(engine, query));
    };
    const all = await page({ limit: 1_000 });
    expect(all.rows.length).toBeGreaterThan(100);
    const [first, second] = [
      await page({ limit: 30 }),
      await page({ limit: 30, cursor: (await page({ limit: 30 })).nextCursor }),
    ];
    expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 60));
    expect((await page({ limit: 30, cursor: second.previousCursor })).rows).toEqual(first.rows);
    for (const position of [0, 1, 59, all.rows.length - 1]) {
      expect((await page({ limit: 9, position })).rows, `position ${position}`).toEqual(
        all.rows.slice(position, position + 9),
      );
    }
  },
);

test('a text of three letters is looked up, not looked for record by record', () => {
  const database = openReadable(engine.folder.live);
  const steps = explain(database, searchHitsStatement({ filters: [], search: 'L24' }, ever));
  database.close();
  expect(
    steps.filter((step) => /record_search/.test(step)).every((step) => /VIRTUAL TABLE INDEX \d+:M/.test(step)),
  ).toBe(true);
  expect(steps.find((step) => / r\b/.test(step))).toMatch(/^SEARCH r USING INTEGER PRIMARY KEY/);
});

test('a search index that disagrees with the records is found and built again', async () => {
  const other = createStore();
  await insertRecords(other.store, drafts.slice(0, 50));
  const catalog = readCatalog(other.store.live, other.store.folder);
  expect(catalog.partitions[0]?.months.length).toBeGreaterThan(0);
  other.store.live.exec("INSERT INTO record_search (rowid, note) VALUES (999999, 'a note of no record')");
  expect(checkIntegrity(other.store, unwatched).findings).toEqual([
    'live: the search index disagreed with the records; it was built again from them',
  ]);
  expect(checkIntegrity(other.store, unwatched).sound).toBe(true);
  other.store.close();
  other.remove();
});
