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
 * some and cannot be read are told of, as their records are missing; so is what is known against those that are read.
 */
export function prunePartitions(plan: Plan, { setAside, flaws }: Pick<Catalog, 'setAside' | 'flaws'>): Plan {
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
  return { ...plan, arms, skipped, flaws: flaws.flatMap((flawed) => flawIn(flawed, plan.range)) };
}

function missingOf({ partition, because }: Catalog['setAside'][number], range: DayRange): Plan['skipped'] {
  const { firstDay, lastDay, records } = extent(partition.months.filter((month) => monthInRange(month, range)));
  if (firstDay === null || lastDay === null) return [];
  return [
    { partition, reason: { code: 'setAside', from: isoFromDay(firstDay), to: isoFromDay(lastDay), records, because } },
  ];
}

/** What is known against a file, as far as it concerns the range; what was lost counts by the months it was lost of. */
export function flawIn({ partition, flaw }: Catalog['flaws'][number], range: DayRange): Plan['flaws'] {
  if (flaw.code === 'rebuilt') {
    const months = flaw.months.filter(
      ({ from, to }) =>
        (range.from === null || to >= isoFromDay(range.from)) && (range.to === null || from <= isoFromDay(range.to)),
    );
    const [first] = months;
    const last = months.at(-1);
    if (!first || !last) return [];
    const of = months.reduce((sum, { recordsBefore }) => sum + recordsBefore, 0);
    const kept = months.reduce((sum, { recordsAfter }) => sum + recordsAfter, 0);
    return [{ partition, reason: { code: 'rebuilt', from: first.from, to: last.to, lost: of - kept, of } }];
  }
  const { firstDay, lastDay, records } = extent(partition.months.filter((month) => monthInRange(month, range)));
  if (firstDay === null || lastDay === null) return [];
  const days = { from: isoFromDay(firstDay), to: isoFromDay(lastDay), records };
  return [
    {
      partition,
      reason:
        flaw.code === 'changed' ? { ...days, code: 'changed' } : { ...days, code: flaw.code, because: flaw.because },
    },
  ];
}
