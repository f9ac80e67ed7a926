import { expect, test } from 'vitest';
import { type Filter, parseReportQuery } from '../../shared/query/report-query.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { chooseSource } from './choose-source.ts';
import { unplanned } from './plan.ts';

function choose(filters: Filter[]) {
  const query = parseReportQuery({ measures: ['good'], from: '2024-01-01', filters });
  const { index, indexReason } = chooseSource(unplanned(query, catalogOf({ live: [] })));
  return { index, indexReason };
}

test('the range leads where no filter is narrower', () => {
  const byRange = { index: 'records_by_day', indexReason: { code: 'readByDay', index: 'records_by_day' } };
  expect(choose([])).toEqual(byRange);
  expect(choose([{ field: 'item', in: ['A-100'] }])).toEqual(byRange);
});

test('a lot leads', () => {
  expect(choose([{ field: 'lot', in: ['L1'] }])).toEqual({
    index: 'records_by_lot',
    indexReason: { code: 'readByLot', index: 'records_by_lot' },
  });
});

test("a filter that keeps 'not recorded' cannot lead", () => {
  expect(choose([{ field: 'lot', in: ['L1', null] }]).index).toBe('records_by_day');
});
