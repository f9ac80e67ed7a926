import type { Percentiles } from '../../../shared/contract/health.ts';

const MINUTE_MS = 60_000;

/** One minute of answers; its times are null where nothing was asked, so that lines break there. */
export interface Minute {
  atMs: number;
  count: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  worst: number | null;
}

/** Stretches of time that can be looked at, with the distance of the ticks below them. */
export const timeWindows = {
  hour: { lengthMs: 60 * MINUTE_MS, tickMs: 10 * MINUTE_MS },
  threeHours: { lengthMs: 180 * MINUTE_MS, tickMs: 30 * MINUTE_MS },
} as const;
export type TimeWindow = keyof typeof timeWindows;
export const timeWindowNames = Object.keys(timeWindows) as TimeWindow[];

/** The minutes from `fromMs` on, oldest first, with an empty one wherever the next one asked in does not follow at once. */
export function toMinutes(overTime: readonly (Percentiles & { at: string })[], fromMs: number): Minute[] {
  const minutes: Minute[] = [];
  for (const { at, count, p50, p95, p99, worst } of overTime) {
    const atMs = Date.parse(at);
    if (atMs < fromMs) continue;
    const before = minutes.at(-1);
    if (before && atMs - before.atMs > MINUTE_MS) minutes.push(emptyMinute(before.atMs + MINUTE_MS));
    minutes.push({ atMs, count, p50, p95, p99, worst });
  }
  return minutes;
}

function emptyMinute(atMs: number): Minute {
  return { atMs, count: 0, p50: null, p95: null, p99: null, worst: null };
}

/** Instants `stepMs` apart that lie on full steps of the clock where the reader is, within both bounds. */
export function clockTicks(fromMs: number, toMs: number, stepMs: number): number[] {
  const midnight = new Date(fromMs).setHours(0, 0, 0, 0);
  const first = midnight + Math.ceil((fromMs - midnight) / stepMs) * stepMs;
  return Array.from({ length: Math.max(0, Math.floor((toMs - first) / stepMs) + 1) }, (_, at) => first + at * stepMs);
}
