import { cutMiddle } from '../../../shared/text/cut-middle.ts';

/** What the charts of Explore draw: places along an axis and series over them, with words and colours. */
export interface PlotPlace {
  id: string;
  label: string;
  /** As short as an axis needs it. */
  short: string;
}

export interface PlotSeries {
  id: string;
  name: string;
  colour: string;
  /** One a place; null is no data, which is a gap. */
  values: readonly (number | null)[];
  /** What they are compared with, one a place. */
  before?: readonly (number | null)[];
}

export interface Plot {
  places: readonly PlotPlace[];
  series: readonly PlotSeries[];
  /** A value in full, with its unit where that is not said beside. */
  format: (value: number | null) => string;
  /** A value as short as an axis needs it. */
  tick: (value: number) => string;
  /** What it is compared with, and how a difference is told: '+120, up 3.1 %'; empty where one of both is no data. */
  compared?: { name: string; change: (now: number | null, before: number | null) => string };
  /** The values that the axis has to hold, so that panels beside each other have one scale; those of this plot when absent. */
  extent?: Extent;
}

export interface Extent {
  least: number;
  most: number;
}

/** A place and a series of a plot; the series is null where the whole place is meant. */
export interface MarkAt {
  place: number;
  series: number;
}

/** The smallest and the largest of what is drawn: of the sums of places where series stand on each other. */
export function extentOf({ series, places }: Pick<Plot, 'series' | 'places'>, isStacked: boolean): Extent | null {
  const heights = (stacked: readonly PlotSeries[]) => places.map((_, place) => stackHeight(stacked, place));
  const before = series.map((each) => ({ ...each, values: each.before ?? [] }));
  const drawn = [series, before].flatMap((each) =>
    isStacked ? heights(each) : each.flatMap(({ values }) => [...values]),
  );
  const known = drawn.filter((value) => value !== null);
  return known.length === 0 ? null : { least: Math.min(...known), most: Math.max(...known) };
}

/** How high all series are together at a place; null where none has data. */
export function stackHeight(series: readonly PlotSeries[], place: number): number | null {
  const known = series.map(({ values }) => values[place] ?? null).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Whole steps of 1, 2 or 5 that hold an extent, some five of them; from zero unless told otherwise. */
export function ticksFor({ least, most }: Extent, fromZero: boolean, wanted = 5): number[] {
  const low = fromZero ? Math.min(0, least) : least;
  const high = fromZero ? Math.max(0, most) : most;
  if (high === low) return high === 0 ? [0, 1] : ticksFor({ least: low, most: high }, true, wanted);
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** Parts of years by which labels of periods are left out: never every fourteenth month. */
const STEPS = { month: [1, 2, 3, 6, 12, 24, 60, 120], quarter: [1, 2, 4, 8, 20, 40], year: [1, 2, 5, 10, 20, 50] };

/** Which labels along an axis are written where there is no room for all: those of whole parts of years, else every so manieth. */
export function labelledPlaces(places: readonly PlotPlace[], room: number): (place: number) => boolean {
  const every = labelEvery(
    places.map(({ short }) => short),
    room,
  );
  const ordinals = places.map(({ id }) => ordinalOf(id));
  const grain = ordinals[0]?.grain;
  if (grain === undefined || ordinals.some((each) => each?.grain !== grain)) return (place) => place % every === 0;
  const step = STEPS[grain].find((each) => each >= every) ?? every;
  const isWhole = ({ number }: { number: number }) => number % step === 0;
  // One label alone says nothing of how far it is to the next.
  const hasSeveral = ordinals.filter((each) => each && isWhole(each)).length > 1;
  const from = hasSeveral ? 0 : (ordinals[0]?.number ?? 0);
  return (place) => ((ordinals[place]?.number ?? 0) - from) % step === 0;
}

/** A month, a quarter or a year as a number that counts on over the years. */
function ordinalOf(id: string): { grain: keyof typeof STEPS; number: number } | null {
  const [, year, quarter, month] = /^=?(\d{4})(?:-Q(\d)|-(\d{2}))?$/.exec(id) ?? [];
  if (year === undefined) return null;
  if (quarter !== undefined) return { grain: 'quarter', number: Number(year) * 4 + Number(quarter) - 1 };
  if (month !== undefined) return { grain: 'month', number: Number(year) * 12 + Number(month) - 1 };
  return { grain: 'year', number: Number(year) };
}

/** Every so manieth label is written, so that labels of so many letters do not meet. */
export function labelEvery(labels: readonly string[], room: number): number {
  const LETTER = 7.2;
  const GAP = 14;
  const widest = Math.max(0, ...labels.map((label) => widthOf(label, LETTER))) + GAP;
  return Math.max(1, Math.ceil((widest * labels.length) / Math.max(room, 1)));
}

/** About how wide a text is in pixels: letters of East Asian scripts are twice as wide. */
export function widthOf(text: string, letter = 7.2): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x1100 ? letter * 1.8 : letter;
  return width;
}

/** A text that fits so many pixels, cut in its middle with an ellipsis where it must be. */
export function cutTo(text: string, room: number): string {
  return cutMiddle(text, room, (part) => widthOf(part));
}
