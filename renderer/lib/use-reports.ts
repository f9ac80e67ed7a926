import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import { useClient } from './connection.tsx';
import { followReport, type HeldAnswer } from './follow-report.ts';
import { useReadings } from './readings.ts';

/** Several answers that are of use together only. */
export interface Reports {
  /** In the order of the questions; undefined where one is still asked. */
  answers: readonly (HeldAnswer | undefined)[];
  isFetching: boolean;
  /** The first that went wrong. */
  error: Error | null;
  refetch: () => void;
}

/** Asks several reports side by side and keeps them current, as `useReport` does with one: both hold the same answers. */
export function useReports(queries: readonly ReportQueryInput[]): Reports {
  const client = useClient();
  const readings = useReadings();
  const queryClient = useQueryClient();
  return useQueries({
    queries: queries.map((query) => {
      const queryKey = ['report', query];
      return {
        queryKey,
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<HeldAnswer> => {
          const onStale = (answer: HeldAnswer) => queryClient.setQueryData<HeldAnswer>(queryKey, answer);
          return followReport(query, { client, readings, key: JSON.stringify(query), signal, onStale });
        },
      };
    }),
    combine: (results) => ({
      answers: results.map(({ data }) => data),
      isFetching: results.some(({ data, fetchStatus }) => fetchStatus !== 'idle' && data?.cache !== 'stale'),
      error: results.find(({ error }) => error !== null)?.error ?? null,
      refetch: () => {
        for (const result of results) if (result.error) void result.refetch();
      },
    }),
  });
}
