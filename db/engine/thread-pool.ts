import { Piscina } from 'piscina';
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
    filename: workerFile(worker),
    minThreads,
    maxThreads,
    idleTimeout: idleMs,
    recordTiming: false,
    resourceLimits: WORKER_LIMITS,
    workerData,
  });
}

/** Workers run as what this file runs as: TypeScript from source, JavaScript when bundled. */
function workerFile(name: string): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./sqlite/${name}.${extension}`, import.meta.url).href;
}
