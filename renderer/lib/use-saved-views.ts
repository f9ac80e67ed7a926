import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView } from '../../shared/contract/views.ts';
import { useClient } from './connection.tsx';
import { formatHash } from './router.tsx';

const queryKey = ['views'];

/** The saved views of the store, by name. */
export function useSavedViews() {
  const client = useClient();
  return useQuery({ queryKey, queryFn: ({ signal }) => client.views.list(undefined, { signal }) });
}

export type Change =
  | { do: 'save'; view: SavedView }
  | { do: 'rename'; name: string; to: string }
  | { do: 'copy'; name: string; to: string }
  | { do: 'remove'; name: string };

/** Saves, renames, duplicates or deletes a view; the list is what came of it. */
export function useChangeViews() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => {
      if (change.do === 'save') return client.views.save(change.view);
      if (change.do === 'rename') return client.views.rename({ name: change.name, to: change.to });
      if (change.do === 'copy') return client.views.copy({ name: change.name, to: change.to });
      return client.views.remove({ name: change.name });
    },
    onSuccess: (views) => queryClient.setQueryData(queryKey, views),
  });
}

/** Where a saved view is opened. */
export function addressOf({ screen, params }: SavedView): string {
  return formatHash(screen, new URLSearchParams(params));
}
