import { expect, test } from 'vitest';
import { type Filter, parseReportQuery } from '../../shared/query/report-query.ts';
import type { Catalog } from '../store/catalog.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { chooseSource } from './choose-source.ts';
import { unplanned } from './plan.ts';
import { resolve } from './resolve.ts';

function choose(filters: Filter[], indexes: Catalog['indexes'] = []) {
  const query = parseReportQuery({ measures: ['good'], from: '2024-01-01', filters });
  const catalog = { ...catalogOf({ live: [] }), indexes };
  const { index, indexReason } = chooseSource(resolve(unplanned(query, catalog)), catalog);
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

const byOperator: Catalog['indexes'] = [
  { name: 'records_by_operator_day', fields: ['operator', 'day'], distinctKeys: 40 },
];

test('an index of advice leads where its filter is narrow', () => {
  expect(choose([{ field: 'operator', in: ['Ada'] }], byOperator)).toEqual({
    index: 'records_by_operator_day',
    indexReason: { code: 'readByAdvised', index: 'records_by_operator_day', because: 'narrow' },
  });
  expect(choose([{ field: 'operator', in: ['Ada', null] }], byOperator).index).toBe('records_by_day');
});

test('a lot leads before an index of advice', () => {
  const filters: Filter[] = [
    { field: 'lot', in: ['L1'] },
    { field: 'operator', in: ['Ada'] },
  ];
  expect(choose(filters, byOperator).index).toBe('records_by_lot');
});
