import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  contentHeight,
  distanceShowing,
  HEIGHT_LIMIT,
  offsetAfterScroll,
  rowsInView,
  type ScrollMap,
  settle,
} from './scroll-map.ts';

const ROWS_BEYOND = 10;
const REST_MS = 160;

/** The rows to draw, where to draw them, and how to bring others into view. */
export interface GridScroll {
  height: number;
  /** Rows to draw, first and last included; null in an empty list. */
  range: { first: number; last: number } | null;
  /** Width of what shows rows, px. */
  width: number;
  /** Rows wholly in view. */
  rowsOfPage: number;
  /** What the scroll bar leaves out above what is shown, px: a row stands that much higher than all rows before it are high. */
  offset: number;
  onScroll: () => void;
  showRow: (row: number) => void;
  /** Goes so many rows on, or back, as far as there are any. */
  leaf: (rows: number) => void;
  toTop: () => void;
}

/** Windowing over a scroll bar that is mapped (scroll-map.ts); `frame` is the height taken by headings and totals, px. */
export function useGridScroll(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
  frame: number,
): GridScroll {
  const [{ viewport, width }, setSize] = useState({ viewport: 0, width: 0 });
  const [place, setPlace] = useState({ top: 0, offset: 0 });
  const placeNow = useRef(place);
  const map: ScrollMap = { rows, rowHeight, viewport, limit: HEIGHT_LIMIT };
  const mapNow = useRef(map);
  mapNow.current = map;
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      setSize({ viewport: Math.max(0, element.clientHeight - frame), width: element.clientWidth });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, frame]);

  const put = useCallback(
    (distance: number) => {
      const settled = settle(mapNow.current, distance);
      placeNow.current = settled;
      // Rows and scroll bar move in the same frame, so that nothing jumps.
      flushSync(() => setPlace(settled));
      if (scroller.current) scroller.current.scrollTop = settled.top;
    },
    [scroller],
  );

  const onScroll = useCallback(() => {
    const top = scroller.current?.scrollTop ?? 0;
    const before = placeNow.current;
    if (Math.abs(top - before.top) < 1) return;
    const next = { top, offset: offsetAfterScroll(mapNow.current, before.offset, before.top, top) };
    placeNow.current = next;
    setPlace(next);
    clearTimeout(rest.current);
    const isMapped = contentHeight(mapNow.current) < mapNow.current.rows * mapNow.current.rowHeight;
    if (isMapped) rest.current = setTimeout(() => put(placeNow.current.top + placeNow.current.offset), REST_MS);
  }, [scroller, put]);

  useEffect(() => () => clearTimeout(rest.current), []);

  // When the list grows or shrinks the same rows stay where they are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of rows is what is waited for
  useLayoutEffect(() => {
    const { top, offset } = placeNow.current;
    const settled = settle(mapNow.current, top + offset);
    if (settled.top === top && settled.offset === offset) return;
    placeNow.current = settled;
    setPlace(settled);
    if (scroller.current) scroller.current.scrollTop = settled.top;
  }, [rows]);

  // In another density the row at the top stays the one at the top.
  const heightBefore = useRef(rowHeight);
  useLayoutEffect(() => {
    const before = heightBefore.current;
    heightBefore.current = rowHeight;
    if (before === rowHeight) return;
    const { top, offset } = placeNow.current;
    const settled = settle(mapNow.current, ((top + offset) / before) * rowHeight);
    placeNow.current = settled;
    setPlace(settled);
    if (scroller.current) scroller.current.scrollTop = settled.top;
  }, [rowHeight, scroller]);

  const distance = place.top + place.offset;
  const range = viewport > 0 ? rowsInView(map, distance, ROWS_BEYOND) : null;
  return {
    height: contentHeight(map),
    range,
    width,
    rowsOfPage: Math.max(1, Math.floor(viewport / rowHeight)),
    offset: place.offset,
    onScroll,
    showRow: useCallback(
      (row) => {
        const at = placeNow.current.top + placeNow.current.offset;
        const wanted = distanceShowing(mapNow.current, at, row);
        if (wanted !== at) put(wanted);
      },
      [put],
    ),
    leaf: useCallback(
      (by) => put(placeNow.current.top + placeNow.current.offset + by * mapNow.current.rowHeight),
      [put],
    ),
    toTop: useCallback(() => put(0), [put]),
  };
}
