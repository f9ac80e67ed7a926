import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ColumnLayout } from '../../../shared/contract/column-sets.ts';
import { parseHash, setParams, useHash } from '../../lib/router.tsx';
import { loadLayout, saveLayout } from './column-layout.ts';
import { COLUMNS_PARAM, readLayout, writeLayout } from './layout-url.ts';

/** How long after the last change the address takes it over: an edge that is dragged changes it at every step. */
const QUIET_MS = 200;

/**
 * How the columns lie: as the address says, so that a link and a saved view bring their columns along, or else as this window
 * remembers. What a person changes is remembered and told to the address; what an address brings is not remembered.
 */
export function useLayout(): [ColumnLayout, (change: (now: ColumnLayout) => ColumnLayout) => void] {
  const inAddress = parseHash(useHash()).params.get(COLUMNS_PARAM);
  const [layout, setLayout] = useState(() => readLayout(inAddress) ?? loadLayout());
  const [isOwn, setOwn] = useState(readLayout(inAddress) === null);
  /**
   * What the address says already, or was told from here and comes back some frames later, when columns may have changed again:
   * neither brings anything.
   */
  const told = useRef([inAddress]);
  useLayoutEffect(() => {
    const place = told.current.indexOf(inAddress);
    const brought = place === -1 ? readLayout(inAddress) : null;
    told.current = place === -1 ? [] : told.current.slice(place + 1);
    if (!brought) return;
    setLayout(brought);
    setOwn(false);
  }, [inAddress]);
  useEffect(() => {
    if (isOwn) saveLayout(layout);
    const timer = setTimeout(() => {
      const written = writeLayout(layout);
      const { params } = parseHash(window.location.hash);
      if (params.get(COLUMNS_PARAM) === written) return;
      told.current.push(written);
      tellAddress(params, written);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [layout, isOwn]);
  return [
    layout,
    (change) => {
      setOwn(true);
      setLayout(change);
    },
  ];
}

function tellAddress(params: URLSearchParams, written: string | null): void {
  if (written === null) params.delete(COLUMNS_PARAM);
  else params.set(COLUMNS_PARAM, written);
  setParams(params, true);
}
