import { dayFromIso, isoFromDay, type PeriodGrain } from '../../../../shared/domain/day.ts';
import { addMonths, type DateRange, lengthInDays, periodBefore } from '../../../../shared/domain/range.ts';
import { isPeriod } from '../../../../shared/query/dimensions.ts';
import { periodsOf } from '../../../charts/trend/to-series.ts';
import type { Split } from '../asked.ts';
import type { Member } from '../parts.ts';
import type { DateComparison } from './comparison.ts';

/** A year of whole weeks, days. */
const YEAR_OF_WEEKS = 364;

/** The dates that a range is compared with. Both ends are included. */
export function comparedRange(range: DateRange, comparison: DateComparison): DateRange {
  const [first, last] = [dayFromIso(range.from) ?? 0, dayFromIso(range.to) ?? 0];
  const daysEarlier = (days: number) => ({ from: isoFromDay(first - days), to: isoFromDay(last - days) });
  switch (comparison) {
    case 'before': {
      const { from, to } = periodBefore(range);
      return { from, to };
    }
    case 'beforeWeekdays':
      return daysEarlier(Math.ceil(lengthInDays(range) / 7) * 7);
    case 'year':
      // Up to the day before the day after, so that a month ends where it ends.
      return { from: isoFromDay(addMonths(first, -12)), to: isoFromDay(addMonths(last + 1, -12) - 1) };
    case 'yearWeekdays':
      return daysEarlier(YEAR_OF_WEEKS);
  }
}

/**
 * Where a place stands in the dates that are compared with; values stay as they are. A year earlier that is the period of the same
 * name (1 March with 1 March, week 9 with week 9), of which there is none for 29 February and week 53; else the period of the
 * same number from the first. Null where there is no such place.
 */
export function comparedPlace(
  splits: readonly Pick<Split, 'dimension'>[],
  now: DateRange,
  before: DateRange,
  comparison: DateComparison,
): (members: readonly Member[]) => Member[] | null {
  const maps = splits.map(({ dimension }) =>
    isPeriod(dimension) ? earlierPeriods(dimension, now, before, comparison) : null,
  );
  return (members) => {
    const place = members.map((member, at): Member | null => {
      const map = maps[at];
      if (!map || member.of !== 'value') return member;
      const value = map.get(member.value ?? '');
      return value === undefined ? null : { of: 'value', value };
    });
    const found = place.filter((member) => member !== null);
    return found.length === place.length ? found : null;
  };
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
  if (comparison !== 'year') return new Map(names.flatMap((name, at) => pair(name, earlier[at])));
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
