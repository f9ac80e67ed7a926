/** From what is compared to the groups that drove the change. Pure. */
import { type Dimension, isReason } from '../../../../shared/query/dimensions.ts';
import {
  type ComparedGroup,
  type Driver,
  driversKind,
  driversOf,
  type GroupValues,
} from '../../../../shared/query/measure-drivers.ts';
import {
  measures as definitions,
  type Measure,
  type MeasureDefinition,
  measuresByReason,
  sumColumn,
} from '../../../../shared/query/measures.ts';
import { planBaselines } from '../../../../shared/query/plan-baseline.ts';
import type { ReportQueryInput } from '../../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { comparedRange, comparedScopeOf, plannedMeasures } from '../../../../shared/questions/explore/compared.ts';
import type { Comparison } from '../../../../shared/questions/explore/comparison.ts';
import type { ShownAnswer } from '../../../lib/use-report.ts';

/** Fields whose values a person can do something about; lots and units are none. */
export const driverFields = ['item', 'line', 'shift', 'site', 'operator', 'defectReason', 'downtimeReason'] as const;
export type DriverField = (typeof driverFields)[number];

/** The measures of a view whose change can be told by groups. */
export function drivenMeasures(measures: readonly Measure[], comparison: Comparison): Measure[] {
  return measures.filter(
    (measure) => driversKind(measure) !== null && (comparison.with !== 'plan' || planBaselines[measure]),
  );
}

/** The fields by which a change can be told: not the one that is compared, nor one of which a filter keeps a single value. */
export function fieldsFor(measure: Measure, comparison: Comparison, { filters }: ChartScope): DriverField[] {
  return driverFields.filter((field) => {
    if (comparison.with === 'value' && comparison.field === field) return false;
    if (filters.some((filter) => filter.field === field && !filter.not && filter.in.length === 1)) return false;
    return !isReason(field) || (comparison.with !== 'plan' && measuresByReason[field].includes(measure));
  });
}

/** What is asked of both sides, by a field or of the whole; `last` is the newest day that has records. */
export function driverQueries(
  measure: Measure,
  field: DriverField | null,
  comparison: Comparison,
  scope: ChartScope,
  last: string | null,
): { now: ReportQueryInput; before: ReportQueryInput } {
  const dimensions: Dimension[] = field === null ? [] : [field];
  const { from, to, filters } = scope;
  const now = { measures: [measure], dimensions, from, to, filters, withSums: true as const };
  const range = comparison.with === 'dates' ? comparedRange(scope, comparison.dates, last) : { from, to };
  return {
    now,
    before: {
      ...now,
      measures: comparison.with === 'plan' ? plannedMeasures([measure]) : [measure],
      filters: comparedScopeOf(comparison, scope).filters,
      from: range.from,
      to: range.to,
    },
  };
}

export interface Drivers {
  drivers: readonly Driver[];
  now: number | null;
  before: number | null;
  change: number;
  /** What of the change the groups do not account for, such as defects of records that a filter on reasons keeps. */
  rest: number;
}

/** Beyond what rounding of sums can come to. */
const PRECISION = 1e-9;

/** The groups that drove the change, those that did most first; null where the whole has no value on one of both sides. */
export function toDrivers(
  measure: Measure,
  comparison: Comparison,
  answers: { now: ShownAnswer; before: ShownAnswer; wholeNow: ShownAnswer; wholeBefore: ShownAnswer },
): Drivers | null {
  const side = (answer: ShownAnswer) => groupsOf(answer);
  const planned = (answer: ShownAnswer) =>
    comparison.with === 'plan' ? asPlanned(measure, groupsOf(answer)) : groupsOf(answer);
  const [now, before] = [side(answers.now), planned(answers.before)];
  const keys = [...new Set([...now.keys(), ...before.keys()])];
  const groups = keys.map((key): ComparedGroup => ({ key, now: now.get(key), before: before.get(key) }));
  const drivers = driversOf(measure, groups);
  const wholeNow = side(answers.wholeNow).get(null)?.[measure] ?? null;
  const wholeBefore = planned(answers.wholeBefore).get(null)?.[measure] ?? null;
  if (drivers === null || wholeNow === null || wholeBefore === null) return null;
  const change = wholeNow - wholeBefore;
  const told = drivers.reduce((sum, { contribution }) => sum + contribution, 0);
  const rest = change - told;
  const isRounding = Math.abs(rest) <= PRECISION * Math.max(1, Math.abs(wholeNow), Math.abs(wholeBefore));
  return {
    drivers: drivers.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
    now: wholeNow,
    before: wholeBefore,
    change,
    rest: isRounding ? 0 : rest,
  };
}

/** The values of each group by its key; the whole stands under null. */
function groupsOf({ columns, rows }: ShownAnswer): Map<string | null, GroupValues> {
  const keyAt = columns.findIndex(({ type }) => type === 'text');
  return new Map(
    rows.map((cells) => {
      const key = cells[keyAt];
      const values = columns.flatMap(({ name }, at) => (at === keyAt ? [] : [[name, cells[at] ?? null] as const]));
      return [typeof key === 'string' ? key : null, Object.fromEntries(values) as GroupValues];
    }),
  );
}

/** What was planned, in the form of the measure itself: of a ratio over the same denominator. */
function asPlanned(measure: Measure, groups: ReadonlyMap<string | null, GroupValues>): Map<string | null, GroupValues> {
  const { fraction }: MeasureDefinition = definitions[measure];
  return new Map(
    [...groups].map(([key, values]): [string | null, GroupValues] => {
      const plan = planBaselines[measure]?.value(values) ?? null;
      if (!fraction) return [key, { [measure]: plan }];
      const denominator = plan === null ? null : (values[sumColumn(fraction.denominator)] ?? null);
      const numerator = plan === null || denominator === null ? null : (plan * denominator) / fraction.factor;
      return [
        key,
        {
          [measure]: plan,
          [sumColumn(fraction.numerator)]: numerator,
          [sumColumn(fraction.denominator)]: denominator,
        },
      ];
    }),
  );
}
