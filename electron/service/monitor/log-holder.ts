import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import type { Engine } from '../../../db/engine/engine.ts';
import type { LogHolder } from '../../../shared/contract/health.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import type { JobRunner } from '../job-runner.ts';

/** Questions read for a twentieth of a second, one after another; what holds the log for longer is told. */
const TRIES = 5;
const BETWEEN_TRIES_MS = 200;
/** Jobs that read live beside the writer, in another thread or process. */
const readers = new Set<Job['kind']>(['backup', 'drill', 'quickCheck', 'export', 'advise']);

/** Cuts the write-ahead log where it is large and nobody needs it; tells who does, null where it is small or was cut. */
export async function cutLog(
  engine: Pick<Engine, 'foldLog' | 'readerMetrics'>,
  jobs: Pick<JobRunner, 'isWriting' | 'active'>,
  betweenTriesMs = BETWEEN_TRIES_MS,
): Promise<LogHolder | null> {
  await setImmediate(); // a job that has just been written to the history is over then
  if (jobs.isWriting()) return 'job'; // one transaction as a rule, which is in the log until it ends
  for (let tried = 0; tried < TRIES; tried++) {
    const { isHeld } = await engine.foldLog();
    if (!isHeld) return null;
    await pause(betweenTriesMs);
  }
  const isOurs = engine.readerMetrics().inUse > 0 || jobs.active().some(({ kind }) => readers.has(kind));
  return isOurs ? 'reader' : 'other';
}
