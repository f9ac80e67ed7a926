import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Job } from '../../../../shared/contract/schemas.ts';
import { useClient } from '../../../lib/connection.tsx';
import { isOver, useJobs } from '../../../lib/jobs.ts';

const kinds: readonly Job['kind'][] = ['backup', 'drill', 'restore'];

/** The plan and the backups of its folder; asked again when a job that concerns them has ended. */
export function useBackups() {
  const client = useClient();
  const ended = useJobs().data?.find((job) => kinds.includes(job.kind) && isOver(job))?.id ?? null;
  return useQuery({
    queryKey: ['backups', ended],
    queryFn: () => client.maintenance.backups(),
    placeholderData: keepPreviousData,
  });
}
