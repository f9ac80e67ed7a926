import { useScope } from '../../lib/scope.tsx';
import { type CellFilter, filterKeys, filtersOfCells, type ScopeChange } from './cell-filters.ts';
import type { CellRequest } from './records-grid.tsx';

/** Filters by cells, from their menu and by key. */
export function useCellFilters() {
  const scope = useScope();
  const of = ({ column, records }: Pick<CellRequest, 'column' | 'records'>): readonly CellFilter[] =>
    filtersOfCells(column.column, records, scope);
  const apply = (change: ScopeChange) =>
    'filter' in change ? scope.setFilter(change.filter) : scope.setRange({ from: change.from, to: change.to });
  return {
    of,
    apply,
    /** Does what a key says; false where it says nothing of these cells. */
    press: (key: string, request: Pick<CellRequest, 'column' | 'records'>): boolean => {
      const found = of(request).find(({ action }) => filterKeys[action] === key);
      if (found) apply(found.change);
      return found !== undefined;
    },
  };
}
