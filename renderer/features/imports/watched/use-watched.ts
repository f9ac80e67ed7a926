import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Watched, WatchedFolder } from '../../../../shared/contract/watched.ts';
import { useClient } from '../../../lib/connection.tsx';

const ASK_EVERY_MS = 5_000;

/** The watched folders as they are now; told anew by `watched` events, and by looking for what waits. */
export function useWatched() {
  const client = useClient();
  return useQuery({ queryKey: ['watched'], queryFn: () => client.watched.list(), refetchInterval: ASK_EVERY_MS });
}

/** What can be changed of them; each gives all as it is then. */
export function useWatchedChanges(onChanged: () => void = () => {}) {
  const client = useClient();
  const queryClient = useQueryClient();
  const onSuccess = (watched: Watched) => {
    queryClient.setQueryData(['watched'], watched);
    onChanged();
  };
  return {
    add: useMutation({ mutationFn: (folder: Omit<WatchedFolder, 'id'>) => client.watched.add(folder), onSuccess }),
    change: useMutation({
      mutationFn: (change: { id: string } & Partial<WatchedFolder>) => {
        const { path: _, ...changed } = change;
        return client.watched.change(changed);
      },
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => client.watched.remove({ id }), onSuccess }),
    again: useMutation({ mutationFn: (claims: string[]) => client.watched.again({ claims }), onSuccess }),
  };
}
