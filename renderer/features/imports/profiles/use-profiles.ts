import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeptProfile } from '../../../../shared/contract/profiles.ts';
import { useClient, usePlatform } from '../../../lib/connection.tsx';

/** Every profile, the one used last first; kept fresh by events. */
export function useProfiles() {
  const client = useClient();
  return useQuery({ queryKey: ['profiles'], queryFn: () => client.profiles.list() });
}

/** What can be done with a profile; what a file was guessed by is asked anew after it. */
export function useProfileChanges(onChanged: () => void = () => {}) {
  const client = useClient();
  const platform = usePlatform();
  const queryClient = useQueryClient();
  const onSuccess = (profiles: KeptProfile[]) => {
    queryClient.setQueryData(['profiles'], profiles);
    onChanged();
  };
  type Named = { id: number; name: string };
  return {
    rename: useMutation({ mutationFn: (input: Named) => client.profiles.rename(input), onSuccess }),
    copy: useMutation({ mutationFn: (input: Named) => client.profiles.copy(input), onSuccess }),
    save: useMutation({
      mutationFn: (input: Pick<KeptProfile, 'id' | 'profile'> & { before: KeptProfile['profile'] }) =>
        client.profiles.save(input),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: number) => client.profiles.remove({ id }), onSuccess }),
    add: useMutation({
      mutationFn: (input: { content: string; insteadOf?: number; beside?: boolean }) => client.profiles.add(input),
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['profiles'] }),
    }),
    exportFile: useMutation({
      mutationFn: async (id: number) => {
        const { downloadId, fileName } = await client.profiles.export({ id });
        return platform.saveDownload(downloadId, fileName);
      },
    }),
  };
}
