import { useEffect, useMemo, useState } from 'react';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import type { RecordPages } from './use-record-pages.ts';

/** More are neither copied nor added up: they would have to be read page by page. */
export const MOST_CHOSEN = 10_000;
/** While a selection is drawn, what it holds is not asked for. */
const REST_MS = 200;

/** The chosen records; 'tooMany' where there are more than are read, null while they are on their way or cannot be had. */
export function useChosenRecords(
  { store }: RecordPages,
  firstRow: number,
  lastRow: number,
): readonly ProductionRecord[] | 'tooMany' | null {
  const isTooMany = lastRow - firstRow >= MOST_CHOSEN;
  const version = store.version();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the store holds others
  const held = useMemo(
    () => (isTooMany || firstRow < 0 ? null : store.held(firstRow, lastRow)),
    [store, version, firstRow, lastRow, isTooMany],
  );
  const key = `${firstRow}-${lastRow}`;
  const [read, setRead] = useState<{ of: typeof store; key: string; records: ProductionRecord[] } | null>(null);
  const isRead = read?.of === store && read.key === key;
  const isMissing = held === null && !isTooMany && firstRow >= 0 && !isRead;
  useEffect(() => {
    if (!isMissing) return;
    const stop = new AbortController();
    const ask = async () => {
      const records = await store.rows(firstRow, lastRow, stop.signal);
      if (!stop.signal.aborted) setRead({ of: store, key, records });
    };
    // What cannot be read is told of by the grid, which asks for the same rows.
    const timer = setTimeout(() => void ask().catch(() => {}), REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [store, isMissing, firstRow, lastRow, key]);
  if (isTooMany) return 'tooMany';
  return held ?? (isRead ? read.records : null);
}
