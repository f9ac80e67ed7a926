import type { Job } from '../../../shared/contract/schemas.ts';

/** Which jobs the tray tells of: those on their way, and those that ended while somebody could watch. */
export interface Tray {
  running: readonly string[];
  ended: readonly string[];
}

export const emptyTray: Tray = { running: [], ended: [] };

const isOnItsWay = (job: Job) => job.state === 'running' || job.state === 'queued';

/** The tray after the jobs changed. Jobs that ended before the window was there are history, not news. */
export function followJobs(tray: Tray, jobs: readonly Job[]): Tray {
  const running = jobs.filter(isOnItsWay).map((job) => job.id);
  const justEnded = tray.running.filter((id) => jobs.some((job) => job.id === id && !isOnItsWay(job)));
  if (justEnded.length === 0 && running.join() === tray.running.join()) return tray;
  return { running, ended: [...tray.ended, ...justEnded] };
}

/** The tray without the message of a job that ended. */
export function dismiss(tray: Tray, id: string): Tray {
  return { ...tray, ended: tray.ended.filter((each) => each !== id) };
}
