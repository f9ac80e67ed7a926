/** The numbers that a view is compared with, put where they stand beside its own. Pure. */
import type { DateRange } from '../../../../shared/domain/range.ts';
import { isPeriod } from '../../../../shared/query/dimensions.ts';
import type { Measure } from '../../../../shared/query/measures.ts';
import { isPartlyPlanned, planBaselines } from '../../../../shared/query/plan-baseline.ts';
import type { ReportQueryInput } from '../../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { comparedRange, comparedScopeOf, plannedMeasures } from '../../../../shared/questions/explore/compared.ts';
import type { Comparison } from '../../../../shared/questions/explore/comparison.ts';
import type { ShownAnswer } from '../../../lib/use-report.ts';
import { type Asked, totalsOf } from '../asked.ts';
import { type Axis, type Cube, type Member, memberId, modesOf, type Part, partQuery, toCube } from '../parts.ts';
import { comparedPlace } from './align.ts';

/** What is asked to compare with. */
export interface ComparedQuestion {
  comparison: Comparison;
  range: DateRange;
  axes: readonly Axis[];
  parts: readonly Part[];
  /** Whether a group that is only here is gone, rather than kept out by a range. */
  tellsGone: boolean;
  /** Where a place of the view stands in it; null for nowhere. */
  place: (members: readonly Member[]) => readonly Member[] | null;
}

export interface Compared {
  comparison: Comparison;
  /** The dates of the numbers compared with. */
  range: DateRange;
  /** Whether a measure has anything to be compared with: not every one has a plan. */
  compares: (measure: Measure) => boolean;
  /** The number that a measure is compared with at a place of the view; null for no data. */
  at: (members: readonly Member[], measure: Measure) => number | null;
  /** Places of the view that are only in what it is compared with, such as an item that is no longer made. */
  gone: readonly (readonly Member[])[];
  /** Whether good stands beside a plan that is not of the same records. */
  isPartlyPlanned: boolean;
}

/**
 * The questions for what a view is compared with: the same over other dates, of another value, or of what was planned. `last` is the
 * newest day that has records.
 */
export function askCompared(
  comparison: Comparison,
  asked: Asked,
  axes: readonly Axis[],
  scope: ChartScope,
  last: string | null,
): ComparedQuestion {
  const range = comparison.with === 'dates' ? comparedRange(scope, comparison.dates, last) : scope;
  const kept = axes.map((axis) => !(comparison.with === 'value' && axis.dimension === comparison.field));
  const comparedAxes = axes.filter((_, at) => kept[at]);
  const comparedScope = { ...comparedScopeOf(comparison, scope), from: range.from, to: range.to };
  const measures = comparison.with === 'plan' ? plannedMeasures(asked.measures) : asked.measures;
  const ask = (query: ReportQueryInput) => (comparison.with === 'plan' ? { ...query, withSums: true as const } : query);
  const parts = modesOf(comparedAxes, totalsOf(asked, axes)).map((modes) => ({
    modes,
    query: ask(partQuery(comparedScope, measures, comparedAxes, modes)),
  }));
  return {
    comparison,
    range: { from: range.from, to: range.to },
    axes: comparedAxes,
    parts,
    tellsGone: comparison.with === 'dates' && asked.ranges.length === 0,
    place:
      comparison.with === 'dates'
        ? comparedPlace(axes, scope, range, comparison.dates)
        : (members) => members.filter((_, at) => kept[at]),
  };
}

/** Puts the answers beside a view. */
export function toCompared(
  { comparison, range, axes, parts, tellsGone, place }: ComparedQuestion,
  answers: readonly (ShownAnswer | undefined)[],
  { cube, measures }: { cube: Cube; measures: readonly Measure[] },
): Compared {
  const compared = toCube(axes, parts, answers);
  const valuesAt = (members: readonly Member[]) => {
    const there = place(members);
    return there === null ? undefined : compared.at(there);
  };
  const at: Compared['at'] = (members, measure) => {
    const values = valuesAt(members);
    if (comparison.with !== 'plan') return values?.[measure] ?? null;
    return (values && planBaselines[measure]?.value(values)) ?? null;
  };
  return {
    comparison,
    range,
    compares: (measure) => comparison.with !== 'plan' || planBaselines[measure] !== undefined,
    at,
    gone: tellsGone ? goneOf(cube, compared) : [],
    isPartlyPlanned:
      comparison.with === 'plan' &&
      measures.includes('good') &&
      cube.rows.some((members) => isPartlyPlanned(cube.at(members)?.good ?? null, valuesAt(members) ?? {})),
  };
}

/** Groups of values that were and are not; what is split by time has them in its columns of time. */
function goneOf(cube: Cube, compared: Cube): (readonly Member[])[] {
  if (cube.axes.some(({ dimension }) => isPeriod(dimension)) || cube.rows.length < cube.groups) return [];
  const now = new Set(cube.rows.map((members) => members.map(memberId).join('\u0000')));
  return compared.rows.filter((members) => !now.has(members.map(memberId).join('\u0000')));
}
