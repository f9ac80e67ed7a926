import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../lib/connection.tsx';

/** Every import so far, newest first; kept fresh by `store-changed` events. */
export function useBatches() {
  const client = useClient();
  return useQuery({ queryKey: ['batches'], queryFn: () => client.imports.history() });
}
