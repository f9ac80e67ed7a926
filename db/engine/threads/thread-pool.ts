import { Piscina } from 'piscina';
import { entryFile } from '../../entry-file.ts';
import { WORKER_LIMITS } from './worker-limits.ts';

interface ThreadPool {
  worker: 'reader-worker' | 'writer-worker';
  minThreads: number;
  maxThreads: number;
  /** How long a thread beyond the fewest waits for work before it ends. */
  idleMs?: number;
  workerData?: unknown;
}

/** Threads that take one task at a time each; one that dies is replaced. */
export function threadPool({
  worker,
  minThreads,
  maxThreads,
  idleMs = Number.POSITIVE_INFINITY,
  workerData,
}: ThreadPool) {
  return new Piscina({
    filename: entryFile(`engine/sqlite/${worker}`).href,
    minThreads,
    maxThreads,
    idleTimeout: idleMs,
    recordTiming: false,
    resourceLimits: WORKER_LIMITS,
    workerData,
  });
}
