import type { Job } from '../../shared/contract/schemas.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';

const JOBS_KEPT = 1_000;

/** Keeps a finished job in the history; the oldest beyond a thousand are dropped. */
export function saveJob(live: WritableDatabase, job: Job): void {
  live.transaction(() => {
    live.run('INSERT OR REPLACE INTO job_history VALUES (@id, @finishedAt, @job)', {
      id: job.id,
      finishedAt: job.finishedAt ?? new Date().toISOString(),
      job: JSON.stringify(job),
    });
    live.run(
      `DELETE FROM job_history WHERE finished_at < (SELECT finished_at FROM job_history ORDER BY finished_at DESC LIMIT 1 OFFSET ${JOBS_KEPT})`,
    );
  });
}

/** Finished jobs, newest first. */
export function readJobs(live: ReadableDatabase, limit: number): Job[] {
  return live
    .rows('SELECT job FROM job_history INDEXED BY job_history_by_time ORDER BY finished_at DESC LIMIT @limit', {
      limit,
    })
    .map(([job]) => JSON.parse(String(job)) as Job);
}
