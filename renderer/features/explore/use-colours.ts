import { isPeriod } from '../../../shared/query/dimensions.ts';
import { coloursOf } from '../../charts/plot/colours.ts';
import { useValues } from '../../lib/use-values.ts';
import { memberId } from './parts.ts';
import { placesOf } from './to-panels.ts';
import type { Shown } from './use-cube.ts';

/** The colour of each value that colours tell apart, by its place among all values of its field. */
export function useColours(shown: Shown): ReadonlyMap<string, string> {
  const axis = shown.asked.splits.findIndex(({ role }) => role === 'colours');
  const dimension = shown.asked.splits[axis]?.dimension;
  const field = dimension === undefined || isPeriod(dimension) ? null : dimension;
  const known = useValues(field, '').data?.values ?? [];
  const members = axis === -1 ? [] : placesOf(shown, axis);
  return coloursOf(
    members.filter(({ of }) => of === 'value').map(memberId),
    known.filter(({ value }) => value !== null).map(({ value }) => memberId({ of: 'value', value })),
  );
}
