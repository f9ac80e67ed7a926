import type { Job } from '../../../shared/contract/schemas.ts';

/** Which jobs the tray tells of: those on their way, and those that ended while somebody could watch. */
export interface Tray {
  running: readonly string[];
  ended: readonly string[];
  /** Every job that was over when it was first seen or told of since; null before the jobs are known. */
  known: ReadonlySet<string> | null;
}

export const emptyTray: Tray = { running: [], ended: [], known: null };

const isOnItsWay = (job: Job) => job.state === 'running' || job.state === 'queued';

/**
 * The tray after the jobs changed. What was over when the jobs were first known is history; what ends later is news,
 * also when it was too quick to be seen running.
 */
export function followJobs(tray: Tray, jobs: readonly Job[]): Tray {
  const running = jobs.filter(isOnItsWay).map((job) => job.id);
  const over = jobs.filter((job) => !isOnItsWay(job)).map((job) => job.id);
  if (tray.known === null) return { running, ended: [], known: new Set(over) };
  const { known } = tray;
  const justEnded = over.filter((id) => !known.has(id)).reverse();
  if (justEnded.length === 0 && running.join() === tray.running.join()) return tray;
  return { running, ended: [...tray.ended, ...justEnded], known: new Set([...known, ...justEnded]) };
}

/** The tray without the message of a job that ended. */
export function dismiss(tray: Tray, id: string): Tray {
  return { ...tray, ended: tray.ended.filter((each) => each !== id) };
}
