import { useEffect, useRef } from 'react';
import { leaps, type RowRange, withRowsAhead } from './look-ahead.ts';
import type { LookedAt, RecordPages } from './use-record-pages.ts';

const PAUSE_MS = 50;

/** Has the rows read that are drawn of a list of so many, and those ahead of them; tells which they are. None are where `last` is before `first`. */
export function useRowsInView(pages: RecordPages, lookedAt: LookedAt, { first, last }: RowRange, rows: number): void {
  const rowsNow = useRef(rows); // as it grows nothing is to be asked anew
  rowsNow.current = rows;
  const leaptAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const drawn = { first, last };
    const firstBefore = lookedAt.current.first;
    lookedAt.current = { first, last: Math.max(0, last) };
    if (last < first) return;
    const hasLeapt = leaps(firstBefore, drawn);
    const isDragged = hasLeapt && performance.now() - leaptAt.current < PAUSE_MS;
    if (hasLeapt) leaptAt.current = performance.now();
    const wanted = withRowsAhead(firstBefore, drawn, rowsNow.current);
    if (!isDragged || pages.store.has(first, last)) return pages.store.show(wanted.first, wanted.last);
    // While the thumb is dragged, only the places where it pauses are read, after the first.
    const timer = setTimeout(() => pages.store.show(first, last), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [pages, lookedAt, first, last]);
}
