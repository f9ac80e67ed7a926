/**
 * Which run of a rule is due, as pure functions of what is remembered and of the clock on the wall.
 * 1. A run is known by the time that its rule names ('2026-03-29T02:10'), not by an instant. A night in which that time is left out
 *    runs when the clock has passed it; one in which it comes twice has run it already.
 * 2. Due is the latest time that has passed since the one that was dealt with last: what was missed while the program was
 *    closed or the machine slept is caught up with by one run.
 * 3. When the clock goes back, to an earlier hour, day or zone, all up to the new present counts as dealt with, and what comes
 *    again is told by the list of runs. So a clock that was wrong for a while neither repeats a run nor keeps the next ones away.
 */
import { z } from 'zod';
import type { Rule } from './rule.ts';
import { readWallTime, type WallTime, writeWallTime } from './wall-time.ts';

const wallText = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

export const taskMemorySchema = z.object({
  /** The rule that all this is of. */
  rule: z.string(),
  /** Up to when all is dealt with. */
  passed: wallText,
  /** The runs of late, oldest first. */
  ran: z.array(wallText),
  /** The run that has begun, and its job; null between runs. */
  begun: z.object({ run: wallText, jobId: z.string(), tries: z.int() }).nullable(),
});
/** What is remembered of a task, in times of the wall. */
export type TaskMemory = z.infer<typeof taskMemorySchema>;

const MINUTE_MS = 60_000;
/** A clock that goes back further than this repeats runs of long ago. */
const RUNS_REMEMBERED = 100;
/** What ended with the program is tried once more, and not for ever: it may be what ends it. */
export const MOST_TRIES = 2;

/** What is remembered of a task when the clock shows `now`; a rule that is new begins with the present. */
export function remembered(memory: TaskMemory | undefined, rule: Rule, now: WallTime): TaskMemory {
  if (memory?.rule !== rule.text) return { rule: rule.text, passed: writeWallTime(now), ran: [], begun: null };
  if (readWallTime(memory.passed) <= now) return memory;
  return { ...memory, passed: writeWallTime(now) };
}

/** The run that is due; null when none is. */
export function dueRun(memory: TaskMemory, rule: Rule, now: WallTime): WallTime | null {
  const latest = rule.latest(now);
  if (latest === null || latest <= readWallTime(memory.passed)) return null;
  return memory.ran.includes(writeWallTime(latest)) ? null : latest;
}

/** The newest runs that are due, at most so many, oldest first: for what is wanted of each time and not once for all that was missed. */
export function dueRuns(memory: TaskMemory, rule: Rule, now: WallTime, most: number): WallTime[] {
  const runs: WallTime[] = [];
  let run = rule.latest(now);
  while (run !== null && run > readWallTime(memory.passed) && runs.length < most) {
    if (!memory.ran.includes(writeWallTime(run))) runs.unshift(run);
    run = rule.latest(run - MINUTE_MS);
  }
  return runs;
}

/** The first run after `now` that was not done already. */
export function nextRun(memory: TaskMemory, rule: Rule, now: WallTime): WallTime | null {
  let next = rule.next(now);
  while (next !== null && memory.ran.includes(writeWallTime(next))) next = rule.next(next);
  return next;
}

/** The memory once a job of a run has begun. */
export function begin(memory: TaskMemory, run: WallTime, job: { jobId: string; tries: number }): TaskMemory {
  return { ...memory, begun: { run: writeWallTime(run), ...job } };
}

/** Which try of a run the next one is, from 1. */
export function tryOf({ begun }: TaskMemory, run: WallTime): number {
  return begun?.run === writeWallTime(run) ? begun.tries + 1 : 1;
}

/** The memory once a run was given up for a while, to be begun anew. */
export function putOff(memory: TaskMemory): TaskMemory {
  return { ...memory, begun: null };
}

/** The memory after a start, at which nothing runs: a run that had begun is over if its job is, or if it was tried often enough. */
export function afterStart(memory: TaskMemory, isOver: (jobId: string) => boolean): TaskMemory {
  const { begun } = memory;
  if (begun === null || (begun.tries < MOST_TRIES && !isOver(begun.jobId))) return memory;
  return finish(memory, readWallTime(begun.run));
}

/** The memory once a run is over, well or not. */
export function finish(memory: TaskMemory, run: WallTime): TaskMemory {
  const text = writeWallTime(run);
  return {
    ...memory,
    passed: readWallTime(memory.passed) < run ? text : memory.passed,
    ran: [...memory.ran, text].slice(-RUNS_REMEMBERED),
    begun: null,
  };
}
