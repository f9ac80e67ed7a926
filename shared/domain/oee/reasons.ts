/** Downtime of one reason in minutes; null for what no reason explains. */
export interface ReasonMinutes {
  reason: string | null;
  minutes: number;
}

/** A reason by name, or so many smaller ones together. */
export type LargestReason = ({ of: 'reason' } & ReasonMinutes) | { of: 'others'; count: number; minutes: number };

/**
 * The reasons with the most downtime by name, the smaller ones together, what no reason explains last; those without downtime
 * are left out. Others are two at least: one alone takes no more room by its name.
 */
export function largestReasons(downtimes: readonly ReasonMinutes[], count: number): LargestReason[] {
  const known = downtimes.filter(({ minutes }) => minutes > 0).toSorted((a, b) => b.minutes - a.minutes);
  const reasons = known.filter(({ reason }) => reason !== null);
  const named = reasons.length <= count + 1 ? reasons : reasons.slice(0, count);
  const others = reasons.slice(named.length);
  const together = others.reduce((sum, { minutes }) => sum + minutes, 0);
  const byName = (each: ReasonMinutes): LargestReason => ({ of: 'reason', ...each });
  return [
    ...named.map(byName),
    ...(others.length === 0 ? [] : [{ of: 'others' as const, count: others.length, minutes: together }]),
    ...known.filter(({ reason }) => reason === null).map(byName),
  ];
}
