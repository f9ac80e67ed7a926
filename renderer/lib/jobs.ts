import { useQuery } from '@tanstack/react-query';
import type { Job } from '../../shared/contract/schemas.ts';
import { useClient } from './connection.tsx';

/** All jobs, running and queued first, then the history; live by job events. */
export function useJobs() {
  const client = useClient();
  return useQuery({ queryKey: ['jobs'], queryFn: () => client.jobs.list() });
}

/** One job as it is now; undefined while it is not known or when no id is given. */
export function useJob(jobId: string | null): Job | undefined {
  return useJobs().data?.find((job) => job.id === jobId);
}

export function isOver(job: Job): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
}

/** The jobs with one of them as it is now; a new one comes first. */
export function withJob(jobs: readonly Job[], job: Job): Job[] {
  if (!jobs.some((each) => each.id === job.id)) return [job, ...jobs];
  return jobs.map((each) => (each.id === job.id ? job : each));
}
