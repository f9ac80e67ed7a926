import { useEffect, useState } from 'react';
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
  const [taken, setTaken] = useState(inAddress);
  const [layout, setLayout] = useState(() => readLayout(inAddress) ?? loadLayout());
  const [isOwn, setOwn] = useState(readLayout(inAddress) === null);
  if (inAddress !== taken) {
    setTaken(inAddress);
    const brought = readLayout(inAddress);
    if (brought && inAddress !== writeLayout(layout)) {
      setLayout(brought);
      setOwn(false);
    }
  }
  useEffect(() => {
    if (isOwn) saveLayout(layout);
    const timer = setTimeout(() => tellAddress(layout), QUIET_MS);
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

function tellAddress(layout: ColumnLayout): void {
  const { params } = parseHash(window.location.hash);
  const written = writeLayout(layout);
  if (params.get(COLUMNS_PARAM) === written) return;
  if (written === null) params.delete(COLUMNS_PARAM);
  else params.set(COLUMNS_PARAM, written);
  setParams(params, true);
}
