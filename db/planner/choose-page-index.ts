import type { FilterField } from '../../shared/query/dimensions.ts';
import type { RecordsScope, SortLevels } from '../../shared/query/records-query.ts';
import { BY_DAY } from '../indexes/definitions.ts';
import type { Catalog } from '../store/catalog.ts';
import { leadingIndex } from './leading-index.ts';

/**
 * The index that a page of records is read through; null where a lot, or what the search proposes, leads, or all are read.
 * By date a page is read along the index of days, and so are items, which a rollup finds days of; a narrow index of advice
 * comes before both.
 */
export function choosePageIndex(
  catalog: Pick<Catalog, 'indexes'>,
  { scope: { filters }, levels, proposed }: { scope: RecordsScope; levels: SortLevels; proposed: boolean },
): string | null {
  const filtered = (field: FilterField) => filters.some((filter) => filter.field === field);
  if (proposed || filtered('lot')) return null;
  const advised = leadingIndex(catalog, filters, null);
  if (advised !== null) return advised.name;
  return levels[0].field === 'productionDate' || filtered('item') ? BY_DAY : null;
}
