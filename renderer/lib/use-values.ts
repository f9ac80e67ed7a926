import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FilterField } from '../../shared/query/dimensions.ts';
import { useClient } from './connection.tsx';

/** The values of a field that contain `search`, for filter lists. Asks nothing while the field is null. */
export function useValues(field: FilterField | null, search: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['values', field, search],
    queryFn: ({ signal }) => {
      if (!field) throw new Error('There is no field to list');
      return client.values.list({ field, search, limit: 200 }, { signal });
    },
    enabled: field !== null,
    placeholderData: keepPreviousData,
  });
}
