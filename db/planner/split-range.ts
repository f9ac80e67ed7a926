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

/** In words: '2024-02 to 2024-04 from months, 12 + 3 edge days from days'. */
export function describeStretches({ stretches, periods }: Pick<Plan, 'stretches' | 'periods'>): string {
  const whole = stretches.find(({ grain }) => grain === 'month');
  const days = stretches.filter(({ grain }) => grain === 'day');
  if (whole) {
    const months = span(periodOfDay(whole.from, 'month'), periodOfDay(whole.to, 'month'));
    const edges = days.map(({ from, to }) => to - from + 1);
    if (edges.length === 0) return `${months} from months`;
    return `${months} from months, ${edges.join(' + ')} edge ${edges.join() === '1' ? 'day' : 'days'} from days`;
  }
  const [all] = days;
  if (!all) return 'no file holds a day of the range';
  const read = `${span(isoFromDay(all.from), isoFromDay(all.to))} from days`;
  const finer = periods.find((grain) => !madeOfMonths.includes(grain));
  return finer ? `${read}: a ${finer} is not made of months` : `${read}: no month lies in the range as a whole`;
}

function span(from: string, to: string): string {
  return from === to ? from : `${from} to ${to}`;
}
