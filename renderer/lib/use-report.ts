import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ServedAnswer } from '../../shared/query/answer.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import { useClient } from './connection.tsx';

/** An answer as held by the window; `refreshError` says why a stale one could not be made new. */
export type HeldAnswer = ServedAnswer & { refreshError?: string };

/**
 * Asks a report and keeps it current: a stale answer is replaced when the new one arrives, all are asked again when
 * the store changes. While another query is asked the old answer stays (`isPlaceholderData`), so that it can dim.
 * Asks nothing while the query is null.
 */
export function useReport(query: ReportQueryInput | null) {
  const client = useClient();
  const report = useQuery({
    queryKey: ['report', query],
    queryFn: async ({ signal }): Promise<HeldAnswer> => {
      if (!query) throw new Error('There is no query to ask');
      return client.query.run(query, { signal });
    },
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
  // While the connection is away a question waits, which is loading to who looks at it.
  return { ...report, isFetching: report.fetchStatus !== 'idle' };
}
