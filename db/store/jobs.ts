import type { Job } from '../../shared/contract/schemas.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';

const JOBS_KEPT = 1_000;

/**
 * Keeps a finished job in the history. The oldest beyond a thousand are dropped, but of each kind the last that ended well, or otherwise: a drill
 * of last month is still the last one after a thousand imports.
 */
export function saveJob(live: WritableDatabase, job: Job): void {
  live.transaction(() => {
    live.run('INSERT OR REPLACE INTO job_history VALUES (@id, @finishedAt, @job)', {
      id: job.id,
      finishedAt: job.finishedAt ?? new Date().toISOString(),
      job: JSON.stringify(job),
    });
    const [beyond = null] =
      live.rows(
        `SELECT finished_at FROM job_history INDEXED BY job_history_by_time ORDER BY finished_at DESC LIMIT 1 OFFSET ${JOBS_KEPT}`,
      )[0] ?? [];
    if (beyond === null) return;
    live.run(
      `DELETE FROM job_history WHERE finished_at <= @beyond AND id NOT IN (
         SELECT id FROM (SELECT id, max(finished_at) FROM job_history GROUP BY job ->> 'kind', job ->> 'state'))`,
      { beyond },
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

/** The newest job of each kind that is over. */
export function readLastJobs(live: ReadableDatabase): Partial<Record<Job['kind'], Job>> {
  const jobs = live
    .rows("SELECT job, max(finished_at) FROM job_history GROUP BY job ->> 'kind'")
    .map(([job]) => JSON.parse(String(job)) as Job);
  return Object.fromEntries(jobs.map((job) => [job.kind, job]));
}

/** What the history says of jobs; instants in ISO form. */
export interface JobFacts {
  /** When a job was last done well, by kind. */
  lastDone: Map<string, string>;
  /** Jobs that failed since a moment. */
  failed: number;
  /** The first import of the store; null before it. */
  firstImport: string | null;
}

/** Reads what the history says, of failures since an instant in ISO form. */
export function readJobFacts(live: ReadableDatabase, since: string): JobFacts {
  return live.snapshot(() => {
    const done = live.rows(
      "SELECT job ->> 'kind', max(finished_at) FROM job_history WHERE job ->> 'state' = 'done' GROUP BY 1",
    );
    const failed = live.rows(
      "SELECT count(*) FROM job_history WHERE finished_at >= @since AND job ->> 'state' = 'failed'",
      { since },
    );
    const [firstImport = null] = live.rows('SELECT min(imported_at) FROM import_batches')[0] ?? [];
    return {
      lastDone: new Map(done.map(([kind, at]) => [String(kind), String(at)])),
      failed: Number(failed[0]?.[0]),
      firstImport: firstImport === null ? null : String(firstImport),
    };
  });
}
