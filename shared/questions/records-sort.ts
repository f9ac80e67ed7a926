/** The order of records as the address of their screen says it. Pure. */
import { MOST_SORT_LEVELS, type SortLevel, type SortLevels, sortFields, sortLevels } from '../query/records-query.ts';

export const newestFirst: SortLevels = [{ field: 'productionDate', direction: 'desc' }];

/** Reads what `writeSort` wrote, as far as it says anything; newest first when it says nothing. */
export function readSort(text: string | null): SortLevels {
  const levels = (text ?? '').split(',').flatMap((part): SortLevel[] => {
    const [name, direction] = part.split('.');
    const field = sortFields.find((each) => each === name);
    return field && (direction === 'asc' || direction === 'desc') ? [{ field, direction }] : [];
  });
  const [first, ...further] = levels;
  return first ? sortLevels({ sort: first, thenBy: further.slice(0, MOST_SORT_LEVELS - 1) }) : newestFirst;
}

/** An order for the address of the screen; null for the usual one. */
export function writeSort(sort: SortLevels): string | null {
  const text = sort.map(({ field, direction }) => `${field}.${direction}`).join(',');
  return text === 'productionDate.desc' ? null : text;
}
