import { expect, test } from 'vitest';
import {
  datesOfPreset,
  periodAfter,
  presetsFor,
  type RangePreset,
  rangePresets,
  rightBefore,
  stepped,
} from './range.ts';

const [first, last] = ['2020-01-15', '2025-11-17'];

test('presets count back from the newest record', () => {
  expect(datesOfPreset('last7days', first, last)).toEqual({ from: '2025-11-11', to: last });
  expect(datesOfPreset('last12months', first, last)).toEqual({ from: '2024-11-18', to: last });
  expect(datesOfPreset('thisMonth', first, last)).toEqual({ from: '2025-11-01', to: last });
  expect(datesOfPreset('lastMonth', first, last)).toEqual({ from: '2025-10-01', to: '2025-10-31' });
  expect(datesOfPreset('lastYear', first, last)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  expect(datesOfPreset('all', first, last)).toEqual({ from: first, to: last });
});

test('a preset does not begin before the records do', () => {
  expect(datesOfPreset('last12months', '2025-10-01', last)).toEqual({ from: '2025-10-01', to: last });
});

test('the period after a range is one that the range is right before', () => {
  for (const range of [
    { from: '2025-02-01', to: '2025-02-28' },
    { from: '2024-01-01', to: '2024-12-31' },
    { from: '2025-11-04', to: '2025-11-10' },
    { from: '2025-03-05', to: '2025-03-05' },
  ]) {
    const { from, to } = rightBefore(periodAfter(range));
    expect({ from, to }).toEqual(range);
  }
});

test('a step from a month that is not over goes to the whole one before it', () => {
  const month = datesOfPreset('thisMonth', first, last);
  expect(stepped(month, 'thisMonth', 'earlier', { first, last })).toEqual({ from: '2025-10-01', to: '2025-10-31' });
  expect(stepped(month, 'thisMonth', 'later', { first, last })).toBeNull();
  const year = datesOfPreset('thisYear', first, last);
  expect(stepped(year, 'thisYear', 'earlier', { first, last })).toEqual({ from: '2024-01-01', to: '2024-12-31' });
});

test('steps go as far as there are records, and no further', () => {
  const days = { from: '2020-01-18', to: '2020-01-24' };
  const before = stepped(days, null, 'earlier', { first, last });
  expect(before).toEqual({ from: '2020-01-11', to: '2020-01-17' });
  expect(stepped(before ?? days, null, 'earlier', { first, last })).toBeNull();
  expect(stepped({ from: '2025-10-01', to: '2025-10-31' }, null, 'later', { first, last })).toEqual({
    from: '2025-11-01',
    to: '2025-11-30',
  });
});

test('named ranges of records that come once a month are of whole months', () => {
  const dates = (preset: RangePreset) => datesOfPreset(preset, '2005-01-01', '2021-12-31', 'month');
  expect(dates('last12months')).toEqual({ from: '2021-01-01', to: '2021-12-31' });
  expect(dates('thisMonth')).toEqual({ from: '2021-12-01', to: '2021-12-31' });
  expect(dates('lastDay')).toEqual({ from: '2021-12-01', to: '2021-12-31' });
  expect(dates('last90days')).toEqual({ from: '2021-10-01', to: '2021-12-31' });
  expect(presetsFor('month')).toEqual(['last12months', 'thisMonth', 'lastMonth', 'thisYear', 'lastYear', 'all']);
  expect(datesOfPreset('lastMonth', '2020-01-01', '2021-12-31', 'quarter')).toEqual({
    from: '2021-10-01',
    to: '2021-12-31',
  });
});

test('twelve months of records that come once a week are fifty-two whole weeks', () => {
  const [monday, sunday] = ['2020-01-06', '2021-12-26'];
  expect(datesOfPreset('last12months', monday, sunday, 'week')).toEqual({ from: '2020-12-28', to: sunday });
  expect(datesOfPreset('lastDay', monday, sunday, 'week')).toEqual({ from: '2021-12-20', to: sunday });
  expect(presetsFor('week')).not.toContain('lastDay');
});

test('records of days have every named range, as they have it by the day', () => {
  expect(presetsFor('day')).toEqual(rangePresets);
});
