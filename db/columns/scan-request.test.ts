import { expect, test } from 'vitest';
import type { RecordCondition } from '../../shared/query/record-conditions.ts';
import { amountRanges } from './scan-request.ts';

const { NEGATIVE_INFINITY: least, POSITIVE_INFINITY: most } = Number;

test.each<[RecordCondition, object]>([
  [
    { field: 'defectQuantity', is: 'between', from: 5 },
    { from: 5_000_000, to: most },
  ],
  [
    { field: 'goodQuantity', is: 'between', to: 0.1 + 0.2 },
    { from: least, to: 300_000 },
  ],
  [
    { field: 'runMinutes', is: 'recorded' },
    { from: least, to: most },
  ],
])('%j is a range of millionths, both ends included', (condition, between) => {
  expect(amountRanges([condition])).toEqual([{ of: condition.field, between }]);
});

test('what is not recorded lies in no range; no condition is no range', () => {
  expect(amountRanges([{ field: 'plannedMinutes', is: 'missing' }])).toEqual([{ of: 'plannedMinutes', between: null }]);
  expect(amountRanges(undefined)).toEqual([]);
});

test.each<RecordCondition>([
  { field: 'note', is: 'contains', text: 'torn' },
  { field: 'line', is: 'recorded' },
  { field: 'idealCycleSeconds', is: 'between', from: 1 },
])('%j is asked of the files, with all that stands beside it', (condition) => {
  expect(amountRanges([{ field: 'goodQuantity', is: 'recorded' }, condition])).toBeNull();
});
