/** Where things stand in a control chart: places from left to right, of which some have a point. Pure. */
import type { SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import { type AcrossLayout, axesOf } from '../plot/across-layout.ts';
import { type Plot, type PlotPlace, ticksFor, widthOf } from '../plot/plot.ts';

/** What is drawn of a point. */
export interface ControlMark {
  value: number;
  center: number;
  lower: number;
  upper: number;
  /** What it completes, in a few letters; null for a point of which nothing is to be said. */
  mark: string | null;
}

export interface ControlPlot {
  /** Every place along the axis, also those without data, which are gaps. */
  places: readonly PlotPlace[];
  /** One a place; null is no data. */
  points: readonly (ControlMark | null)[];
  /** What is asked of the measure; lines across. */
  specification: SpecificationLimits;
  format: (value: number | null) => string;
  tick: (value: number) => string;
}

/** Room at the right for the names of limits, px. */
const NAMES = 112;
/** Below this a chart has no room for names beside it, px. */
const NARROW = 420;
/** The least room for the numbers of the axis, px: charts below each other then have one axis of places. */
const NUMBERS = 76;
const TOP = 10;
const FOOT = 26;
const TICK_EVERY = 48;

export interface ControlLayout extends AcrossLayout {
  hasNames: boolean;
}

/** The axes hold all points, limits and specification limits. */
export function layoutControl(plot: ControlPlot, width: number, height: number): ControlLayout {
  const hasNames = width >= NARROW;
  const [top, bottom] = [TOP, height - FOOT];
  const ticks = ticksFor(extentOf(plot), false, Math.max(2, Math.floor((bottom - top) / TICK_EVERY)));
  const left = Math.max(NUMBERS, ...ticks.map((value) => widthOf(plot.tick(value)) + 14));
  const right = width - (hasNames ? NAMES : 8);
  const axes = axesOf({ left, right, top, bottom, ticks }, plot.places.length);
  return { width, height, ...axes, namesAtEnd: false, slanted: null, hasNames };
}

/** The same as a plot of one series, for its axes. */
export function acrossPlot({ places, points, format, tick }: ControlPlot): Plot {
  const values = points.map((point) => point?.value ?? null);
  return { places, series: [{ id: 'points', name: '', colour: '', values }], format, tick };
}

function extentOf({ points, specification }: ControlPlot): { least: number; most: number } {
  const values = [
    ...points.flatMap((point) => (point === null ? [] : [point.value, point.lower, point.upper])),
    specification.lower,
    specification.upper,
    specification.target,
  ].filter((value) => value !== null);
  return values.length === 0
    ? { least: 0, most: 1 }
    : {
        least: values.reduce((least, value) => Math.min(least, value)),
        most: values.reduce((most, value) => Math.max(most, value)),
      };
}

/** A stretch of points whose neighbours all have data, by place. */
export function stretchesOfPoints(points: readonly (ControlMark | null)[]): number[][] {
  const stretches: number[][] = [];
  points.forEach((point, place) => {
    if (point === null) return;
    const last = stretches.at(-1);
    if (last?.at(-1) === place - 1) last.push(place);
    else stretches.push([place]);
  });
  return stretches;
}

/**
 * A limit as a path: level over each place, with a step to the next one, as it belongs to the point and not to what lies between.
 * It goes on over a gap where both sides are the same, and breaks where they differ.
 */
export function limitPath(
  points: readonly (ControlMark | null)[],
  limitOf: (point: ControlMark) => number,
  { x, y, band }: Pick<AcrossLayout, 'x' | 'y' | 'band'>,
): string {
  let path = '';
  let before: { value: number; place: number } | null = null;
  points.forEach((point, place) => {
    if (point === null) return;
    const value = limitOf(point);
    const [start, end, height] = [x(place) - band / 2, x(place) + band / 2, y(value)];
    const joins = before !== null && (before.value === value || before.place === place - 1);
    path += joins ? `L${start},${height}L${end},${height}` : `M${start},${height}L${end},${height}`;
    before = { value, place };
  });
  return path;
}

/** Room that a mark's word takes, px. */
const WORD = 46;

/** The places whose words are written: of those that would meet the first. */
export function wordedPlaces(points: readonly (ControlMark | null)[], x: (place: number) => number): Set<number> {
  const worded = new Set<number>();
  let last: { mark: string; x: number; place: number } | null = null;
  points.forEach((point, place) => {
    if (point?.mark == null) return;
    // The word of a run stands at its first mark.
    const goesOn: boolean = last !== null && last.mark === point.mark && last.place === place - 1;
    if (!goesOn && (last === null || x(place) - last.x >= WORD)) {
      worded.add(place);
      last = { mark: point.mark, x: x(place), place };
    } else if (goesOn && last !== null) {
      last = { ...last, place };
    }
  });
  return worded;
}

/** The height of a mark's word, px. */
const WORD_HEIGHT = 11;

/** Where the word of a mark stands: away from the center, and beside the mark where the edge of the chart would cut it. */
export function wordBeside({ x, y, size, isAbove }: { x: number; y: number; size: number; isAbove: boolean }) {
  const line = isAbove ? y - size - 4 : y + size + 12;
  if (line >= WORD_HEIGHT) return { x, y: line, textAnchor: 'middle' } as const;
  return { x: x + size + 4, y: Math.max(WORD_HEIGHT, y + 4), textAnchor: 'start' } as const;
}
