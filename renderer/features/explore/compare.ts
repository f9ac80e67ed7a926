import { dayFromIso, isoFromDay } from '../../../shared/domain/day.ts';
import { addMonths, type DateRange, periodBefore } from '../../../shared/domain/range.ts';
import { isPeriod } from '../../../shared/query/dimensions.ts';
import { periodsOf } from '../../charts/trend/to-series.ts';
import type { Split } from './asked.ts';
import type { Member } from './parts.ts';
import type { Comparison } from './view.ts';

/** The dates that a range is compared with: as many right before it, or the same a year earlier. Both ends are included. */
export function comparedRange(range: DateRange, comparison: Comparison): DateRange {
  if (comparison === 'before') {
    const { from, to } = periodBefore(range);
    return { from, to };
  }
  const [first, last] = [dayFromIso(range.from) ?? 0, dayFromIso(range.to) ?? 0];
  // Up to the day before the day after, so that a month ends where it ends.
  return { from: isoFromDay(addMonths(first, -12)), to: isoFromDay(addMonths(last + 1, -12) - 1) };
}

/** Where a place stands in the dates that are compared with: periods by their number from the first, values as they are. */
export function comparedPlace(
  splits: readonly Pick<Split, 'dimension'>[],
  now: DateRange,
  before: DateRange,
): (members: readonly Member[]) => Member[] {
  const maps = splits.map(({ dimension }) => {
    if (!isPeriod(dimension)) return null;
    const earlier = periodsOf(before.from, before.to, dimension);
    return new Map(periodsOf(now.from, now.to, dimension).map(({ name }, at) => [name, earlier[at]?.name ?? '']));
  });
  return (members) =>
    members.map((member, at) => {
      const map = maps[at];
      return map && member.of === 'value' ? { of: 'value', value: map.get(member.value ?? '') ?? '' } : member;
    });
}
