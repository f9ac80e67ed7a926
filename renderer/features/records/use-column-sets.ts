import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ColumnSet } from '../../../shared/contract/column-sets.ts';
import { useClient } from '../../lib/connection.tsx';

const queryKey = ['column-sets'];

/** The column sets of the store, by name. */
export function useColumnSets() {
  const client = useClient();
  return useQuery({ queryKey, queryFn: ({ signal }) => client.columnSets.list(undefined, { signal }) });
}

type Change =
  | { do: 'save'; set: ColumnSet }
  | { do: 'rename'; name: string; to: string }
  | { do: 'remove'; name: string };

/** Saves, renames or deletes a column set; the list is what came of it. */
export function useChangeColumnSets() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => {
      if (change.do === 'save') return client.columnSets.save(change.set);
      if (change.do === 'rename') return client.columnSets.rename({ name: change.name, to: change.to });
      return client.columnSets.remove({ name: change.name });
    },
    onSuccess: (sets) => queryClient.setQueryData(queryKey, sets),
  });
}
