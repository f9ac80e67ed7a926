import { useQuery } from '@tanstack/react-query';
import { useClient } from './connection.tsx';

/** What is set for the store, once `enabled`. */
export function useSettings(enabled = true) {
  const client = useClient();
  return useQuery({ queryKey: ['settings'], queryFn: () => client.settings.get(), enabled });
}
