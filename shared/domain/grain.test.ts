import { expect, test } from 'vitest';
import { grainFor, grainOf } from './grain.ts';

test('no step of time is shorter than what a record is of', () => {
  expect([31, 365, 1826, 7000].map((days) => grainFor(days, 'month'))).toEqual(['month', 'month', 'quarter', 'year']);
  expect([7, 364, 1000, 1826].map((days) => grainFor(days, 'week'))).toEqual(['week', 'week', 'month', 'quarter']);
  expect(grainOf({ from: '2021-12-01', to: '2021-12-31', recordedBy: 'quarter' })).toBe('quarter');
  expect(grainOf({ from: '2021-12-01', to: '2021-12-31' })).toBe('day');
});
