import type { DateRange } from '../../../../shared/domain/range.ts';
import { isPeriod } from '../../../../shared/query/dimensions.ts';
import { earlierPeriods } from '../../../../shared/questions/explore/compared.ts';
import type { DateComparison } from '../../../../shared/questions/explore/comparison.ts';
import type { Split } from '../asked.ts';
import type { Member } from '../parts.ts';

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
