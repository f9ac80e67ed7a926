import {
  MOST_SORT_LEVELS,
  type SortField,
  type SortLevel,
  type SortLevels,
} from '../../../shared/query/records-query.ts';
import { newestFirst } from '../../../shared/questions/records-sort.ts';
import { gridColumns } from './columns.ts';

/** The order of one column that begins with the largest or, of texts, with the first. */
export function firstDirection(field: SortField): SortLevel['direction'] {
  return gridColumns.find((column) => column.sort === field)?.kind === 'text' ? 'asc' : 'desc';
}

/** The order after a heading was chosen: by that column alone; where it was that already, it turns round. */
export function sortAfterChoice(sort: SortLevels, field: SortField): SortLevels {
  const [first, ...further] = sort;
  const isThat = further.length === 0 && first.field === field;
  return [isThat ? turned(first) : { field, direction: firstDirection(field) }];
}

/** The order with a further column, which decides among equals; one that is in it turns round in its place. */
export function sortAfterAdding(sort: SortLevels, field: SortField): SortLevels {
  if (sort.some((level) => level.field === field))
    return mapLevels(sort, (each) => (each.field === field ? turned(each) : each));
  const [first, ...further] = sort;
  return [first, ...further.slice(0, MOST_SORT_LEVELS - 2), { field, direction: firstDirection(field) }];
}

/** The order with a column in a given direction: in its place where it has one, else as the last level. */
export function withLevel(sort: SortLevels, level: SortLevel): SortLevels {
  const added = sort.some(({ field }) => field === level.field) ? sort : sortAfterAdding(sort, level.field);
  return mapLevels(added, (each) => (each.field === level.field ? level : each));
}

/** The order without a column; newest first where none is left. */
export function withoutLevel(sort: SortLevels, field: SortField): SortLevels {
  const [first, ...further] = sort.filter((level) => level.field !== field);
  return first ? [first, ...further] : newestFirst;
}

function turned({ field, direction }: SortLevel): SortLevel {
  return { field, direction: direction === 'asc' ? 'desc' : 'asc' };
}

function mapLevels([first, ...further]: SortLevels, map: (level: SortLevel) => SortLevel): SortLevels {
  return [map(first), ...further.map(map)];
}
