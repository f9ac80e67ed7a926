import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { addsUp, agree, checkTotals, wholeOf } from './check-totals.ts';
import { parseReportQuery } from './report-query.ts';

const query = parseReportQuery({
  measures: ['good', 'yield', 'lots'],
  dimensions: ['line'],
  from: '2024-01-01',
  filters: [{ field: 'shift', in: ['A'] }],
  orderBy: [{ field: 'good', direction: 'desc' }],
});
const columns = ['line', 'good', 'yield', 'lots'].map((name) => ({ name, type: 'text' as const, unit: null }));
const answer = {
  columns,
  rows: [
    ['Press 1', 0.1, 0.5, 3],
    ['Press 2', 0.2, 0.9, 4],
    [null, null, null, 1],
  ],
};
const whole = (...row: (number | null)[]) => ({ rows: [row] }) as Answer;

test('the whole is the same question without splits, order and limit', () => {
  expect(wholeOf(query)).toEqual({
    measures: query.measures,
    dimensions: [],
    from: '2024-01-01',
    to: undefined,
    filters: query.filters,
    orderBy: [],
  });
});

test('sums are exact, and ratios and lots are never added up', () => {
  const totals = checkTotals(query, answer, whole(0.3, 0.77, 7));
  expect(totals).toEqual([
    { measure: 'good', ofRows: 0.3, ofRecords: 0.3 }, // 0.1 + 0.2 is not 0.3 for a computer
    { measure: 'yield', ofRows: null, ofRecords: 0.77 },
    { measure: 'lots', ofRows: null, ofRecords: 7 },
  ]);
  expect(agree(totals)).toBe(true);
});

test('a millionth that is missing is told', () => {
  expect(agree(checkTotals(query, answer, whole(0.300001, 0.77, 7)))).toBe(false);
  expect(agree(checkTotals(query, answer, whole(null, 0.77, 7)))).toBe(false);
});

test.each([
  ['a limit', { limit: 5 }],
  ['a range of groups', { groupRanges: [{ measure: 'defects', from: 1 }] }],
  ['reasons', { dimensions: ['defectReason'] }],
])('rows do not add up to the whole with %s', (_, change) => {
  const asked = { measures: ['defects'], dimensions: ['line'] };
  expect(addsUp('defects', parseReportQuery(asked))).toBe(true);
  expect(addsUp('defects', parseReportQuery({ ...asked, ...change }))).toBe(false);
});
