/** What a control chart is asked to show, as data: the address of a screen and the rule of an alert are made of it. */
import type { PeriodGrain } from '../domain/day.ts';
import { type RuleName, type RuleSet, ruleSetNames, ruleSets } from '../domain/spc/rules.ts';
import type { Measure } from '../query/measures.ts';

/** Shares of defective units, defects a unit, single values with moving ranges, means with ranges. */
export const chartKinds = ['p', 'u', 'individuals', 'means'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** What a point stands for: the records of a period, of a shift of a day, or of a lot. */
export const pointKinds = ['day', 'week', 'month', 'shift', 'lot'] as const;
export type PointKind = (typeof pointKinds)[number];

/** What the values of a subgroup are: the shifts or the lines of a day, or days that follow each other. */
export const subgroupKinds = ['shift', 'line', 'days'] as const;
export type SubgroupKind = (typeof subgroupKinds)[number];

/** The rules that points are held against: the limits alone, or one of the sets. */
export type RuleChoice = 'limits' | RuleSet;
export const ruleChoices: readonly RuleChoice[] = ['limits', ...ruleSetNames];

/** Whether limits hold what chance alone makes, or also what samples differ by beyond it. */
export const limitKinds = ['chance', 'between'] as const;
export type LimitKind = (typeof limitKinds)[number];

export interface ControlView {
  chart: ChartKind;
  /** Of all charts but means and ranges. */
  points: PointKind;
  /** Of single values, and of means and ranges. */
  measure: Measure;
  subgroup: SubgroupKind;
  /** How many days make a subgroup where it is days. */
  days: number;
  rules: RuleChoice;
  /** Of shares and of defects a unit. */
  limits: LimitKind;
}

/** The rules of a choice. */
export function rulesOf(choice: RuleChoice): readonly RuleName[] {
  return choice === 'limits' ? ['beyondLimits'] : ruleSets[choice];
}

/** Whether points are counted (units and their defects) rather than measured. */
export function isCounted({ chart }: Pick<ControlView, 'chart'>): boolean {
  return chart === 'p' || chart === 'u';
}

/** The points that suit so many days: as many as can be told apart and are enough for limits; none is shorter than what a record is of. */
export function pointsFor(days: number, recorded: PeriodGrain = 'day'): PointKind {
  if (recorded === 'week' && days <= 3 * 366) return 'week';
  if (recorded !== 'day' && recorded !== 'week') return 'month';
  if (days <= 130) return 'day';
  return days <= 3 * 366 ? 'week' : 'month';
}
