import { type Health, type Percentiles, questionKinds } from '../../../shared/contract/health.ts';
import { percentilesOf } from './percentiles.ts';
import type { HeldRun } from './question-run.ts';

type Responses = Health['responses'];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CHART_MS = 3 * HOUR_MS;
const SHAPES_SHOWN = 50;
/** Of an instant in ISO form, what says the minute. */
const MINUTE_LENGTH = '2026-01-31T10:42'.length;

/** How long answers took, exactly, over runs in the order in which they ended. `nowMs` is the time of day. */
export function responsesOf(runs: readonly HeldRun[], nowMs: number): Responses {
  const answered = answeredOf(runs);
  const kinds = grouped(answered, ({ kind }) => kind);
  return {
    lastHour: lastHourOf(runs, nowMs),
    byKind: questionKinds.flatMap((kind) => measured(kinds.get(kind), () => ({ kind }))),
    overTime: [...grouped(after(answered, nowMs - CHART_MS), minuteOf)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([at, those]) => measured(those, () => ({ at }))),
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
  const since = new Date(sinceMs).toISOString();
  return runs.filter(({ at }) => at >= since);
}

function shapeFacts(runs: readonly HeldRun[], last: HeldRun) {
  const totalMs = runs.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  return { shape: last.shape, kind: last.kind, lastAt: last.at, source: last.source, totalMs };
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

function minuteOf({ at }: HeldRun): string {
  return `${at.slice(0, MINUTE_LENGTH)}:00.000Z`;
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
