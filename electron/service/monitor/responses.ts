import { type Health, type Percentiles, questionKinds } from '../../../shared/contract/health.ts';
import type { HeldRun } from './held-runs.ts';
import { percentilesOf } from './percentiles.ts';

type Responses = Health['responses'];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CHART_MS = 3 * HOUR_MS;
const SHAPES_SHOWN = 50;

/** How long answers took, exactly, over runs in the order in which they ended. `nowMs` is the time of day. */
export function responsesOf(runs: readonly HeldRun[], nowMs: number): Responses {
  const answered = answeredOf(runs);
  const kinds = grouped(answered, ({ kind }) => kind);
  return {
    lastHour: lastHourOf(runs, nowMs),
    byKind: questionKinds.flatMap((kind) => measured(kinds.get(kind), () => ({ kind }))),
    overTime: [...grouped(after(answered, nowMs - CHART_MS), minuteOf)]
      .sort(([a], [b]) => a - b)
      .flatMap(([minute, those]) => measured(those, () => ({ at: isoOf(minute * MINUTE_MS) }))),
    byShape: [...grouped(answered, ({ shape }) => shape).values()]
      .flatMap((those) => measured(those, shapeFacts))
      .sort((a, b) => b.totalMs - a.totalMs)
      .slice(0, SHAPES_SHOWN),
  };
}

/** How long the answers of the last hour took; null where there were none. */
export function lastHourOf(runs: readonly HeldRun[], nowMs: number): Percentiles | null {
  return percentilesOf(timesOf(answeredOf(after(runs, nowMs - HOUR_MS))));
}

function answeredOf(runs: readonly HeldRun[]): HeldRun[] {
  return runs.filter(({ outcome }) => outcome === 'answered');
}

/** The runs since a time of day. */
function after(runs: readonly HeldRun[], sinceMs: number): HeldRun[] {
  return runs.filter(({ atMs }) => atMs >= sinceMs);
}

function shapeFacts(runs: readonly HeldRun[], last: HeldRun) {
  const totalMs = runs.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  return { shape: last.shape, kind: last.kind, lastAt: isoOf(last.atMs), source: last.source, totalMs };
}

/** The percentiles of some runs, with facts of them; nothing where there are none. */
function measured<Facts extends object>(
  runs: readonly HeldRun[] = [],
  facts: (runs: readonly HeldRun[], last: HeldRun) => Facts,
): (Percentiles & Facts)[] {
  const [percentiles, last] = [percentilesOf(timesOf(runs)), runs.at(-1)];
  return percentiles && last ? [{ ...percentiles, ...facts(runs, last) }] : [];
}

function timesOf(runs: readonly HeldRun[]): number[] {
  return runs.map(({ elapsedMs }) => elapsedMs);
}

function minuteOf({ atMs }: HeldRun): number {
  return Math.floor(atMs / MINUTE_MS);
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

function grouped<Key>(runs: readonly HeldRun[], keyOf: (run: HeldRun) => Key): Map<Key, HeldRun[]> {
  const groups = new Map<Key, HeldRun[]>();
  for (const run of runs) {
    const key = keyOf(run);
    const group = groups.get(key);
    if (group) group.push(run);
    else groups.set(key, [run]);
  }
  return groups;
}
