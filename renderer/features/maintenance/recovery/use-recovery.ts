import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../../lib/connection.tsx';
import { useStatus } from '../../../lib/use-status.ts';

/** Files that are not as they should be; asked again whenever the files of the store were looked at. */
export function useRecovery() {
  const client = useClient();
  const lookedAt = useStatus().dataUpdatedAt;
  return useQuery({
    queryKey: ['recovery', lookedAt],
    queryFn: () => client.recovery.status(),
    placeholderData: keepPreviousData,
  });
}
