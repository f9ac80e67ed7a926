/** Where things stand in a chart whose places go from left to right. Pure. */
import { extentOf, type Plot, type PlotSeries, stackHeight, ticksFor, widthOf } from './plot.ts';

export type AcrossKind = 'bar' | 'stacked' | 'line' | 'area';

/** The room within the axes, px, and where the places and values of a chart stand in it. */
export interface Axes {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** How wide a place is. */
  band: number;
  ticks: readonly number[];
  /** The middle of a place. */
  x: (place: number) => number;
  y: (value: number) => number;
}

export interface AcrossLayout extends Axes {
  width: number;
  height: number;
  /** Whether series are named at their right end. */
  namesAtEnd: boolean;
  /** How long labels of places may be, px, that stand aslant as they find no room beside each other; null where they lie. */
  slanted: number | null;
  /** Where a share of the whole stands, if any: all of it at the sum of the values, or at the top where that is beyond their axis. */
  shareY: ((share: number) => number) | null;
}

/** Up to so many series are named where they end. */
const NAMED_AT_END = 4;
const TOP = 10;
const FOOT = 26;
/** How steeply labels of values rise where they do not fit below their columns, degrees, and how long they are at most, px. */
export const SLANT = 35;
const LONGEST_SLANTED = 120;
/** They take this part of the height at most. */
const SLANTED_SHARE = 0.24;

/** Whether series stand on each other. */
export function isStacked(kind: AcrossKind): boolean {
  return kind === 'stacked' || kind === 'area';
}

function bandOf(left: number, right: number, places: number): number {
  return Math.max(0.5, (right - left) / Math.max(1, places));
}

/** Places share the width evenly, from the first tick at the bottom to the last at the top. */
export function axesOf({ left, right, top, bottom, ticks }: Omit<Axes, 'band' | 'x' | 'y'>, places: number): Axes {
  const band = bandOf(left, right, places);
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  return {
    left,
    right,
    top,
    bottom,
    band,
    ticks,
    x: (place) => left + band * (place + 0.5),
    y: (value) => bottom - ((value - low) / (high - low || 1)) * (bottom - top),
  };
}

export function layoutAcross(
  plot: Plot,
  {
    kind,
    width,
    height,
    hasShares,
    isAlongTime,
  }: { kind: AcrossKind; width: number; height: number; hasShares: boolean; isAlongTime: boolean },
): AcrossLayout {
  const extent = plot.extent ?? extentOf(plot, isStacked(kind)) ?? { least: 0, most: 1 };
  const ticks = ticksFor(extent, kind !== 'line', Math.max(2, Math.floor((height - TOP - FOOT) / 48)));
  const left = Math.max(28, ...ticks.map((value) => widthOf(plot.tick(value)))) + 14;
  const namesAtEnd = kind === 'line' && plot.series.length > 1 && plot.series.length <= NAMED_AT_END && width > 420;
  const longest = Math.max(0, ...plot.series.map(({ name }) => widthOf(name)));
  const right = width - (hasShares ? 44 : namesAtEnd ? Math.min(140, longest + 14) : 8);
  const band = bandOf(left, right, plot.places.length);
  const widest = Math.max(0, ...plot.places.map(({ short }) => widthOf(short)));
  const rise = Math.sin((SLANT * Math.PI) / 180);
  const isSlanted = !isAlongTime && widest > band - 4;
  const slanted = isSlanted ? Math.min(widest, LONGEST_SLANTED, (height * SLANTED_SHARE) / rise) : null;
  const [top, bottom] = [TOP, height - FOOT - (slanted ?? 0) * rise];
  const axes = axesOf({ left, right, top, bottom, ticks }, plot.places.length);
  const shareTop = Math.max(top, axes.y(wholeOf(plot) || Number.POSITIVE_INFINITY));
  const shareY = (share: number) => bottom - share * (bottom - shareTop);
  return { width, height, ...axes, namesAtEnd, slanted, shareY: hasShares ? shareY : null };
}

