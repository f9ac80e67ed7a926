import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { Job } from '../../../../shared/contract/schemas.ts';
import { useClient } from '../../../lib/connection.tsx';
import { isOver, useJobs } from '../../../lib/jobs.ts';

const kinds: ReadonlySet<Job['kind']> = new Set(['advise', 'applyIndex', 'revertIndex']);

/** The indexes of the store and the latest advice, asked anew when a job about them has ended; and what can be done. */
export function useIndexes() {
  const client = useClient();
  const jobs = (useJobs().data ?? []).filter(({ kind }) => kinds.has(kind));
  const ended = jobs.filter(isOver).map(({ id }) => id);
  const list = useQuery({
    queryKey: ['indexes', ended],
    queryFn: ({ signal }) => client.indexes.list(undefined, { signal }),
    placeholderData: keepPreviousData,
  });
  const running = jobs.find((job) => !isOver(job));
  const advise = useMutation({ mutationFn: () => client.indexes.advise() });
  const apply = useMutation({ mutationFn: (name: string) => client.indexes.apply({ name }) });
  const revert = useMutation({ mutationFn: (name: string) => client.indexes.revert({ name }) });
  const error = advise.error ?? apply.error ?? revert.error;
  return { list, running, advise: advise.mutate, apply: apply.mutate, revert: revert.mutate, error };
}

export type Indexes = ReturnType<typeof useIndexes>;
