import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FilterField, filterFields } from '../../shared/query/dimensions.ts';
import { askedMeasures, type WithoutData, withoutData } from '../../shared/query/without-data.ts';
import type { Client } from '../transport/client.ts';
import { useClient } from './connection.tsx';
import { useLate } from './use-late.ts';

const nothing: WithoutData = { measures: new Set(), splits: new Set() };

/** What the store has nothing of, live or archived. Not ready for as long as it is asked, and at most for a moment, after which nothing is said to be missing. */
export function useWithoutData(): WithoutData & { isReady: boolean } {
  const client = useClient();
  const { data, isPending } = useQuery({
    queryKey: ['without-data'],
    queryFn: ({ signal }) => ask(client, signal),
    placeholderData: keepPreviousData,
  });
  const late = useLate(isPending);
  return { ...(data ?? nothing), isReady: !isPending || late };
}

async function ask(client: Client, signal: AbortSignal): Promise<WithoutData> {
  const [sums, ...values] = await Promise.all([
    client.query.run({ measures: [...askedMeasures] }, { signal }),
    ...filterFields.map((field) => client.values.list({ field, limit: 2 }, { signal })),
  ]);
  const first = filterFields.map((field, at) => [field, (values[at]?.values ?? []).map(({ value }) => value)]);
  return withoutData(sums.rows[0] ?? [], Object.fromEntries(first) as Record<FilterField, (string | null)[]>);
}
