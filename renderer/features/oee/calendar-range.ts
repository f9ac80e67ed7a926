import { type DateRange, lengthInDays } from '../../../shared/domain/range.ts';

/** Fewer days than these are shown among those of their year. */
const LEAST = 92;

/**
 * The days that the calendar shows: the range, or the whole years of a short one, so that a day that was clicked still stands
 * among its neighbours; never beyond the records unless the range is.
 */
export function calendarRange({ from, to }: DateRange, bounds: DateRange): DateRange {
  if (lengthInDays({ from, to }) >= LEAST) return { from, to };
  const [first, last] = [`${from.slice(0, 4)}-01-01`, `${to.slice(0, 4)}-12-31`];
  return {
    from: min(from, max(first, bounds.from)),
    to: max(to, min(last, bounds.to)),
  };
}

function min(a: string, b: string): string {
  return a < b ? a : b;
}

function max(a: string, b: string): string {
  return a > b ? a : b;
}
