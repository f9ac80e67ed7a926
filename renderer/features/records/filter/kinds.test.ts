import { expect, test } from 'vitest';
import type { RecordCondition } from '../../../../shared/query/record-conditions.ts';
import { gridColumn } from '../columns.ts';
import { conditionFieldOf, conditionOf, draftOf, filteredColumns, isFilterable, kindsOf } from './kinds.ts';

function column(id: string) {
  const found = gridColumn(id);
  if (!found) throw new Error(`There is no column ${id}`);
  return found;
}

test('a text of a list is filtered by its values first, a free text by a part of it, a number by a range', () => {
  expect(kindsOf(column('line'))).toEqual(['values', 'contains', 'begins', 'recorded', 'missing']);
  expect(kindsOf(column('note'))[0]).toBe('contains');
  expect(kindsOf(column('goodQuantity'))).toEqual(['between', 'recorded', 'missing']);
});

test('dates can be filtered by, where a record lies in the store cannot', () => {
  expect(isFilterable(column('productionDate'))).toBe(true);
  expect(isFilterable(column('partition'))).toBe(false);
});

test.each<RecordCondition>([
  { field: 'goodQuantity', is: 'between', from: 0 },
  { field: 'goodQuantity', is: 'between', from: 1.5, to: 2 },
  { field: 'note', is: 'contains', text: 'torn' },
  { field: 'lotNumber', is: 'begins', text: 'L-24' },
  { field: 'operator', is: 'missing' },
])('what is filled in says again %j', (condition) => {
  const of = column(condition.field);
  expect(conditionFieldOf(of)).toBe(condition.field);
  expect(conditionOf(condition.field, draftOf(of, condition))).toEqual(condition);
});

test('a column is filtered by a condition on it, or by a filter of the field that it shows', () => {
  const where = [{ field: 'goodQuantity', is: 'recorded' }] as const;
  expect(filteredColumns(where, [{ field: 'item' }])).toEqual(new Set(['itemCode', 'goodQuantity']));
});

test('what lacks something, or ends before it begins, is no condition yet', () => {
  const number = draftOf(column('goodQuantity'), undefined);
  expect(conditionOf('goodQuantity', number)).toBeNull();
  expect(conditionOf('goodQuantity', { ...number, from: 2, to: 1 })).toBeNull();
  expect(conditionOf('note', draftOf(column('note'), undefined))).toBeNull();
});
