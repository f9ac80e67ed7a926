import { describe, expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { type Plan, planReport } from '../../planner/plan.ts';
import type { Catalog } from '../../store/catalog.ts';
import { catalogOf } from '../../testing/catalog-of.ts';
import { nextSize, type Slice, type SliceSizes, slicesOfDays, unreadOf } from './slices.ts';

const sizes: SliceSizes = { wholeUpTo: 0, first: 4, targetMs: 80, recordsARow: 32 };

/** Ten records a month: a winter in an archive, and in live the spring after it with one late record of January. */
const catalog: Catalog = catalogOf({
  live: [
    ['2024-01-31', '2024-01-31'],
    ['2024-03-01', '2024-03-20'],
    ['2024-04-01', '2024-04-10'],
  ],
  archive_2024: [
    ['2024-01-01', '2024-01-10'],
    ['2024-02-01', '2024-02-10'],
  ],
});

function planOf(query: Partial<ReportQueryInput> = {}): Plan {
  return planReport(parseReportQuery({ measures: ['good'], dimensions: ['operator'], ...query }), catalog);
}

function allSlices(plan: Plan, records: number, with_: SliceSizes = sizes): Slice[] {
  const { unread } = unreadOf(plan, with_);
  const slices: Slice[] = [];
  for (let slice = unread.next(records); slice; slice = unread.next(records)) slices.push(slice);
  return slices;
}

/** 'live 19818-19823 3': file, days and records. */
function told(plan: Plan, { arm, range, records }: Slice): string {
  const day = (number: number | null) =>
    number === null ? 'open' : new Date(number * 86_400_000).toISOString().slice(5, 10);
  return `${plan.arms[arm]?.partition.name} ${day(range.from)}..${day(range.to)} ${records}`;
}

describe('Slices', () => {
  test('go back from the newest day, file by file, as many days as hold the records wanted', () => {
    const plan = planOf();
    expect(allSlices(plan, 10).map((slice) => told(plan, slice))).toEqual([
      'live 04-01..04-10 10',
      'live 03-01..03-20 10',
      'live 01-31..01-31 10',
      'archive_2024 02-01..02-10 10',
      'archive_2024 01-01..01-10 10',
    ]);
  });

  test('run on from one month into the next of the same file, but not into another file', () => {
    const plan = planOf();
    expect(allSlices(plan, 15).map((slice) => told(plan, slice))).toEqual([
      'live 03-11..04-10 15',
      'live 01-31..03-10 15',
      'archive_2024 01-06..02-10 15',
      'archive_2024 01-01..01-05 5',
    ]);
  });

  test.each([1, 3, 7, 1_000])('of %d records hold every day of every file once, and all records', (records) => {
    const plan = planOf({ from: '2024-01-03', to: '2024-04-05' });
    const slices = allSlices(plan, records);
    const days = slices.flatMap(({ arm, range }) =>
      Array.from({ length: Number(range.to) - Number(range.from) + 1 }, (_, at) => `${arm} ${Number(range.from) + at}`),
    );
    expect(new Set(days).size).toBe(days.length);
    const inMonths = plan.arms.flatMap(({ partition }, arm) =>
      partition.months.flatMap(({ firstDay, lastDay }) =>
        Array.from({ length: lastDay - firstDay + 1 }, (_, at) => firstDay + at)
          .filter((day) => day >= (plan.range.from ?? 0) && day <= (plan.range.to ?? 0))
          .map((day) => `${arm} ${day}`),
      ),
    );
    expect(inMonths.filter((day) => !days.includes(day))).toEqual([]);
    const total = slices.reduce((sum, slice) => sum + slice.records, 0);
    expect(total).toBe(unreadOf(plan, sizes).unread.recordsTotal);
    expect(total).toBe(10 + 10 + 5 + 8 + 10);
  });

  test('begin with the oldest day where the limit keeps the oldest periods', () => {
    const plan = planOf({ dimensions: ['day', 'operator'], limit: 5 });
    expect(told(plan, allSlices(plan, 10)[0] as Slice)).toBe('archive_2024 01-01..01-10 10');
    const down = planOf({
      dimensions: ['day', 'operator'],
      orderBy: [{ field: 'day', direction: 'desc' }],
      limit: 5,
    });
    expect(told(down, allSlices(down, 10)[0] as Slice)).toBe('live 04-01..04-10 10');
  });

  test('are whole files, over the range as it was asked, for a few records and for a few lots', () => {
    const few = planOf({ from: '2024-01-05' });
    const whole = allSlices(few, 4, { ...sizes, wholeUpTo: 1_000 });
    expect(whole.map((slice) => told(few, slice))).toEqual(['live 01-05..open 30', 'archive_2024 01-05..open 16']);
    const lot = planOf({ filters: [{ field: 'lot', in: ['L1'] }] });
    expect(unreadOf(lot, sizes).sliced).toBe(false);
    expect(allSlices(lot, 4).map((slice) => told(lot, slice))).toEqual([
      'live open..open 30',
      'archive_2024 open..open 20',
    ]);
  });
});

test('days with hardly a record are all taken, however few records a slice should have', () => {
  const sparse = catalogOf({ live: [['2024-01-01', '2024-01-31']] });
  for (const month of sparse.partitions[0]?.months ?? []) month.records = 3;
  for (const records of [0, 1]) {
    const unread = slicesOfDays(sparse.partitions, { from: null, to: null }, true);
    let days = 0;
    for (let slice = unread.next(records); slice; slice = unread.next(records)) {
      days += (slice.range.to ?? 0) - (slice.range.from ?? 0) + 1;
    }
    expect(days).toBe(31);
    expect(unread.nextDay()).toBeNull();
  }
});

describe('The next slice', () => {
  test('has a record at least, also after one that had none', () => {
    expect(nextSize(sizes, { size: 8, records: 0, elapsedMs: 1, rows: 0 })).toBe(1);
  });

  const before = { size: 1_000, records: 1_000, elapsedMs: 40, rows: 1 };

  test('is as large as fits the time, and at most four times as large as the one before', () => {
    expect(nextSize(sizes, before)).toBe(2_000);
    expect(nextSize(sizes, { ...before, elapsedMs: 160 })).toBe(500);
    expect(nextSize(sizes, { ...before, elapsedMs: 0 })).toBe(4_000);
  });

  test('is larger where there are nearly as many groups as records, as every slice brings them all again', () => {
    expect(nextSize(sizes, { ...before, rows: 100 })).toBe(3_200);
    expect(nextSize(sizes, { ...before, rows: 900 })).toBe(4_000);
  });
});