function wholeOf({ series, places }: Plot): number {
  return places.reduce((sum, _, place) => sum + (stackHeight(series, place) ?? 0), 0);
}

/** A piece of a place: from where to where a series reaches, and where it stands across. */
export interface Column {
  series: number;
  x: number;
  width: number;
  from: number;
  to: number;
}

/** The columns of a place: side by side, or each on what is below it. Series without data have none. */
export function columnsAt(plot: Plot, kind: AcrossKind, layout: AcrossLayout, place: number): Column[] {
  const room = Math.min(layout.band * (layout.band < 6 ? 0.92 : 0.76), 72 * (isStacked(kind) ? 1 : plot.series.length));
  const start = layout.x(place) - room / 2;
  if (isStacked(kind)) {
    return stackAt(plot.series, place).map(({ series, from, to }) => ({ series, x: start, width: room, from, to }));
  }
  const width = room / Math.max(1, plot.series.length);
  return plot.series.flatMap(({ values }, series) => {
    const value = values[place] ?? null;
    if (value === null) return [];
    return { series, x: start + series * width, width: Math.max(0.5, width - (width > 4 ? 1 : 0)), from: 0, to: value };
  });
}

/** Where each series of a place begins and ends when they stand on each other. */
export function stackAt(series: readonly PlotSeries[], place: number): { series: number; from: number; to: number }[] {
  let height = 0;
  return series.flatMap(({ values }, index) => {
    const value = values[place] ?? null;
    if (value === null) return [];
    const from = height;
    height += value;
    return { series: index, from, to: height };
  });
}

/** A place of a layer: how high it begins and ends. */
export interface LayerAt {
  place: number;
  from: number;
  to: number;
}

/**
 * Where a series lies when areas stand on each other: a list of places a stretch. Beside its data it comes down to nothing by the next
 * place where another series has some, so that all layers together are as high as what was made; where none has data is a gap.
 */
export function layersOf(all: readonly PlotSeries[], index: number): LayerAt[][] {
  const has = (place: number) => all.some(({ values }) => values[place] != null);
  const heightOf = (series: PlotSeries | undefined, place: number) => series?.values[place] ?? 0;
  return stretchesOf(all[index]?.values ?? []).map((stretch) => {
    const [before, after] = [(stretch[0] ?? 0) - 1, (stretch.at(-1) ?? 0) + 1];
    return [...(has(before) ? [before] : []), ...stretch, ...(has(after) ? [after] : [])].map((place) => {
      const from = all.slice(0, index).reduce((sum, series) => sum + heightOf(series, place), 0);
      return { place, from, to: from + heightOf(all[index], place) };
    });
  });
}

/** The series at a point of a place: the one it lies in, else the nearest. */
export function seriesAt(
  plot: Plot,
  kind: AcrossKind,
  layout: AcrossLayout,
  { place, x, y }: { place: number; x: number; y: number },
): number {
  const far = (value: number) => Math.abs(layout.y(value) - y);
  if (kind === 'line') {
    const known = plot.series.flatMap(({ values }, series) => {
      const value = values[place] ?? null;
      return value === null ? [] : { series, distance: far(value) };
    });
    return known.sort((a, b) => a.distance - b.distance)[0]?.series ?? 0;
  }
  const columns = columnsAt(plot, kind, layout, place);
  if (!isStacked(kind))
    return columns.find((column) => x <= column.x + column.width)?.series ?? columns.at(-1)?.series ?? 0;
  const above = columns.find(({ to }) => layout.y(to) <= y);
  return (above ?? columns.at(-1))?.series ?? 0;
}

/** The stretches of a series without a gap: its places that follow each other and have data. */
export function stretchesOf(values: readonly (number | null)[]): number[][] {
  const stretches: number[][] = [];
  values.forEach((value, place) => {
    if (value === null) return;
    const last = stretches.at(-1);
    if (last?.at(-1) === place - 1) last.push(place);
    else stretches.push([place]);
  });
  return stretches;
}
