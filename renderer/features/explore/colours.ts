import { isPeriod } from '../../../shared/query/dimensions.ts';
import { coloursOf } from '../../charts/plot/colours.ts';
import { useValues } from '../../lib/use-values.ts';
import type { Asked } from './asked.ts';
import { memberId } from './parts.ts';
import { placesOf } from './to-panels.ts';
import type { Shown } from './use-cube.ts';

/** All values of the field that colours tell apart; none where there is none or they cannot be read, null until they are known. */
export function useColouredValues({ splits }: Asked): readonly string[] | null {
  const dimension = splits.find(({ role }) => role === 'colours')?.dimension;
  const field = dimension === undefined || isPeriod(dimension) ? null : dimension;
  const { data, isPlaceholderData, isError } = useValues(field, '');
  if (field === null || isError) return [];
  if (!data || isPlaceholderData) return null;
  return data.values.flatMap(({ value }) => (value === null ? [] : [memberId({ of: 'value', value })]));
}

/** The colour of each value that colours tell apart, by its place among all values of its field. */
export function coloursIn(shown: Shown): ReadonlyMap<string, string> {
  const axis = shown.asked.splits.findIndex(({ role }) => role === 'colours');
  const members = axis === -1 ? [] : placesOf(shown, axis);
  return coloursOf(members.filter(({ of }) => of === 'value').map(memberId), shown.colouredValues);
}
