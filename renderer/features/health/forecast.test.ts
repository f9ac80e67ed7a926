import { expect, it } from 'vitest';
import { forecastDisk } from './forecast.ts';

it('counts days, then weeks, then says years', () => {
  expect(forecastDisk(950, 100)).toEqual({ in: 'days', count: 9 });
  expect(forecastDisk(28_700, 100)).toEqual({ in: 'weeks', count: 41 });
  expect(forecastDisk(100_000, 100)).toEqual({ in: 'years' });
});

it('reckons nothing where the store does not grow, or its growth is not known', () => {
  expect(forecastDisk(1_000, 0)).toEqual({ in: 'never' });
  expect(forecastDisk(1_000, -5)).toEqual({ in: 'never' });
  expect(forecastDisk(1_000, null)).toEqual({ in: 'unknown' });
});
