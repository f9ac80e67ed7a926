import { useCallback } from 'react';
import type { SortLevels } from '../../../shared/query/records-query.ts';
import { parseHash, setParams, useHash } from '../../lib/router.tsx';
import { readSort, writeSort } from './sort.ts';

/** What the address says of the grid beside the scope: the text sought and the order. */
export function useViewParams() {
  const { params } = parseHash(useHash());
  const change = useCallback((name: string, value: string | null) => {
    const next = parseHash(window.location.hash).params;
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, true);
  }, []);
  return {
    search: params.get('search') ?? '',
    sort: readSort(params.get('sort')),
    setSearch: useCallback((search: string) => change('search', search), [change]),
    setSort: useCallback((sort: SortLevels) => change('sort', writeSort(sort)), [change]),
  };
}
