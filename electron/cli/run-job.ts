import { isErrorCode } from '../../shared/contract/contract-error.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { StoreInvocation } from './command.ts';

const STEP_MS = 500;

/**
 * Waits for a job, showing how far it is on a terminal, and returns what came of it. Throws what it failed with.
 */
export async function finishJob({ service, client }: StoreInvocation, jobId: string): Promise<Job> {
  // The first Ctrl+C asks the job to stop, which keeps nothing of it; the next ends the program as ever.
  const cancel = () => void client.jobs.cancel({ jobId });
  process.once('SIGINT', cancel);
  const stop = process.stderr.isTTY ? showProgress(() => client.jobs.list(), jobId) : () => {};
  try {
    const job = await service.finished(jobId);
    if (job.state === 'done') return job;
    const code = job.result?.code;
    const fallback = job.state === 'cancelled' ? 'CANCELLED' : 'UNEXPECTED';
    throw new AppError(isErrorCode(code) ? code : fallback, job.message, undefined, detailsOf(job));
  } finally {
    process.off('SIGINT', cancel);
    stop();
  }
}

/** What a failed job says beside its sentence. */
function detailsOf({ result }: Job): Record<string, string> {
  const { code: _, ...details } = result ?? {};
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function showProgress(list: () => Promise<Job[]>, jobId: string): () => void {
  const timer = setInterval(async () => {
    const job = (await list().catch(() => [])).find(({ id }) => id === jobId);
    if (job?.state === 'running') process.stderr.write(`\r\x1b[K${describeProgress(job)}`);
  }, STEP_MS);
  return () => {
    clearInterval(timer);
    process.stderr.write('\r\x1b[K');
  };
}

/** One line on how far a job is, as in 'Reading 120,000 of 400,000 rows (30 %)'. */
export function describeProgress({ phase, done, total, unit }: Pick<Job, 'phase' | 'done' | 'total' | 'unit'>): string {
  const count = done.toLocaleString('en');
  if (total === null || total === 0) return `${phase} ${count} ${unit}`;
  return `${phase} ${count} of ${total.toLocaleString('en')} ${unit} (${Math.floor((done / total) * 100)} %)`;
}
