import { isoFromDay } from '../../shared/domain/day.ts';
import type { PartitionReason } from '../../shared/query/plan-reasons.ts';
import { extent, type PartitionMonth } from '../store/catalog.ts';
import type { Arm, DayRange, Plan } from './plan.ts';

/** True when a month holds a day of the range. */
export function monthInRange(month: PartitionMonth, range: DayRange): boolean {
  return (range.from === null || month.lastDay >= range.from) && (range.to === null || month.firstDay <= range.to);
}

/** Leaves out files that hold no day of the range; the range is what each file's months say, not its name. */
export function prunePartitions(plan: Plan): Plan {
  const arms: Arm[] = [];
  const skipped = [...plan.skipped];
  for (const arm of plan.arms) {
    const { partition } = arm;
    if (partition.months.some((month) => monthInRange(month, plan.range))) {
      arms.push(arm);
    } else {
      const { firstDay, lastDay } = extent(partition.months);
      const reason: PartitionReason =
        firstDay === null || lastDay === null
          ? { code: 'empty' }
          : { code: 'outsideRange', from: isoFromDay(firstDay), to: isoFromDay(lastDay) };
      skipped.push({ partition, reason });
    }
  }
  return { ...plan, arms, skipped };
}
