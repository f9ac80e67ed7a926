import type { Engine } from '../../db/engine/engine.ts';
import { changedWhileClosed, type ForeignWrites, readSeen } from '../../db/store/foreign-writes.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import type { JobRunner } from './job-runner.ts';
import type { ServiceGround } from './service-parts.ts';
import type { StoreJobs } from './store-jobs.ts';

/** Another program's change is noticed about so soon. */
const LOOK_EVERY_MS = 1_000;
/** What could not be read anew, as on a full disk, is not tried again at once. */
const REST_AFTER_FAILURE_MS = 60_000;

export interface ForeignWatchParts {
  engine: Engine;
  jobs: JobRunner;
  storeJobs: StoreJobs;
  onFailure(error: unknown): void;
}

/** Looks between jobs whether another program wrote to the store, and has read anew what it may have changed. */
export class ForeignWatch {
  readonly #parts: ForeignWatchParts;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<Job | null> = Promise.resolve(null);
  #restUntilMs = 0;

  constructor(parts: ForeignWatchParts) {
    this.#parts = parts;
  }

  /** Looks at once, so that no question comes before it, and from then on about every second. */
  async start(): Promise<void> {
    const reread = this.#reread(await this.#parts.engine.lookForForeignWrites());
    this.#next(() => reread);
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  /** Looks now; settles with the job that read anew, null when there was nothing to read. Never throws. */
  look(): Promise<Job | null> {
    return this.#next(() => this.#look());
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
  }

  #next(work: () => Promise<Job | null>): Promise<Job | null> {
    const done = this.#looking.then(work).catch((error: unknown) => {
      this.#parts.onFailure(error);
      return null;
    });
    this.#looking = done;
    return done;
  }

  async #look(): Promise<Job | null> {
    const { engine, jobs } = this.#parts;
    if (performance.now() < this.#restUntilMs || jobs.isWriting()) return null;
    return this.#reread(await engine.lookForForeignWrites());
  }

  async #reread(found: ForeignWrites): Promise<Job | null> {
    const { engine, jobs, storeJobs } = this.#parts;
    // A job that was begun meanwhile has read it anew before all else, which is told when that is over.
    if (jobs.isWriting() || (!found.live && found.archives.length === 0)) return null;
    if (found.live) engine.holdQuestions();
    const job = await jobs.finished(storeJobs.reread(found));
    if (job.state !== 'done') this.#restUntilMs = performance.now() + REST_AFTER_FAILURE_MS;
    return job;
  }
}

/** The watch of a store: its owner looks from now on, who only reads says whether there is something that nobody has read anew. */
export async function openForeignWatch(
  { engine, owns, log }: ServiceGround,
  parts: Pick<ForeignWatchParts, 'jobs' | 'storeJobs'>,
): Promise<ForeignWatch> {
  const watch = new ForeignWatch({
    ...parts,
    engine,
    onFailure: (error) => log.warn({ error }, 'whether another program wrote to the store cannot be told'),
  });
  if (owns) await watch.start();
  else if (changedWhileClosed(engine.folder, readSeen(engine.folder))) {
    log.warn(
      'another program may have written to the store: sums may not fit its records until it is opened for writing',
    );
  }
  return watch;
}
