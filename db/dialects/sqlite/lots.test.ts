import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftOf } from '../../testing/draft.ts';
import { explain } from '../../testing/explain.ts';
import { createStore, insertRecords } from '../../testing/test-store.ts';
import {
  beyondOnLineStatement,
  lotCrewsStatement,
  lotDefectsStatement,
  lotOrdersStatement,
  lotPartsStatement,
  lotReasonsStatement,
  lotRecordsStatement,
  lotSourcesStatement,
  lotsByNumberStatement,
  lotsByPartStatement,
  lotsOfCrewsStatement,
  lotsOfOrdersStatement,
  lotsOnLinesStatement,
  newestLotsStatement,
  proposalsStatement,
  workedDaysStatement,
} from './lots.ts';

let created: ReturnType<typeof createStore>;
beforeAll(async () => {
  created = createStore();
  await insertRecords(created.store, [draftOf('2024-03-04', 'Press 1', 5, { lotNumber: 'L1', orderNumber: 'WO-1' })]);
});
afterAll(() => {
  created.store.close();
  created.remove();
});

const byLot = /^SEARCH r USING (COVERING )?INDEX records_by_lot \(lot_number=\?\)/;
const byDay = /^SEARCH r USING INDEX records_by_day \(production_date/;
const byId = /^SEARCH r USING INTEGER PRIMARY KEY/;
const range = { from: 19_000, to: 19_010 };
const place = { day: 19_000, startedAt: null, id: 1 };

const reads = {
  'a part of the number': [lotsByPartStatement('L24', 51), byId],
  'the number itself': [lotsByNumberStatement(['L1']), /^SEARCH r USING (COVERING )?INDEX records_by_lot/],
  'the newest lots': [newestLotsStatement('L', 19_000, 100, 51), byDay],
  'the parts of lots': [lotPartsStatement(['L1', 'L2']), byLot],
  'the records of a lot': [lotRecordsStatement('L1', 10), byLot],
  'the defects of a lot': [lotReasonsStatement('L1', 'defect'), byLot],
  'the downtimes of a lot': [lotReasonsStatement('L1', 'downtime'), byLot],
  'the orders of a lot': [lotOrdersStatement('L1'), byLot],
  'the crews of a lot': [lotCrewsStatement('L1'), byLot],
  'the files of a lot': [lotSourcesStatement('L1'), byLot],
  'what stands before it': [
    beyondOnLineStatement({ line: 'Press 1', lot: 'L1', place, days: [19_000] }, 'before'),
    byDay,
  ],
  'what stands after it': [
    beyondOnLineStatement({ line: 'Press 1', lot: 'L1', place, days: [19_000] }, 'after'),
    byDay,
  ],
  'the defects of lots on a line': [lotDefectsStatement(['L1'], { item: 'A', line: 'Press 1' }), byLot],
  'lots on lines': [lotsOnLinesStatement(['Press 1'], range), byDay],
  'lots of crews': [lotsOfCrewsStatement([['Kim', 'Early']], range), byDay],
  'lots of orders': [lotsOfOrdersStatement(['WO-1', 'WO-2']), byId],
} as const;

test.each(Object.entries(reads))(
  '%s: records are found by an index, and no other is read',
  (_, [statement, expected]) => {
    const steps = explain(created.store.live, statement).filter((step) => /^(SEARCH|SCAN) r\b/.test(step));
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(step).toMatch(expected);
  },
);

test.each([
  ['a part of a number', lotsByPartStatement('L24', 51)],
  ['its proposals', proposalsStatement('L24')],
  ['an order', lotsOfOrdersStatement(['WO-1'])],
])('%s is looked up in the search index', (_, statement) => {
  const steps = explain(created.store.live, statement).filter((step) => step.includes('record_search'));
  expect(steps).toHaveLength(1);
  expect(steps[0]).toMatch(/VIRTUAL TABLE INDEX \d+:M/);
});

test('the days of a line come from its rollup, from the day on', () => {
  const steps = explain(created.store.live, workedDaysStatement({ line: 'Press 1', day: 19_000, days: 60 }, 'before'));
  expect(steps).toContainEqual(expect.stringMatching(/^SEARCH d USING PRIMARY KEY \(production_date<\?\)/));
  expect(steps.join()).not.toMatch(/TEMP B-TREE FOR ORDER BY/);
});
