/**
 * How the scroll bar of a very long list is mapped. Browsers cap the height of an element (Firefox near 17 million
 * px), and ten million rows are 320 million px, so:
 * 1. The element is never taller than `limit`; what is shown is at `top + offset`, where `top` is the browser's.
 * 2. Near both ends, `exact` px are mapped one to one; the middle is stretched to reach the rest.
 * 3. Small steps (wheel, touch) keep the offset, so that rows move with the hand. A leap (the thumb is dragged) takes
 *    the offset of the place it lands on.
 * 4. When the hand rests, `settle` brings the thumb back to where the mapping has it, without moving a row.
 */
export interface ScrollMap {
  rows: number;
  rowHeight: number;
  /** Height of the part that shows rows, px. */
  viewport: number;
  /** Tallest element that is asked of the browser, px. */
  limit: number;
}

export const HEIGHT_LIMIT = 8_000_000;
const EXACT = 200_000;
/** A step longer than this many viewports is a leap. */
const LEAP_VIEWPORTS = 4;

const fullHeight = (map: ScrollMap) => map.rows * map.rowHeight;

/** Height to give the scrolled element, px. */
export function contentHeight(map: ScrollMap): number {
  return Math.min(fullHeight(map), map.limit);
}

/** Largest distance of the first visible pixel from the top of the list, px. */
export function lastTop(map: ScrollMap): number {
  return Math.max(0, fullHeight(map) - map.viewport);
}

interface Ranges {
  physical: number;
  virtual: number;
  exact: number;
  stretch: number;
}

function ranges(map: ScrollMap): Ranges {
  const physical = Math.max(0, contentHeight(map) - map.viewport);
  const virtual = lastTop(map);
  const exact = Math.min(EXACT, physical / 4);
  return { physical, virtual, exact, stretch: physical === 0 ? 1 : (virtual - 2 * exact) / (physical - 2 * exact) };
}

/** Distance from the top of the list that a position of the scroll bar stands for. */
export function virtualTop(map: ScrollMap, top: number): number {
  const { physical, virtual, exact, stretch } = ranges(map);
  const within = Math.min(Math.max(top, 0), physical);
  if (within <= exact) return within;
  if (within >= physical - exact) return virtual - (physical - within);
  return exact + (within - exact) * stretch;
}

/** Position of the scroll bar for a distance from the top of the list; the inverse of `virtualTop`. */
export function physicalTop(map: ScrollMap, distance: number): number {
  const { physical, virtual, exact, stretch } = ranges(map);
  const within = Math.min(Math.max(distance, 0), virtual);
  if (within <= exact) return within;
  if (within >= virtual - exact) return physical - (virtual - within);
  return exact + (within - exact) / stretch;
}

/** The offset after the scroll bar moved from one position to another. */
export function offsetAfterScroll(map: ScrollMap, offset: number, from: number, to: number): number {
  const { physical } = ranges(map);
  const leap = Math.abs(to - from) > LEAP_VIEWPORTS * map.viewport;
  const atEnd = to <= 0 || to >= physical;
  return leap || atEnd ? virtualTop(map, to) - to : offset;
}

/** Where the scroll bar and the offset belong when `distance` is shown at the top; rows do not move. */
export function settle(map: ScrollMap, distance: number): { top: number; offset: number } {
  const within = Math.min(Math.max(distance, 0), lastTop(map));
  const top = Math.round(physicalTop(map, within));
  return { top, offset: within - top };
}

/** First and last row to draw (inclusive), some more than can be seen on both sides; null when there are none. */
export function rowsInView(map: ScrollMap, distance: number, beyond: number): { first: number; last: number } | null {
  if (map.rows === 0) return null;
  const first = Math.floor(distance / map.rowHeight) - beyond;
  const last = Math.ceil((distance + map.viewport) / map.rowHeight) - 1 + beyond;
  return {
    first: Math.min(Math.max(first, 0), map.rows - 1),
    last: Math.max(0, Math.min(last, map.rows - 1)),
  };
}

/** The nearest distance from the top at which a row is wholly in view. */
export function distanceShowing(map: ScrollMap, distance: number, row: number): number {
  const rowTop = row * map.rowHeight;
  if (rowTop < distance) return rowTop;
  return Math.max(distance, rowTop + map.rowHeight - map.viewport);
}
