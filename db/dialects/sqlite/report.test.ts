import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { openReadable, type ReadableDatabase } from '../../engine/sqlite/connection.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { planReport } from '../../planner/plan.ts';
import { createRandom } from '../../sample/random.ts';
import { type Catalog, readCatalog } from '../../store/catalog.ts';
import { partitionFile } from '../../store/folder.ts';
import { explain } from '../../testing/explain.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import { lotsStatement, reportStatement } from './report.ts';

const { store, remove } = createStore();
let archive: ReadableDatabase;
let catalog: Catalog;

beforeAll(async () => {
  const drafts = randomDrafts(createRandom(21), { records: 1_000, from: '2023-01-01', to: '2024-12-31' });
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched); // sealed with statistics, which live lacks: both have to be planned well
  archive = openReadable(partitionFile(store.folder, 'archive_2023'));
  catalog = readCatalog(store.live, store.folder);
});
afterAll(() => {
  archive.close();
  store.close();
  remove();
});

const range = { from: '2023-02-01', to: '2024-11-30' };
const ratios: ReportQueryInput['measures'] = ['good', 'defects', 'yield', 'planAttainment'];
const byDate = 'SEARCH r USING COVERING INDEX records_by_date (production_date>? AND production_date<?)';

const hotPaths: { name: string; query: ReportQueryInput; read: string; streams: boolean }[] = [
  { name: 'totals of a range', query: { measures: ratios, ...range }, read: byDate, streams: true },
  {
    name: 'totals of everything',
    query: { measures: ratios },
    read: 'SCAN r USING COVERING INDEX records_by_date',
    streams: true,
  },
  { name: 'trend by month', query: { measures: ratios, dimensions: ['month'], ...range }, read: byDate, streams: true },
  { name: 'by line', query: { measures: ratios, dimensions: ['line'], ...range }, read: byDate, streams: true },
  {
    name: 'by month and line',
    query: { measures: ratios, dimensions: ['month', 'line'], ...range },
    read: byDate,
    streams: true,
  },
  {
    name: 'top items by defects',
    query: {
      measures: ['defects'],
      dimensions: ['item'],
      ...range,
      orderBy: [{ field: 'defects', direction: 'desc' }],
      limit: 10,
    },
    read: byDate,
    streams: true,
  },
  {
    name: 'one item by day',
    query: { measures: ratios, dimensions: ['day'], ...range, filters: [{ field: 'item', in: ['A-100'] }] },
    read: 'SEARCH r USING COVERING INDEX records_by_item (item_id=? AND production_date>? AND production_date<?)',
    streams: false,
  },
  {
    name: 'a lot',
    query: { measures: ratios, dimensions: ['day'], filters: [{ field: 'lot', in: ['L1-1'] }] },
    read: 'SEARCH r USING INDEX records_by_lot (lot_number=?)',
    streams: false,
  },
];

describe.each(['live', 'archive'])('In %s', (partition) => {
  const planOf = (query: ReportQueryInput) => planReport(parseReportQuery(query), catalog);
  const database = () => (partition === 'live' ? store.live : archive);

  test.each(hotPaths)('$name reads its index and nothing else', ({ query, read, streams }) => {
    const steps = explain(database(), reportStatement(planOf(query)));
    expect(steps.filter((step) => / r\b/.test(step))).toEqual([read]);
    // Rows come in the order of the index, so that the inner grouping needs no sort; the outer has few rows.
    const inner = steps.slice(0, steps.indexOf('SCAN g'));
    if (streams) expect(inner.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test('defects by reason find each list by the record it belongs to', () => {
    const plan = planOf({ measures: ['defects'], dimensions: ['defectReason'], ...range });
    const steps = explain(database(), reportStatement(plan));
    expect(steps).toContain('SEARCH l USING PRIMARY KEY (record_id=?)');
    expect(steps.filter((step) => /SCAN (l|record_defects|records)\b/.test(step))).toEqual([]);
  });

  test('lots of a range are counted without reading the whole file', () => {
    const steps = explain(database(), lotsStatement(planOf({ measures: ['lots'], dimensions: ['month'], ...range })));
    expect(steps.find((step) => / r\b/.test(step))).toMatch(/^SEARCH r USING .*INDEX records_by_date/);
  });
});
