import { useCallback, useMemo } from 'react';
import type { RecordCondition } from '../../../shared/query/record-conditions.ts';
import type { SortLevels } from '../../../shared/query/records-query.ts';
import { readSort, writeSort } from '../../../shared/questions/records-sort.ts';
import { readWhere, writeWhere } from '../../../shared/questions/where-url.ts';
import { parseHash, setParams, useHash } from '../../lib/router.tsx';

/** What the address says of the grid beside the scope: the text sought, the order, and conditions on what records hold. */
export function useViewParams() {
  const hash = useHash();
  const { params } = parseHash(hash);
  const change = useCallback((name: string, value: string | null) => {
    const next = parseHash(window.location.hash).params;
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, true);
  }, []);
  return {
    search: params.get('search') ?? '',
    sort: readSort(params.get('sort')),
    // One value as long as they are the same, as rows go by it.
    where: useMemo(() => readWhere(parseHash(hash).params), [hash]),
    setSearch: useCallback((search: string) => change('search', search), [change]),
    /** A step that can be taken back, as those of filters. */
    setWhere: useCallback((where: readonly RecordCondition[]) => {
      setParams(writeWhere(where, parseHash(window.location.hash).params));
    }, []),
    setSort: useCallback((sort: SortLevels) => change('sort', writeSort(sort)), [change]),
  };
}
