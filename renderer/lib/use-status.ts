import { useQuery } from '@tanstack/react-query';
import { useClient } from './connection.tsx';

/** What the store holds: partitions, dates, records, units. Kept fresh by `store-changed` events. */
export function useStatus() {
  const client = useClient();
  return useQuery({ queryKey: ['status'], queryFn: () => client.store.status() });
}
