import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Standby } from '../../../../shared/contract/standby.ts';
import { useClient } from '../../../lib/connection.tsx';
import { isOver, useJobs } from '../../../lib/jobs.ts';

/** How often somebody who looks is told how far the standby is. */
const ASK_EVERY_MS = 1_000;

/** The standby of the store as it is now. */
export function useStandby() {
  const client = useClient();
  const ended = useJobs().data?.find((job) => job.kind === 'failover' && isOver(job))?.id ?? null;
  return useQuery({
    queryKey: ['standby', ended],
    queryFn: () => client.standby.status(),
    placeholderData: keepPreviousData,
    refetchInterval: ASK_EVERY_MS,
  });
}

/** What can be done with it; each gives the standby as it is then. */
export function useStandbyChanges(onChanged: () => void = () => {}) {
  const client = useClient();
  const queryClient = useQueryClient();
  const onSuccess = (standby: Standby) => {
    queryClient.setQueriesData<Standby>({ queryKey: ['standby'] }, standby);
    onChanged();
  };
  const set = useMutation({
    mutationFn: (input: { folder: string; takeOver: boolean }) => client.standby.set(input),
    onSuccess,
  });
  const off = useMutation({ mutationFn: () => client.standby.off(), onSuccess });
  const followAnew = useMutation({ mutationFn: () => client.standby.followAnew(), onSuccess });
  const giveUp = useMutation({
    mutationFn: () => client.maintenance.dropRestore(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['standby'] }),
  });
  return { set, off, followAnew, giveUp };
}
