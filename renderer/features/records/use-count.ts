import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PartialCount, RecordsScope } from '../../../shared/query/records-query.ts';
import { useClient } from '../../lib/connection.tsx';
import type { NotedReading } from '../../ui/reading-note.tsx';

/** How many records a scope has, as far as that is known. */
export interface Count {
  /** The exact number; null until it is there. */
  exact: number | null;
  /** What was counted of it; null where nothing has to be looked at one by one. */
  soFar: number | null;
  /** How far the counting is or was stopped; null where there is none. */
  reading: NotedReading | null;
  /** Counts anew what was stopped. */
  readToTheEnd: () => void;
}

interface Seen {
  key: string;
  partial: PartialCount;
  state: NotedReading['state'];
}

/**
 * Counts the records of a scope, shown on the way and never waited for. It is asked once the first rows are there, as
 * counting what a text is found in may read every record and would stand in their way.
 */
export function useCount(scope: RecordsScope, rowsAreThere: boolean): Count {
  const client = useClient();
  const key = JSON.stringify(scope);
  const [seen, setSeen] = useState<Seen | null>(null);
  const stopped = useRef(new AbortController());
  const { data, refetch } = useQuery({
    queryKey: ['records-count', scope],
    queryFn: async ({ signal }) => {
      const stop = new AbortController();
      stopped.current = stop;
      try {
        const counted = await client.records.count(scope, { signal: AbortSignal.any([signal, stop.signal]) });
        for await (const each of counted) {
          if (each.type === 'count') return each.count;
          setSeen({ key, partial: each.partial, state: 'going' });
        }
        throw new Error('The counting ended without a count.');
      } catch (error) {
        if (stop.signal.aborted) setSeen((last) => (last?.key === key ? { ...last, state: 'stopped' } : last));
        throw error;
      }
    },
    enabled: rowsAreThere,
  });
  const now = data === undefined && seen?.key === key ? seen : null;
  return {
    exact: data ?? null,
    soFar: now?.partial.count ?? null,
    reading: now && { state: now.state, partial: now.partial, stop: () => stopped.current.abort() },
    readToTheEnd: () => void refetch(),
  };
}
