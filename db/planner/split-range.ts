/**
 * Which days of the range are read month by month. Rollups in memory are kept by day and by month.
 * 1. Months are asked for by no period, or by those that are made of them: month, quarter, year.
 * 2. A month counts as whole when no file of the plan holds a day of it outside the range.
 * 3. As a range is one piece, whole months are one piece too, with edge days before and after.
 */
import {
  daysOfMonthIndex,
  isoFromDay,
  monthIndexOfDay,
  type PeriodGrain,
  periodOfDay,
} from '../../shared/domain/day.ts';
import type { PlanReason } from '../../shared/query/plan-reasons.ts';
import type { PartitionMonth } from '../store/catalog.ts';
import type { Plan, Stretch } from './plan.ts';
import { monthInRange } from './prune-partitions.ts';

const madeOfMonths: readonly PeriodGrain[] = ['month', 'quarter', 'year'];

/** Splits the range of a plan that a rollup answers into whole months and edge days. */
export function splitRange(plan: Plan): Plan {
  if (plan.rollup === null) return plan;
  const held = plan.arms.flatMap(({ partition }) => partition.months);
  const inRange = held.filter((month) => monthInRange(month, plan.range));
  if (inRange.length === 0) return { ...plan, stretches: [] };
  const from = Math.max(plan.range.from ?? -Infinity, Math.min(...inRange.map(({ firstDay }) => firstDay)));
  const to = Math.min(plan.range.to ?? Infinity, Math.max(...inRange.map(({ lastDay }) => lastDay)));
  const byMonth = plan.periods.every((grain) => madeOfMonths.includes(grain));
  return { ...plan, stretches: byMonth ? splitDays(from, to, held) : [{ grain: 'day', from, to }] };
}

function splitDays(from: number, to: number, held: readonly PartitionMonth[]): Stretch[] {
  const isCut = (index: number) =>
    held.some(({ month, firstDay, lastDay }) => month === index && (firstDay < from || lastDay > to));
  let [first, last] = [monthIndexOfDay(from), monthIndexOfDay(to)];
  if (isCut(first)) first++;
  if (isCut(last)) last--;
  if (first > last) return [{ grain: 'day', from, to }];
  const whole = { from: daysOfMonthIndex(first).first, to: daysOfMonthIndex(last).last };
  const before: Stretch[] = from < whole.from ? [{ grain: 'day', from, to: whole.from - 1 }] : [];
  const after: Stretch[] = to > whole.to ? [{ grain: 'day', from: whole.to + 1, to }] : [];
  return [...before, { grain: 'month', ...whole }, ...after];
}

/** How a rollup in memory is read for a plan: by which months, and by which days. */
export function describeStretches({ stretches, periods }: Pick<Plan, 'stretches' | 'periods'>): PlanReason {
  const whole = stretches.find(({ grain }) => grain === 'month');
  const days = stretches.filter(({ grain }) => grain === 'day');
  if (whole) {
    return {
      code: 'wholeMonths',
      from: periodOfDay(whole.from, 'month'),
      to: periodOfDay(whole.to, 'month'),
      edgeDays: days.map(({ from, to }) => to - from + 1),
    };
  }
  const [all] = days;
  if (!all) return { code: 'noDays' };
  const [from, to] = [isoFromDay(all.from), isoFromDay(all.to)];
  const finer = periods.find((grain) => !madeOfMonths.includes(grain));
  return finer ? { code: 'daysOfPeriod', from, to, period: finer } : { code: 'daysOfParts', from, to };
}
