import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../shared/query/answer.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import { useClient } from './connection.tsx';
import { followReport, type HeldAnswer } from './follow-report.ts';
import { useReading, useReadings } from './readings.ts';
import { useLate } from './use-late.ts';

/** What a chart draws: an answer, or what is known of one that is still read. */
export type ShownAnswer = Pick<Answer, 'columns' | 'rows' | 'groups'>;

export type Report = ReturnType<typeof useReport>;

/**
 * Asks a report and keeps it current: a stale answer is shown until the new one is there, which is no waiting to who looks
 * at it; all are asked again when the store changes. While another query is asked the old answer stays (`isPlaceholderData`), so that it can dim, until
 * something is known of the new one: `shown` is the best there is, and `isPartial` when it is not the whole answer.
 * Asks nothing while the query is null.
 */
export function useReport(query: ReportQueryInput | null) {
  const client = useClient();
  const readings = useReadings();
  const queryClient = useQueryClient();
  const key = JSON.stringify(query);
  const queryKey = ['report', query];
  const report = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<HeldAnswer> => {
      if (!query) throw new Error('There is no query to ask');
      const onStale = (answer: HeldAnswer) => queryClient.setQueryData<HeldAnswer>(queryKey, answer);
      return followReport(query, { client, readings, key, signal, onStale });
    },
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
  const isOwn = report.data !== undefined && !report.isPlaceholderData;
  const isRenewing = isOwn && report.data?.cache === 'stale';
  // While the connection is away a question waits, which is loading to who looks at it.
  const isFetching = report.fetchStatus !== 'idle' && !isRenewing;
  const late = useLate(isFetching);
  const now = useReading(key);
  const reading = now && (late || (now.state !== 'going' && !isFetching && !isOwn)) ? now : null;
  const partial = isOwn ? undefined : (reading?.partial.shown ?? undefined);
  const shown: ShownAnswer | undefined = partial ?? report.data;
  return {
    ...report,
    isFetching,
    shown,
    isPartial: partial !== undefined,
    // What was stopped is shown as far as it came, with a word of it.
    error: partial ? null : report.error,
    reading,
    /** Goes on with a question that was stopped, however long it takes. */
    readToTheEnd: () => {
      readings.change(key, { toTheEnd: true });
      void report.refetch();
    },
  };
}
