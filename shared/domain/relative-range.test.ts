import { describe, expect, it } from 'vitest';
import { datesOfRelative, type RelativeRange, relativeRanges } from './relative-range.ts';

const golden: [today: string, RelativeRange, from: string, to: string][] = [
  ['2026-05-11', 'yesterday', '2026-05-10', '2026-05-10'],
  ['2026-01-01', 'yesterday', '2025-12-31', '2025-12-31'],
  ['2026-05-11', 'last7days', '2026-05-04', '2026-05-10'],
  ['2026-05-11', 'last30days', '2026-04-11', '2026-05-10'],
  // A Monday, a Sunday, and a week over the turn of a year.
  ['2026-05-11', 'lastWeek', '2026-05-04', '2026-05-10'],
  ['2026-05-17', 'lastWeek', '2026-05-04', '2026-05-10'],
  ['2026-01-05', 'lastWeek', '2025-12-29', '2026-01-04'],
  ['2026-05-11', 'thisMonth', '2026-05-01', '2026-05-10'],
  ['2026-05-01', 'thisMonth', '2026-04-01', '2026-04-30'],
  ['2024-03-31', 'lastMonth', '2024-02-01', '2024-02-29'],
  ['2026-01-01', 'lastMonth', '2025-12-01', '2025-12-31'],
  ['2026-05-11', 'last12months', '2025-05-01', '2026-04-30'],
  ['2026-05-11', 'lastYear', '2025-01-01', '2025-12-31'],
];

describe('a range that is told from a day', () => {
  it.each(golden)('on %s, %s is %s to %s', (today, range, from, to) => {
    expect(datesOfRelative(range, today)).toEqual({ from, to });
  });

  it('never reaches the day on which it is asked, nor is empty', () => {
    for (let day = Date.UTC(2023, 11, 1); day < Date.UTC(2025, 2, 1); day += 86_400_000) {
      const today = new Date(day).toISOString().slice(0, 10);
      for (const range of relativeRanges) {
        const { from, to } = datesOfRelative(range, today);
        expect(from <= to && to < today, `${range} on ${today}: ${from} to ${to}`).toBe(true);
      }
    }
  });
});
