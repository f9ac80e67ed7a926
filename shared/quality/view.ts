import { lengthInDays } from '../domain/range.ts';
import { noLimits, type SpecificationLimits } from '../domain/spc/capability.ts';
import { LARGEST_SUBGROUP, SMALLEST_SUBGROUP } from '../domain/spc/control-charts.ts';
import { type Measure, measureNames } from '../query/measures.ts';
import type { ChartScope } from '../questions/chart-scope.ts';
import {
  type ControlView,
  chartKinds,
  limitKinds,
  type PointKind,
  pointKinds,
  pointsFor,
  ruleChoices,
  subgroupKinds,
} from './control-view.ts';

/** What is asked on Quality beside the range and the filters of the window. It lives in the address. */
export interface QualityView extends Omit<ControlView, 'points'> {
  /** Null for the one that suits the range. */
  points: PointKind | null;
  /** What was typed that is asked of the measure, as the engine gives it: shares of one, units. Where nothing was, what is kept holds. */
  specification: SpecificationLimits;
  /** The lines that a unit goes through, one after the other. */
  steps: readonly string[];
}

/** What is looked at before anything was chosen. */
export const firstView: QualityView = {
  chart: 'p',
  points: null,
  measure: 'yield',
  subgroup: 'shift',
  days: 5,
  rules: 'westernElectric',
  limits: 'chance',
  specification: noLimits,
  steps: [],
};

/** More steps than this are no line of production. */
export const MOST_STEPS = 30;

const names = {
  chart: 'chart',
  points: 'points',
  measure: 'of',
  subgroup: 'group',
  days: 'days',
  rules: 'rules',
  limits: 'limits',
  lower: 'lsl',
  upper: 'usl',
  target: 'target',
  step: 'step',
} as const;
const viewParams: readonly string[] = Object.values(names);

/** Reads a view from an address; what it does not understand is as to begin with. */
export function readView(params: URLSearchParams): QualityView {
  const known = <T extends string>(name: string, values: readonly T[]): T | undefined =>
    values.find((value) => value === params.get(name));
  const measure: Measure | undefined = known(names.measure, measureNames);
  return {
    chart: known(names.chart, chartKinds) ?? firstView.chart,
    points: known(names.points, pointKinds) ?? null,
    measure: measure ?? firstView.measure,
    subgroup: known(names.subgroup, subgroupKinds) ?? firstView.subgroup,
    days: readDays(params.get(names.days)),
    rules: known(names.rules, ruleChoices) ?? firstView.rules,
    limits: known(names.limits, limitKinds) ?? firstView.limits,
    specification: {
      lower: readNumber(params.get(names.lower)),
      upper: readNumber(params.get(names.upper)),
      target: readNumber(params.get(names.target)),
    },
    steps: [...new Set(params.getAll(names.step))].slice(0, MOST_STEPS),
  };
}

/** What is asked, with points that suit the range where none are chosen. */
export function controlViewOf(view: QualityView, scope: Omit<ChartScope, 'filters'>): ControlView {
  const { chart, points, measure, subgroup, days, rules, limits } = view;
  return {
    chart,
    points: points ?? pointsFor(lengthInDays(scope), scope.recordedBy),
    measure,
    subgroup,
    days,
    rules,
    limits,
  };
}

/** The view of which capability is told: counts have none, so that their measure is looked at by single values. */
export function capabilityView(view: QualityView): QualityView {
  return view.chart === 'p' || view.chart === 'u' ? { ...view, chart: 'individuals' } : view;
}

/** The address of a view: what `readView` reads back. What is as to begin with is not written; other params are kept. */
export function writeView(view: QualityView, kept: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams([...kept].filter(([name]) => !viewParams.includes(name)));
  const write = (name: string, value: string | number | null, first: string | number | null) => {
    if (value !== null && value !== first) params.set(name, String(value));
  };
  write(names.chart, view.chart, firstView.chart);
  write(names.points, view.points, firstView.points);
  write(names.measure, view.measure, firstView.measure);
  write(names.subgroup, view.subgroup, firstView.subgroup);
  write(names.days, view.days, firstView.days);
  write(names.rules, view.rules, firstView.rules);
  write(names.limits, view.limits, firstView.limits);
  write(names.lower, view.specification.lower, null);
  write(names.upper, view.specification.upper, null);
  write(names.target, view.specification.target, null);
  for (const step of view.steps) params.append(names.step, step);
  return params;
}

/** What is asked of the measure that a view shows: what was typed in it, else what is kept. */
export function specificationShown(
  { specification }: Pick<QualityView, 'specification'>,
  kept: SpecificationLimits | null,
): SpecificationLimits {
  return isTyped(specification) ? specification : (kept ?? noLimits);
}

/** Whether a limit or a target was typed. */
export function isTyped({ lower, upper, target }: SpecificationLimits): boolean {
  return lower !== null || upper !== null || target !== null;
}

/** The view of another measure: limits that were typed for one say nothing of another. */
export function withMeasure(view: QualityView, measure: Measure): QualityView {
  return measure === view.measure ? view : { ...view, measure, specification: firstView.specification };
}

function readDays(text: string | null): number {
  const days = Number(text);
  return Number.isInteger(days) && days >= SMALLEST_SUBGROUP && days <= LARGEST_SUBGROUP ? days : firstView.days;
}

function readNumber(text: string | null): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
