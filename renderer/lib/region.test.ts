import { expect, it } from 'vitest';
import { firstWeekday } from './first-weekday.ts';
import { createFormat } from './format.ts';
import { localeOf, readRegion, regionsOf, writeRegion } from './region.ts';

const none = { region: null, firstDay: null };

it('goes by the system where nothing was chosen', () => {
  expect(localeOf('en', none, ['de-DE', 'en-IE'])).toBe('en-IE');
  expect(localeOf('ko', none, ['de-DE'])).toBe('ko');
});

it('writes numbers and dates as in a region, in the language of the window', () => {
  const german = createFormat(localeOf('en', { region: 'DE', firstDay: null }, ['en-US']));
  expect(german.number(1234.5, 1)).toBe('1.234,5');
  expect(german.date('2024-03-31')).toBe('31 Mar 2024');
  const american = createFormat(localeOf('en', { region: 'US', firstDay: null }, ['en-GB']));
  expect([american.number(1234.5, 1), american.date('2024-03-31')]).toEqual(['1,234.5', 'Mar 31, 2024']);
});

it('begins weeks where it was chosen, whatever the region', () => {
  expect(firstWeekday(localeOf('en', { region: 'US', firstDay: null }, []))).toBe(7);
  expect(firstWeekday(localeOf('en', { region: 'US', firstDay: 'mon' }, []))).toBe(1);
  expect(firstWeekday(localeOf('ko', { region: null, firstDay: 'sat' }, []))).toBe(6);
});

it('offers no region that the system would write as another', () => {
  expect(regionsOf('en')).toContain('CH');
  expect(regionsOf('ko')).toEqual(['KR']);
  expect(localeOf('ko', { region: 'DE', firstDay: null }, ['ko-KR'])).toBe('ko-KR');
});

it('reads back what it keeps', () => {
  for (const choice of [none, { region: 'DE', firstDay: null }, { region: 'US', firstDay: 'sat' as const }])
    expect(readRegion(writeRegion(choice))).toEqual(choice);
  expect(readRegion('XX never')).toEqual(none);
  expect(readRegion(null)).toEqual(none);
});
