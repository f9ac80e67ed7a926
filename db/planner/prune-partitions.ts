import { isoFromDay } from '../../shared/domain/day.ts';
import type { PartitionReason } from '../../shared/query/plan-reasons.ts';
import { type Catalog, extent, type PartitionMonth } from '../store/catalog.ts';
import type { Arm, DayRange, Plan } from './plan.ts';

/** True when a month holds a day of the range. */
export function monthInRange(month: PartitionMonth, range: DayRange): boolean {
  return (range.from === null || month.lastDay >= range.from) && (range.to === null || month.firstDay <= range.to);
}

/**
 * Leaves out files that hold no day of the range; the range is what each file's months say, not its name. Those that hold
 * some and cannot be read are told of, as their records are missing.
 */
export function prunePartitions(plan: Plan, { setAside }: Pick<Catalog, 'setAside'>): Plan {
  const arms: Arm[] = [];
  const skipped = [...plan.skipped, ...setAside.flatMap((archive) => missingOf(archive, plan.range))];
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

function missingOf({ partition, because }: Catalog['setAside'][number], range: DayRange): Plan['skipped'] {
  const { firstDay, lastDay, records } = extent(partition.months.filter((month) => monthInRange(month, range)));
  if (firstDay === null || lastDay === null) return [];
  return [
    { partition, reason: { code: 'setAside', from: isoFromDay(firstDay), to: isoFromDay(lastDay), records, because } },
  ];
}
