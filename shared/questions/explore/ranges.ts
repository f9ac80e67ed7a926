/** Ranges of measures that keep groups, in the address and in words. Pure. */
import { type Measure, measureNames } from '../../query/measures.ts';
import type { GroupRange } from '../../query/report-query.ts';

/** 'good:100..500', 'yield:..0.9'; what is not understood, or ends before it begins, is left out. */
export function readRanges(text: string | null): GroupRange[] {
  const ranges = new Map<Measure, GroupRange>();
  for (const part of (text ?? '').split(',')) {
    const [name, bounds = ''] = part.split(':');
    const measure = measureNames.find((each) => each === name);
    const [from, to] = bounds.split('..').map(numberOf);
    const isTurned = from !== undefined && to !== undefined && from > to;
    if (!measure || isTurned || (from === undefined && to === undefined)) continue;
    ranges.set(measure, { measure, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  }
  return [...ranges.values()];
}

function numberOf(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

/** What `readRanges` reads back. */
export function writeRanges(ranges: readonly GroupRange[]): string {
  return ranges.map(({ measure, from, to }) => `${measure}:${from ?? ''}..${to ?? ''}`).join(',');
}

/** The ranges with that of a measure put in the place of the one before; none without an end. */
export function withRange(ranges: readonly GroupRange[], range: GroupRange): GroupRange[] {
  const others = ranges.filter(({ measure }) => measure !== range.measure);
  return range.from === undefined && range.to === undefined ? others : [...others, range];
}

/** The ranges that a view can keep groups by: of measures it shows, where it has groups. */
export function rangesAsked(view: {
  measures: readonly Measure[];
  by: readonly unknown[];
  ranges: readonly GroupRange[];
}): GroupRange[] {
  return view.by.length === 0 ? [] : view.ranges.filter(({ measure }) => view.measures.includes(measure));
}
