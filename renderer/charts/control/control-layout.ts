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
  return { width, height, ...axes, namesAtEnd: false, slanted: null, shareY: null, hasNames };
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

/** Half of a mark's width, px. */
export const MARK_SIZE = 5.5;
const WORD_HEIGHT = 11;
/** Width of a letter of a word, px. */
const LETTER = 6.2;

/** So far apart words begin at least, px: each is one more thing to read. */
const APART = 46;

/** The word of a mark, and where its line of text begins, is in the middle, or ends. */
export interface Word {
  place: number;
  text: string;
  x: number;
  y: number;
  textAnchor: 'start' | 'middle' | 'end';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * The words that have room: beside their mark, away from the center rather than towards it, over no other mark and no other word, and not too
 * many. The word of a run stands once, at its first mark that has room.
 */
export function wordsOf(
  points: readonly (ControlMark | null)[],
  { x, y, left, right, bottom }: Pick<ControlLayout, 'x' | 'y' | 'left' | 'right' | 'bottom'>,
): Word[] {
  const marks = points.flatMap((point, place) => (point?.mark == null ? [] : [boxAround(x(place), y(point.value))]));
  const plot: Box = { left, right, top: 0, bottom };
  const words: Word[] = [];
  const taken: Box[] = [];
  let said: { mark: string; place: number } | null = null;
  points.forEach((point, place) => {
    if (point?.mark == null) return;
    const { mark, value, center } = point;
    if (said?.mark === mark && said.place === place - 1) {
      said = { mark, place };
      return;
    }
    const before = words.at(-1);
    if (before && x(place) - x(before.place) < APART) return;
    const free = wordsBeside({ x: x(place), y: y(value), isAbove: value >= center, place, text: mark }).find((word) => {
      const box = boxOf(word);
      return isWithin(box, plot) && ![...marks, ...taken].some((other) => meets(box, other));
    });
    if (!free) return;
    words.push(free);
    taken.push(boxOf(free));
    said = { mark, place };
  });
  return words;
}

interface Worded {
  x: number;
  y: number;
  isAbove: boolean;
  place: number;
  text: string;
}

/** Where a word may stand, what is best first. */
function wordsBeside({ x, y, isAbove, place, text }: Worded): Word[] {
  const above: Word = { place, text, x, y: y - MARK_SIZE - 4, textAnchor: 'middle' };
  const below: Word = { ...above, y: y + MARK_SIZE + 3 + WORD_HEIGHT };
  const after: Word = { ...above, x: x + MARK_SIZE + 4, y: y + 4, textAnchor: 'start' };
  const before: Word = { ...after, x: x - MARK_SIZE - 4, textAnchor: 'end' };
  return [...(isAbove ? [above, below] : [below, above]), after, before];
}

function boxAround(x: number, y: number): Box {
  return { left: x - MARK_SIZE, right: x + MARK_SIZE, top: y - MARK_SIZE, bottom: y + MARK_SIZE };
}

function boxOf({ text, x, y, textAnchor }: Word): Box {
  const width = widthOf(text, LETTER);
  const left = textAnchor === 'start' ? x : textAnchor === 'middle' ? x - width / 2 : x - width;
  return { left, right: left + width, top: y - WORD_HEIGHT, bottom: y + 2 };
}

const meets = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const isWithin = (box: Box, plot: Box) =>
  box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;
