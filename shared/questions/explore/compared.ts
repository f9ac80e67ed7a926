/** What a question is compared with: its dates, its filters, and which of its periods stands beside which. Pure. */
import { dayFromIso, isoFromDay, type PeriodGrain } from '../../domain/day.ts';
import { areYearsFromJanuary, periodBefore } from '../../domain/period-before.ts';
import { periodsOf } from '../../domain/periods.ts';
import { addMonths, type DateRange, lengthInDays } from '../../domain/range.ts';
import type { Measure } from '../../query/measures.ts';
import { planBaselines } from '../../query/plan-baseline.ts';
import type { ChartScope } from '../chart-scope.ts';
import type { Comparison, DateComparison } from './comparison.ts';

/** A year of whole weeks, days. */
const YEAR_OF_WEEKS = 364;

/** The dates that a range is compared with, in a store whose newest record is of `last`. Both ends are included. */
export function comparedRange(range: DateRange, comparison: DateComparison, last: string | null): DateRange {
  const [start, end] = [dayFromIso(range.from) ?? 0, dayFromIso(range.to) ?? 0];
  const daysEarlier = (days: number) => ({ from: isoFromDay(start - days), to: isoFromDay(end - days) });
  switch (comparison) {
    case 'before': {
      const { from, to } = periodBefore(range, last);
      return { from, to };
    }
    case 'beforeWeekdays':
      return daysEarlier(Math.ceil(lengthInDays(range) / 7) * 7);
    case 'year':
      // Up to the day before the day after, so that a month ends where it ends.
      return { from: isoFromDay(addMonths(start, -12)), to: isoFromDay(addMonths(end + 1, -12) - 1) };
    case 'yearWeekdays':
      return daysEarlier(YEAR_OF_WEEKS);
  }
}

/** Each period of a range with the one that it is compared with. */
export function earlierPeriods(
  grain: PeriodGrain,
  now: DateRange,
  before: DateRange,
  comparison: DateComparison,
): Map<string, string> {
  const earlier = periodsOf(before.from, before.to, grain).map(({ name }) => name);
  const names = periodsOf(now.from, now.to, grain).map(({ name }) => name);
  const isByName = comparison === 'year' || (comparison === 'before' && areYearsFromJanuary(now, before));
  if (!isByName) return new Map(names.flatMap((name, at) => pair(name, earlier[at])));
  return new Map(
    names.flatMap((name) =>
      pair(
        name,
        earlier.find((each) => each === aYearEarlier(name)),
      ),
    ),
  );
}

function pair(name: string, earlier: string | undefined): [string, string][] {
  return earlier === undefined ? [] : [[name, earlier]];
}

function aYearEarlier(name: string): string {
  return `${String(Number(name.slice(0, 4)) - 1).padStart(4, '0')}${name.slice(4)}`;
}

/** The filters with the other value in the place of what they keep of its field. */
export function comparedScopeOf(comparison: Comparison, scope: ChartScope): ChartScope {
  if (comparison.with !== 'value') return scope;
  const others = scope.filters.filter(({ field }) => field !== comparison.field);
  return { ...scope, filters: [...others, { field: comparison.field, in: [comparison.value] }] };
}

/** The measures that the plans of these are read from. */
export function plannedMeasures(measures: readonly Measure[]): Measure[] {
  return [...new Set(measures.flatMap((measure) => planBaselines[measure]?.asks ?? []))];
}
