import type { Progress } from '../../db/engine/threads/tasks.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import { AppError, isAppError } from '../../shared/lib/app-error.ts';

export type JobResult = NonNullable<Job['result']>;

/** What a job does once its turn has come. */
export interface JobWork {
  kind: Job['kind'];
  subject: string;
  /** 'write' jobs run one after another; 'read' jobs at once. */
  lane: 'write' | 'read';
  cancellable: boolean;
  run(control: JobControl): Promise<{ message: string; result: JobResult }>;
}

export interface JobControl {
  report(progress: Progress): void;
  /** Called when a person cancels; the last one set counts. */
  onCancel(cancel: () => void): void;
  /** Throws CANCELLED once a person has cancelled. */
  checkCancelled(): void;
}

interface Entry {
  job: Job;
  cancelled: boolean;
  cancel: () => void;
  finished: Promise<Job>;
  inHistory: boolean;
}

/** Jobs that are over and in the history, kept for who still waits for one; a program that runs for months starts very many. */
const JOBS_REMEMBERED = 100;

/** The one way to run a job: a turn, progress, cancel, an outcome in words, and a line in the history. */
export class JobRunner {
  readonly #entries = new Map<string, Entry>();
  readonly #publish: (job: Job) => void;
  readonly #save: (job: Job) => Promise<void>;
  #lastWrite: Promise<unknown> = Promise.resolve();
  #writing = 0;

  constructor(publish: (job: Job) => void, save: (job: Job) => Promise<void>) {
    this.#publish = publish;
    this.#save = save;
  }

  /** Starts or queues a job; returns its id. */
  start(work: JobWork): string {
    const id = crypto.randomUUID();
    const { promise, resolve } = Promise.withResolvers<Job>();
    const entry: Entry = {
      job: newJob(id, work),
      cancelled: false,
      cancel: () => {},
      finished: promise,
      inHistory: false,
    };
    this.#entries.set(id, entry);
    this.#publish(entry.job);
    const turn = work.lane === 'write' ? this.#lastWrite : Promise.resolve();
    const done = turn.then(() => this.#run(entry, work)).then(() => resolve(entry.job));
    if (work.lane === 'write') {
      this.#writing++;
      this.#lastWrite = done.finally(() => this.#writing--);
    }
    return id;
  }

  /** Jobs that the history does not hold yet, oldest first: queued, running, or over while the writer is busy. */
  active(): Job[] {
    return [...this.#entries.values()].filter(({ inHistory }) => !inHistory).map(({ job }) => job);
  }

  /** Whether a job that writes runs or waits for its turn. */
  isWriting(): boolean {
    return this.#writing > 0;
  }

  /** Asks a job to stop; false when it is over or cannot be stopped. */
  cancel(id: string): boolean {
    const entry = this.#entries.get(id);
    if (!entry || !isActive(entry.job) || !entry.job.cancellable) return false;
    entry.cancelled = true;
    entry.cancel();
    return true;
  }

  /** Notes that nobody but the schedule began a job, as soon as it is begun. */
  noteScheduled(id: string): void {
    const entry = this.#entries.get(id);
    if (entry) this.#update(entry, { scheduled: true });
  }

  /** Settles when the job has ended, well or not. Throws NOT_FOUND for a job of another day, or one long over. */
  finished(id: string): Promise<Job> {
    const entry = this.#entries.get(id);
    if (!entry) throw new AppError('NOT_FOUND', `There is no job ${id} in this run of the program.`);
    return entry.finished;
  }

  /** Cancels what can be cancelled and waits until nothing runs. */
  async drain(): Promise<void> {
    for (const job of this.active()) this.cancel(job.id);
    await Promise.all([...this.#entries.values()].map(({ finished }) => finished));
  }

  async #run(entry: Entry, work: JobWork): Promise<void> {
    const control: JobControl = {
      report: (progress) => this.#update(entry, progress),
      onCancel: (cancel) => {
        entry.cancel = cancel;
        if (entry.cancelled) cancel();
      },
      checkCancelled: () => {
        if (entry.cancelled) throw new AppError('CANCELLED', 'Cancelled. Nothing was kept of it.');
      },
    };
    try {
      control.checkCancelled();
      this.#update(entry, { state: 'running', startedAt: new Date().toISOString() });
      const { message, result } = await work.run(control);
      this.#update(entry, { state: 'done', message, result, phase: '', finishedAt: new Date().toISOString() });
    } catch (error) {
      this.#update(entry, { ...failure(error), phase: '', finishedAt: new Date().toISOString() });
    }
    await this.#save(entry.job).catch(() => {}); // a history that cannot be written must not undo what was done
    entry.inHistory = true;
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    const over = [...this.#entries].filter(([, { inHistory }]) => inHistory);
    for (const [id] of over.slice(0, -JOBS_REMEMBERED)) this.#entries.delete(id);
  }

  #update(entry: Entry, change: Partial<Job>): void {
    if (!isActive(entry.job)) return;
    entry.job = { ...entry.job, ...change };
    this.#publish(entry.job);
  }
}

function newJob(id: string, { kind, subject, cancellable }: JobWork): Job {
  return {
    id,
    kind,
    subject,
    state: 'queued',
    phase: '',
    done: 0,
    total: null,
    unit: 'records',
    startedAt: null,
    finishedAt: null,
    cancellable,
    message: '',
    result: null,
  };
}

function isActive(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running';
}

function failure(error: unknown): Pick<Job, 'state' | 'message' | 'result'> {
  const code = isAppError(error) ? error.code : 'UNEXPECTED';
  const details = isAppError(error) ? error.details : {};
  const message = error instanceof Error ? error.message : String(error);
  return { state: code === 'CANCELLED' ? 'cancelled' : 'failed', message, result: { code, ...details } };
}
