/**
 * The control chart of samples: points with their limits, what stands out, and what a capability is worked out from. Pure.
 * 1. Samples follow each other as they come; where there is none, the next one is the neighbour.
 * 2. Subgroups of means and ranges have one size, that which most of them have; those of another are left out and counted.
 * 3. Rules of zones are for values that lie evenly about their center. Ranges do not, and are held against their limits alone.
 */
import {
  type ControlPoint,
  individualsChart,
  LARGEST_SUBGROUP,
  meanAndRangeChart,
  pChart,
  SMALLEST_SUBGROUP,
  sigmaWithin,
  uChart,
  withVariationBetween,
} from '../domain/spc/control-charts.ts';
import { type Signal, signalsOf } from '../domain/spc/signals.ts';
import { type ControlView, rulesOf } from './control-view.ts';
import type { Sample, SamplePlace, Samples } from './samples.ts';

/** A point with the samples it is made of: one, or those of its subgroup. */
export interface PlacedPoint extends ControlPoint {
  samples: readonly Sample[];
}

export interface ControlChart {
  points: readonly PlacedPoint[];
  signals: readonly Signal[];
  /** Moving ranges, the first of the second point, or the ranges of subgroups; empty for counted points. */
  ranges: readonly PlacedPoint[];
  rangeSignals: readonly Signal[];
  /** Of measured points: the single values and their deviation within subgroups, for capability. */
  measured: { values: readonly number[]; sigmaWithin: number } | null;
  /** How many samples make a subgroup; null where points are single samples. */
  size: number | null;
  /** Groups of records without a value. */
  leftOut: number;
  /** Subgroups of another size. */
  unlike: number;
  isMeasured: boolean;
  /** Why there is no chart; null where there is one. */
  obstacle: Obstacle | null;
}

/** Without a value there is nothing to draw; limits need two points, and a subgroup two to ten values. */
export type Obstacle = 'noValues' | 'fewPoints' | 'singles' | 'large';

/** Fewer points than this make limits that the next points will move. */
export const FIRM_POINTS = 20;

export function controlChart(view: ControlView, read: Samples): ControlChart {
  const drawn = drawnChart(view, read.samples);
  const rules = rulesOf(view.rules);
  const isShown = drawn.points.length >= 2;
  return {
    ...drawn,
    points: isShown ? drawn.points : [],
    signals: isShown ? signalsOf(drawn.points, rules) : [],
    rangeSignals: isShown ? signalsOf(drawn.ranges, ['beyondLimits']) : [],
    leftOut: read.leftOut,
    isMeasured: read.isMeasured,
    obstacle: drawn.obstacle ?? (isShown ? null : read.samples.length === 0 ? 'noValues' : 'fewPoints'),
  };
}

type Drawn = Pick<ControlChart, 'points' | 'ranges' | 'measured' | 'size' | 'unlike' | 'obstacle'>;

const nothing: Drawn = { points: [], ranges: [], measured: null, size: null, unlike: 0, obstacle: null };

function drawnChart(view: ControlView, samples: readonly Sample[]): Drawn {
  if (samples.length === 0) return nothing;
  if (view.chart === 'means') return meansOf(view, samples);
  if (view.chart === 'individuals') return singlesOf(samples);
  const counts = samples.map(({ defects, units }) => ({ defects: defects ?? 0, units: units ?? 0 }));
  const points = view.chart === 'p' ? pChart(counts) : uChart(counts);
  const wide = view.limits === 'between' ? withVariationBetween(points, view.chart === 'p' ? 1 : undefined) : points;
  return { ...nothing, points: placed(wide, samples.map(single)) };
}

function singlesOf(samples: readonly Sample[]): Drawn {
  const values = samples.map(({ value }) => value);
  const chart = individualsChart(values);
  return {
    ...nothing,
    points: placed(chart.values, samples.map(single)),
    ranges: placed(chart.ranges, samples.slice(1).map(single)),
    measured: { values, sigmaWithin: chart.values[0]?.sigma ?? 0 },
  };
}

function meansOf(view: ControlView, samples: readonly Sample[]): Drawn {
  const all = view.subgroup === 'days' ? inRuns(samples, view.days) : byPeriod(samples);
  const size = usualSize(all);
  if (size < SMALLEST_SUBGROUP || size > LARGEST_SUBGROUP) {
    return { ...nothing, size, obstacle: size > LARGEST_SUBGROUP ? 'large' : 'singles' };
  }
  const subgroups = all.filter(({ length }) => length === size);
  const chart = meanAndRangeChart(subgroups.map((members) => members.map(({ value }) => value)));
  return {
    points: placed(chart.means, subgroups),
    ranges: placed(chart.ranges, subgroups),
    measured: {
      values: subgroups.flatMap((members) => members.map(({ value }) => value)),
      sigmaWithin: sigmaWithin(chart.ranges[0]?.center ?? 0, size),
    },
    size,
    unlike: all.length - subgroups.length,
    obstacle: null,
  };
}

/** So many samples that follow each other, again and again; a rest at the end is a subgroup of another size. */
function inRuns(samples: readonly Sample[], length: number): Sample[][] {
  return Array.from({ length: Math.ceil(samples.length / length) }, (_, at) =>
    samples.slice(at * length, (at + 1) * length),
  );
}

function byPeriod(samples: readonly Sample[]): Sample[][] {
  return [...Map.groupBy(samples, ({ place }) => place.period).values()];
}

/** The size that most subgroups have; of several the largest. */
function usualSize(subgroups: readonly (readonly Sample[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of subgroups) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort(([size, count], [other, others]) => others - count || other - size)[0]?.[0] ?? 0;
}

function placed(points: readonly ControlPoint[], samples: readonly (readonly Sample[])[]): PlacedPoint[] {
  return points.map((point, at) => ({ ...point, samples: samples[at] ?? [] }));
}

function single(sample: Sample): Sample[] {
  return [sample];
}

/** The first and the last place of a point. */
export function endsOf({ samples }: PlacedPoint): { first: SamplePlace; last: SamplePlace } | null {
  const [first, last] = [samples[0], samples.at(-1)];
  return first && last ? { first: first.place, last: last.place } : null;
}
