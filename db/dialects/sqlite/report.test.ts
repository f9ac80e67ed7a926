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
const inDays = '(production_date>? AND production_date<?)';

/** Answered by sums that are kept: one stretch of a table that is clustered by day. */
const byRollup: { name: string; query: ReportQueryInput; read: string }[] = [
  { name: 'totals of a range', query: { measures: ratios, ...range }, read: `SEARCH r USING PRIMARY KEY ${inDays}` },
  { name: 'totals of everything', query: { measures: ratios }, read: 'SCAN r' },
  {
    name: 'trend by month',
    query: { measures: ratios, dimensions: ['month'], ...range },
    read: `SEARCH r USING PRIMARY KEY ${inDays}`,
  },
  {
    name: 'by line',
    query: { measures: ratios, dimensions: ['line'], ...range },
    read: `SEARCH r USING PRIMARY KEY ${inDays}`,
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
    read: `SEARCH r USING PRIMARY KEY ${inDays}`,
  },
  {
    name: 'items of a line by day',
    query: { measures: ratios, dimensions: ['day', 'item'], ...range, filters: [{ field: 'line', in: ['Line 1'] }] },
    read: `SEARCH r USING PRIMARY KEY ${inDays}`,
  },
  {
    name: 'defects by reason',
    query: { measures: ['defects'], dimensions: ['defectReason'], ...range },
    read: `SEARCH r USING PRIMARY KEY ${inDays}`,
  },
];

/** Answered from the records. */
const byRecords: { name: string; query: ReportQueryInput; read: string }[] = [
  {
    name: 'by month and operator',
    query: { measures: ratios, dimensions: ['month', 'operator'], ...range },
    read: `SEARCH r USING INDEX records_by_day ${inDays}`,
  },
  {
    name: 'operators of a line and shift',
    query: {
      measures: ratios,
      dimensions: ['operator'],
      ...range,
      filters: [
        { field: 'line', in: ['Line 1'] },
        { field: 'shift', in: ['Early'] },
      ],
    },
    read: `SEARCH r USING INDEX records_by_day ${inDays}`,
  },
  {
    name: 'operators of an item',
    query: { measures: ratios, dimensions: ['operator'], ...range, filters: [{ field: 'item', in: ['A-100'] }] },
    read: 'SEARCH r USING INDEX records_by_day (production_date=?)',
  },
  {
    name: 'records that hold so much',
    query: {
      measures: ratios,
      dimensions: ['line'],
      ...range,
      where: [
        { field: 'defectQuantity', is: 'between', from: 5 },
        { field: 'runMinutes', is: 'recorded' },
        { field: 'note', is: 'contains', text: 'torn' },
      ],
    },
    read: `SEARCH r USING INDEX records_by_day ${inDays}`,
  },
  {
    name: 'a lot',
    query: { measures: ratios, dimensions: ['day'], filters: [{ field: 'lot', in: ['L1-1'] }] },
    read: 'SEARCH r USING INDEX records_by_lot (lot_number=?)',
  },
];

describe.each(['live', 'archive'])('In %s', (partition) => {
  const planOf = (query: ReportQueryInput) => planReport(parseReportQuery(query), catalog);
  const database = () => (partition === 'live' ? store.live : archive);

  const stepsOf = (query: ReportQueryInput) => explain(database(), reportStatement(planOf(query)));
  const readsOf = (steps: string[]) => steps.filter((step) => / r\b/.test(step));

  test.each(byRollup)('$name reads a stretch of a rollup', ({ query, read }) => {
    expect(planOf(query).rollup).not.toBeNull();
    expect(readsOf(stepsOf(query))).toEqual([read]);
  });

  test.each(byRecords)('$name reads its index and nothing else', ({ query, read }) => {
    expect(readsOf(stepsOf(query))).toEqual([read]);
  });

  test('a trend of one operator is added up by day in the order of the index, without a sort', () => {
    const filters: ReportQueryInput['filters'] = [{ field: 'operator', in: ['Ida'] }];
    const steps = stepsOf({ measures: ratios, dimensions: ['month'], ...range, filters });
    const inner = steps.slice(0, steps.indexOf('SCAN g'));
    expect(readsOf(inner)).toEqual([`SEARCH r USING INDEX records_by_day ${inDays}`]);
    expect(inner.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test('defects by reason of one item find each list by the record it belongs to', () => {
    const filters: ReportQueryInput['filters'] = [{ field: 'item', in: ['A-100'] }];
    const steps = stepsOf({ measures: ['defects'], dimensions: ['defectReason'], ...range, filters });
    expect(steps).toContain('SEARCH l USING PRIMARY KEY (record_id=?)');
    expect(steps.filter((step) => /SCAN (l|record_defects|records)\b/.test(step))).toEqual([]);
  });

  test('lots of a range are counted without reading the whole file', () => {
    const steps = explain(database(), lotsStatement(planOf({ measures: ['lots'], dimensions: ['month'], ...range })));
    expect(steps.find((step) => / r\b/.test(step))).toMatch(/^SEARCH r USING .*INDEX records_by_day/);
  });
});
