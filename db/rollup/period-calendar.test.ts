import { expect, test } from 'vitest';
import { dayFromIso, periodGrains, periodOfDay } from '../../shared/domain/day.ts';
import { periodCalendar } from './period-calendar.ts';

const day = (date: string) => dayFromIso(date) ?? 0;

test.each(periodGrains)('every day has its %s, and periods are numbered in order', (grain) => {
  const calendar = periodCalendar(grain, day('2019-12-18'), day('2025-01-09'));
  for (let at = day('2019-12-18'); at <= day('2025-01-09'); at++) {
    expect(calendar.labels[calendar.ordinals[at - calendar.first] ?? -1]).toBe(periodOfDay(at, grain));
  }
  expect(calendar.labels).toEqual([...new Set(calendar.labels)].sort());
});

test('a calendar grows to earlier and later days, before 1970 too', () => {
  const before = periodCalendar('week', day('2024-05-01'), day('2024-05-31'));
  const grown = periodCalendar('week', day('1968-02-27'), day('2026-03-01'));
  expect(grown.first).toBeLessThanOrEqual(day('1968-02-27'));
  for (let at = grown.first; at < grown.first + grown.ordinals.length; at++) {
    expect(grown.labels[grown.ordinals[at - grown.first] ?? -1]).toBe(periodOfDay(at, 'week'));
  }
  expect(periodCalendar('week', before.first, day('2024-05-31'))).toBe(grown);
});
