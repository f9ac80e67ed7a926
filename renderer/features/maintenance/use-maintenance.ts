import { useMutation } from '@tanstack/react-query';
import type { Job } from '../../../shared/contract/schemas.ts';
import { useClient } from '../../lib/connection.tsx';
import { isOver, useJobs } from '../../lib/jobs.ts';

/** Starts the check, and says which kinds of job are on their way, so that none is started twice. */
export function useMaintenance() {
  const client = useClient();
  const jobs = useJobs().data ?? [];
  const busy = new Set<Job['kind']>(jobs.filter((job) => !isOver(job)).map((job) => job.kind));
  const check = useMutation({ mutationFn: () => client.maintenance.integrity() });
  return { busy, check };
}
