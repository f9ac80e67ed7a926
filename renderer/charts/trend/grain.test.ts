import { expect, test } from 'vitest';
import { grainFor } from '../../../shared/domain/grain.ts';
import { grainsFor } from './grain.ts';

test('the grain grows with the range', () => {
  expect([1, 30, 90, 365, 1826, 7000].map(grainFor)).toEqual(['day', 'day', 'week', 'month', 'quarter', 'year']);
});

test('a year offers days but ten years do not', () => {
  expect(grainsFor(365)).toContain('day');
  expect(grainsFor(3650)).not.toContain('day');
});

test('a single day still has its grain', () => {
  expect(grainsFor(1)).toEqual(['day']);
});
