import { expect, test } from 'vitest';
import type { RecordCondition } from '../query/record-conditions.ts';
import { readWhere, withCondition, writeWhere } from './where-url.ts';

const where: RecordCondition[] = [
  { field: 'goodQuantity', is: 'between', from: 10, to: 20.5 },
  { field: 'note', is: 'contains', text: 'a & b = c' },
];

test('conditions are read back from the address they are written to, beside what else it holds', () => {
  const params = writeWhere(where, new URLSearchParams('range=all&w.line=~&f.line=Saw'));
  const again = new URLSearchParams(params.toString());
  expect(readWhere(again)).toEqual(where);
  expect(again.get('range')).toBe('all');
  expect(again.get('f.line')).toBe('Saw');
});

test('what is no condition is left out', () => {
  expect(readWhere(new URLSearchParams('w.note=1..2&w.weather=~&w.goodQuantity=9..1'))).toEqual([]);
});

test('a field has one condition, and none once it is taken off', () => {
  const other: RecordCondition = { field: 'note', is: 'missing' };
  expect(withCondition(where, 'note', other)).toEqual([where[0], other]);
  expect(withCondition(where, 'note', null)).toEqual([where[0]]);
});
