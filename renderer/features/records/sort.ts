import { type SortField, sortFields } from '../../../shared/query/records-query.ts';
import { gridColumns } from './columns.ts';

export interface Sort {
  field: SortField;
  direction: 'asc' | 'desc';
}

export const newestFirst: Sort = { field: 'productionDate', direction: 'desc' };

/** The order after a heading was chosen: the same one turns round; dates and numbers begin with the largest. */
export function sortAfterChoice(sort: Sort, field: SortField): Sort {
  if (sort.field === field) return { field, direction: sort.direction === 'asc' ? 'desc' : 'asc' };
  const isText = gridColumns.find((column) => column.sort === field)?.kind === 'text';
  return { field, direction: isText ? 'asc' : 'desc' };
}

/** Reads what `writeSort` wrote; newest first when it says nothing or nonsense. */
export function readSort(text: string | null): Sort {
  const [field, direction] = (text ?? '').split('.');
  const known = sortFields.find((name) => name === field);
  return known && (direction === 'asc' || direction === 'desc') ? { field: known, direction } : newestFirst;
}

/** A sort for the address of the screen; null for the usual one. */
export function writeSort({ field, direction }: Sort): string | null {
  return field === newestFirst.field && direction === newestFirst.direction ? null : `${field}.${direction}`;
}
