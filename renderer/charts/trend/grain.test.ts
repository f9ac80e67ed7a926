import { expect, test } from 'vitest';
import { grainFor } from '../../../shared/domain/grain.ts';
import { grainsFor } from './grain.ts';

test('the grain grows with the range', () => {
  expect([1, 30, 90, 365, 1826, 7000].map((days) => grainFor(days))).toEqual([
    'day',
    'day',
    'week',
    'month',
    'quarter',
    'year',
  ]);
});

test('a year offers days but ten years do not', () => {
  expect(grainsFor({ from: '2025-01-01', to: '2025-12-31' })).toContain('day');
  expect(grainsFor({ from: '2016-01-01', to: '2025-12-31' })).not.toContain('day');
});

test('a single day still has its grain', () => {
  expect(grainsFor({ from: '2025-01-01', to: '2025-01-01' })).toEqual(['day']);
});
