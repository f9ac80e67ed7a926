import { expect, test } from 'vitest';
import {
  normalizeConditions,
  type RecordCondition,
  readCondition,
  recordConditionSchema,
  writeCondition,
} from './record-conditions.ts';

const conditions: RecordCondition[] = [
  { field: 'goodQuantity', is: 'between', from: 10, to: 20.5 },
  { field: 'goodQuantity', is: 'between', from: -3 },
  { field: 'downMinutes', is: 'between', to: 0 },
  { field: 'note', is: 'contains', text: '..*~' },
  { field: 'lotNumber', is: 'begins', text: 'L-24' },
  { field: 'reworkQuantity', is: 'recorded' },
  { field: 'operator', is: 'missing' },
];

test.each(conditions)('what is written of %j is read back', (condition) => {
  expect(readCondition(condition.field, writeCondition(condition))).toEqual(condition);
});

test.each([
  ['goodQuantity', '..'],
  ['goodQuantity', '20..10'],
  ['goodQuantity', 'ten..20'],
  ['goodQuantity', '1..2..3'],
  ['goodQuantity', '5'],
  ['goodQuantity', '*5'],
  ['note', '*'],
  ['note', '1..2'],
  ['productionDate', '~'],
])('%s with %j is no condition', (field, text) => {
  expect(readCondition(field, text)).toBeNull();
});

test('a range that ends before it begins is refused with that word', () => {
  const parsed = recordConditionSchema.safeParse({ field: 'goodQuantity', is: 'between', from: 2, to: 1 });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['the range ends before it begins']);
});

test('conditions that keep the same records have one form', () => {
  const [first, second] = [conditions[0], conditions[4]] as [RecordCondition, RecordCondition];
  expect(normalizeConditions([second, first, second])).toEqual(normalizeConditions([first, second]));
  expect(normalizeConditions(undefined)).toEqual([]);
});
