import type { Engine } from '../../../db/engine/engine.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import type { JobRunner } from '../job-runner.ts';

/** The last job of each kind that is over, also where the writer has not come to write it into the history. */
export async function lastJobsOver(
  engine: Pick<Engine, 'ask' | 'folder'>,
  jobs: Pick<JobRunner, 'active'>,
): Promise<Partial<Record<Job['kind'], Job>>> {
  const over = jobs.active().filter(({ finishedAt }) => finishedAt !== null); // first: while the history is read, they may get into it
  const last = await engine.ask('lastJobs', engine.folder);
  for (const job of over) last[job.kind] = job;
  return last;
}
