/**
 * Runs what is due.
 * 1. It looks at the clock every few seconds. One long timer would be wrong after the machine slept or its clock was set.
 * 2. A run begins in a quiet moment: no job runs or waits, and nobody has asked anything for some minutes, nor has the machine just woken. After
 *    the longest wait of its task it begins among questions, though never beside a job.
 * 3. One run at a time, each to its end. A look while one is on its way does nothing, so that none queues up behind itself.
 * 4. What others want done by the clock takes its turn here as well, before the tasks, as people wait for it.
 * 5. A run that the end of the program cuts short is tried again after the next start.
 */
import {
  QUIET_MINUTES,
  type ScheduledTask,
  type TaskName,
  taskDefinitions,
} from '../../../shared/contract/schedule.ts';
import type { Clock } from '../clock.ts';
import type { JobRunner } from '../job-runner.ts';
import { begin, finish } from './occurrences.ts';
import type { DueRun, Schedule } from './schedule.ts';

const LOOK_EVERY_MS = 20_000;
const MINUTE_MS = 60_000;

/** A run that is due beside those of the tasks. */
export interface OtherRun {
  /** The same for the same work, run after run; no name of a task. */
  key: string;
  longestWaitMinutes: number;
  /** Does it to its end, or until the program is to end. */
  run(isStopping: () => boolean): Promise<void>;
}

/** Other work by the clock. */
export interface OtherWork {
  due(): Promise<readonly OtherRun[]>;
}

export interface SchedulerParts {
  schedule: Schedule;
  clock: Clock;
  jobs: Pick<JobRunner, 'active' | 'finished' | 'noteScheduled'>;
  others?: OtherWork;
  /** For how long nobody has asked anything. */
  calmMs(): number;
  /** Starts the next job of a task, after so many earlier ones of the same run; null when nothing is left to do for it. */
  start(task: TaskName, earlier: number): Promise<string | null>;
  /** Whether a job of an earlier run of the program came to its end. */
  wasOver(): Promise<(jobId: string) => boolean>;
  onFailure(error: unknown): void;
}

/** What takes its turn when it may. */
type Turn = Omit<OtherRun, 'longestWaitMinutes'> & { longestWaitMinutes: number | null };

export class Scheduler {
  readonly #parts: SchedulerParts;
  /** Since when tasks wait, on the clock that is never set. */
  readonly #waitingSince = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  #isSettled = false;
  #isStopping = false;
  #awakeSince: number;
  #lookedAt: number;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
    this.#awakeSince = parts.clock.elapsed();
    this.#lookedAt = parts.clock.now();
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  /** Looks at the clock now; settles when the run that it begins, if any, is over. Never throws. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch(this.#parts.onFailure)
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  /** What a run that is due waits for. */
  waitsFor(): ScheduledTask['waitsFor'] {
    return this.#parts.jobs.active().length > 0 ? 'job' : 'quiet';
  }

  /** Begins nothing more. */
  stop(): void {
    this.#isStopping = true;
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Settles when what had begun is over and remembered. */
  async stopped(): Promise<void> {
    await this.#looking;
  }

  async #look(): Promise<void> {
    if (this.#isStopping) return;
    const { schedule, jobs, others } = this.#parts;
    this.#noticeSleep();
    if (!this.#isSettled) await schedule.settle(await this.#parts.wasOver());
    this.#isSettled = true;
    const due = [
      ...((await others?.due()) ?? []),
      ...(await schedule.due()).map((run): Turn => {
        const { longestWaitMinutes } = taskDefinitions[run.task];
        return { key: run.task, longestWaitMinutes, run: () => this.#run(run) };
      }),
    ];
    this.#noteWaiting(due);
    const next = due.find((turn) => this.#mayRun(turn));
    if (!next || jobs.active().length > 0 || this.#isStopping) return;
    this.#waitingSince.delete(next.key);
    await next.run(() => this.#isStopping);
    // The clock went on meanwhile, without the machine having slept.
    this.#lookedAt = this.#parts.clock.now();
  }

  /** The clock has gone on by more than looks are apart: the machine slept, and someone may have woken it to work. */
  #noticeSleep(): void {
    const { clock } = this.#parts;
    const now = clock.now();
    if (now - this.#lookedAt > 3 * LOOK_EVERY_MS) this.#awakeSince = clock.elapsed();
    this.#lookedAt = now;
  }

  #noteWaiting(due: readonly Turn[]): void {
    const now = this.#parts.clock.elapsed();
    for (const waiting of this.#waitingSince.keys()) {
      if (!due.some(({ key }) => key === waiting)) this.#waitingSince.delete(waiting);
    }
    for (const { key } of due) this.#waitingSince.set(key, this.#waitingSince.get(key) ?? now);
  }

  #mayRun({ key, longestWaitMinutes }: Turn): boolean {
    const { clock, calmMs } = this.#parts;
    const now = clock.elapsed();
    if (Math.min(calmMs(), now - this.#awakeSince) >= QUIET_MINUTES * MINUTE_MS) return true;
    const waitedMs = now - (this.#waitingSince.get(key) ?? now);
    return longestWaitMinutes !== null && waitedMs >= longestWaitMinutes * MINUTE_MS;
  }

  async #run({ task, run, tries }: DueRun): Promise<void> {
    const { schedule, jobs, start, onFailure } = this.#parts;
    try {
      for (let earlier = 0; ; earlier++) {
        const jobId = await start(task, earlier);
        if (jobId === null) break;
        jobs.noteScheduled(jobId);
        await schedule.note(task, (known) => begin(known, run, { jobId, tries }));
        const { state } = await jobs.finished(jobId);
        if (state === 'cancelled' && this.#isStopping) return;
        if (state !== 'done') break;
      }
    } catch (error) {
      onFailure(error); // it could not even begin; the next time of its rule is the next try
    }
    await schedule.note(task, (known) => finish(known, run));
  }
}
