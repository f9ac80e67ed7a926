import { expect, test } from 'vitest';
import { dayFromIso, daysOfMonthIndex, isoFromDay, monthIndexOfDay } from '../../shared/domain/day.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { createRandom } from '../sample/random.ts';
import type { Catalog } from '../store/catalog.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { planReport } from './plan.ts';
import { describeStretches } from './split-range.ts';

const catalog = catalogOf({
  live: [
    ['2024-12-03', '2024-12-03'], // came in after 2024 was archived
    ['2025-01-01', '2025-01-31'],
    ['2025-02-01', '2025-02-17'],
  ],
  archive_2024: [
    ['2024-02-05', '2024-02-29'],
    ['2024-03-01', '2024-03-31'],
    ['2024-12-09', '2024-12-30'],
  ],
});

function split(query: Partial<ReportQueryInput>, held: Catalog = catalog) {
  return planReport(parseReportQuery({ measures: ['good'], ...query }), held);
}

function stretchesOf(from?: string, to?: string, dimensions: ReportQueryInput['dimensions'] = ['month']): string[] {
  const { stretches } = split({ ...(from && { from }), ...(to && { to }), dimensions });
  return stretches.map((stretch) => `${stretch.grain}s ${isoFromDay(stretch.from)} ${isoFromDay(stretch.to)}`);
}

test('a range is whole months with edge days before and after', () => {
  expect(stretchesOf('2024-02-17', '2025-01-03')).toEqual([
    'days 2024-02-17 2024-02-29',
    'months 2024-03-01 2024-12-31',
    'days 2025-01-01 2025-01-03',
  ]);
  expect(stretchesOf('2024-03-01', '2024-12-31')).toEqual(['months 2024-03-01 2024-12-31']);
});

test('a month is whole where the store holds no other day of it', () => {
  expect(stretchesOf()).toEqual(['months 2024-02-01 2025-02-28']);
  expect(stretchesOf('2024-02-05', '2025-02-17')).toEqual(['months 2024-02-01 2025-02-28']);
  expect(stretchesOf('2024-02-06', '2024-12-30')).toEqual([
    'days 2024-02-06 2024-02-29',
    'months 2024-03-01 2024-12-31',
  ]);
  expect(stretchesOf('2025-02-01', '2025-02-16')).toEqual(['days 2025-02-01 2025-02-16']);
});

test('a month is cut by days outside the range in any file that is read, be they late ones of an archived year', () => {
  expect(stretchesOf('2024-12-09', '2025-01-31')).toEqual([
    'days 2024-12-09 2024-12-31',
    'months 2025-01-01 2025-01-31',
  ]);
  expect(stretchesOf('2024-12-09', '2024-12-31')).toEqual(['months 2024-12-01 2024-12-31']); // live is not read
});

test('a range that holds no whole month is read by day', () => {
  expect(stretchesOf('2024-03-10', '2024-03-20')).toEqual(['days 2024-03-10 2024-03-20']);
  expect(stretchesOf('2024-02-20', '2024-03-10')).toEqual(['days 2024-02-20 2024-03-10']);
});

test('months serve totals, months, quarters and years; weeks and days are read by day', () => {
  const whole = ['months 2024-03-01 2024-03-31'];
  for (const dimensions of [[], ['month'], ['quarter', 'line'], ['year', 'month']] as const) {
    expect(stretchesOf('2024-03-01', '2024-03-31', [...dimensions])).toEqual(whole);
  }
  for (const dimensions of [['week'], ['day'], ['month', 'week']] as const) {
    expect(stretchesOf('2024-03-01', '2024-03-31', [...dimensions])).toEqual(['days 2024-03-01 2024-03-31']);
  }
});

test('records have no months, and a range without records has no days', () => {
  expect(split({ dimensions: ['operator'] }).stretches).toEqual([]);
  expect(split({ from: '2024-05-01', to: '2024-06-30' }).stretches).toEqual([]);
});

test('the days read from days and the days of the months are those of the range that hold records, each once', () => {
  const random = createRandom(8);
  const months = Array.from({ length: 40 }, () => random.below(36));
  const file = (from: number): [string, string][] =>
    [...new Set(months.slice(from, from + 20))].map((month) => {
      const { first, last } = daysOfMonthIndex(2022 * 12 + month);
      const [firstDay, lastDay] = [first + random.below(15), last - random.below(10)];
      return [isoFromDay(firstDay), isoFromDay(lastDay)];
    });
  const held = catalogOf({ live: file(0), archive_2022: file(20) });
  const start = dayFromIso('2021-12-20') ?? 0;
  for (let n = 0; n < 2_000; n++) {
    const [from, to] = [start + random.below(1_150), start + random.below(1_150)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const { arms, stretches } = split({ from: isoFromDay(from), to: isoFromDay(to) }, held);
    const read = arms.map(({ partition }) => {
      // A month holds its first day, its last day and all between.
      const days = partition.months.flatMap(({ firstDay, lastDay }) => daysBetween(firstDay, lastDay));
      const found = stretches.flatMap((stretch) =>
        stretch.grain === 'day'
          ? days.filter((day) => day >= stretch.from && day <= stretch.to)
          : days.filter((day) => monthIsIn(monthIndexOfDay(day), stretch)),
      );
      return { found: found.toSorted((a, b) => a - b), wanted: days.filter((day) => day >= from && day <= to) };
    });
    for (const { found, wanted } of read) expect(found).toEqual(wanted.toSorted((a, b) => a - b));
  }
});

function daysBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Memory keeps a month at its first day. */
function monthIsIn(month: number, { from, to }: { from: number; to: number }): boolean {
  const { first } = daysOfMonthIndex(month);
  return first >= from && first <= to;
}

test('the split is told in words', () => {
  const words = (from: string, to: string, dimensions: ReportQueryInput['dimensions'] = []) =>
    explainWords.en.reason(describeStretches(split({ from, to, dimensions })));
  expect(words('2024-02-17', '2025-01-03')).toBe('2024-03 to 2024-12 from months, 13 + 3 edge days from days');
  expect(words('2024-03-01', '2024-12-31')).toBe('2024-03 to 2024-12 from months');
  expect(words('2024-02-29', '2024-03-31')).toBe('2024-03 from months, 1 edge day from days');
  expect(words('2024-03-10', '2024-03-20')).toBe(
    '2024-03-10 to 2024-03-20 from days: no month lies in the range as a whole',
  );
  expect(words('2024-03-01', '2024-03-31', ['week'])).toBe(
    '2024-03-01 to 2024-03-31 from days: a week is not made of months',
  );
  expect(words('2024-03-05', '2024-03-05', ['day'])).toBe('2024-03-05 from days: a day is not made of months');
  expect(words('2024-06-01', '2024-06-30')).toBe('no file holds a day of the range');
});
