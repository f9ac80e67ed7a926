import { expect, test } from 'vitest';
import { type Filter, parseReportQuery } from '../../shared/query/report-query.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { chooseSource } from './choose-source.ts';
import { unplanned } from './plan.ts';

function choose(filters: Filter[]) {
  const query = parseReportQuery({ measures: ['good'], from: '2024-01-01', filters });
  const { index, reasons } = chooseSource(unplanned(query, catalogOf({ live: [] })));
  return { index, reasons };
}

test('the range leads where no filter is narrower', () => {
  const byRange = { index: 'records_by_date', reasons: ['read by records_by_date: the range decides what is read'] };
  expect(choose([])).toEqual(byRange);
  expect(choose([{ field: 'line', in: ['Line 1'] }])).toEqual(byRange);
});

test('an item leads, and a lot before an item', () => {
  const item: Filter = { field: 'item', in: ['A-100'] };
  expect(choose([item])).toEqual({
    index: 'records_by_item',
    reasons: ['read by records_by_item: the filter on item is narrower than the range'],
  });
  expect(choose([item, { field: 'lot', in: ['L1'] }]).index).toBe('records_by_lot');
});

test("a filter that keeps 'not recorded' cannot lead", () => {
  expect(choose([{ field: 'lot', in: ['L1', null] }]).index).toBe('records_by_date');
});
