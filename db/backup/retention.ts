import { isoWeekOfDay, monthIndexOfDay } from '../../shared/domain/day.ts';

/** Of how many days, weeks and months that have a backup the newest one is kept. */
export interface RetentionRule {
  daily: number;
  weekly: number;
  monthly: number;
}

const MS_A_DAY = 86_400_000;

/**
 * The backups to keep, by number: all of the 24 hours before the newest, as one made by hand before a change must outlive the
 * one after it; and the newest of each of the last days, weeks and months that have one. Days are those of UTC, so that no
 * change of clocks moves a backup; a period without a backup uses up none of the count.
 */
export function keptBackups(
  backups: readonly { number: number; madeAt: string }[],
  { daily, weekly, monthly }: RetentionRule,
): Set<number> {
  const newestFirst = [...backups].sort((a, b) => b.number - a.number);
  const since = Date.parse(newestFirst[0]?.madeAt ?? '') - MS_A_DAY;
  const kept = new Set(newestFirst.filter(({ madeAt }) => Date.parse(madeAt) > since).map(({ number }) => number));
  const keepOneOfEach = (most: number, periodOf: (day: number) => string | number) => {
    const periods = new Set<string | number>();
    for (const { number, madeAt } of newestFirst) {
      if (periods.size >= most) return;
      const period = periodOf(Math.floor(Date.parse(madeAt) / MS_A_DAY));
      if (!periods.has(period)) kept.add(number);
      periods.add(period);
    }
  };
  keepOneOfEach(daily, (day) => day);
  keepOneOfEach(weekly, isoWeekOfDay);
  keepOneOfEach(monthly, monthIndexOfDay);
  return kept;
}
