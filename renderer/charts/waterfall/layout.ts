/** Where things stand in a waterfall that goes down: names at the left, bars, two columns of numbers at the right. Pure. */
import { ticksFor, widthOf } from '../plot/plot.ts';

/** What a bar stands for; each has a colour, and its name and sign say the same without one. */
export type WaterfallTone = 'whole' | 'part' | 'loss' | 'quiet' | 'gain' | 'rest';

export interface WaterfallRow {
  id: string;
  name: string;
  tone: WaterfallTone;
  /** Where the bar begins and ends, in the unit of the numbers. */
  from: number;
  to: number;
  /** The number as it is written, with its sign, and its share of the whole. */
  number: string;
  share: string;
  /** How it is worked out, in words. */
  formula: string;
  /** Whether a click does something. */
  isActive: boolean;
}

export interface WaterfallLayout {
  left: number;
  right: number;
  /** Right edges of the two columns of numbers. */
  numberEnd: number;
  shareEnd: number;
  ticks: readonly number[];
  x: (value: number) => number;
}

export const ROW_HEIGHT = 26;
export const HEAD_HEIGHT = 22;
const GAP = 14;

/** How high a waterfall of so many rows is, px. */
export function waterfallHeight(rows: number): number {
  return HEAD_HEIGHT + rows * ROW_HEIGHT + 4;
}

export function layoutWaterfall(rows: readonly WaterfallRow[], width: number): WaterfallLayout {
  const longest = Math.max(40, ...rows.map(({ name }) => widthOf(name)));
  const left = Math.min(longest + 16, Math.max(104, width * 0.3));
  const shareEnd = width - 6;
  const numberEnd = shareEnd - Math.max(0, ...rows.map(({ share }) => widthOf(share))) - GAP;
  const right = Math.max(left + 40, numberEnd - Math.max(0, ...rows.map(({ number }) => widthOf(number))) - GAP);
  const reach = rows.flatMap(({ from, to }) => [from, to]);
  const extent = { least: Math.min(0, ...reach), most: Math.max(0, ...reach) };
  const ticks = ticksFor(extent, true, Math.max(2, Math.floor((right - left) / 110)));
  // The bars end where the largest does: a waterfall is read by its parts, not by whole numbers on an axis.
  const { least } = extent;
  const most = extent.most === least ? least + 1 : extent.most;
  const x = (value: number) => left + ((value - least) / (most - least)) * (right - left);
  return { left, right, numberEnd, shareEnd, ticks: ticks.filter((value) => value >= least && value <= most), x };
}
