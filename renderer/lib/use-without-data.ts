import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { type FilterField, filterFields } from '../../shared/query/dimensions.ts';
import { askedMeasures, type WithoutData, withoutData } from '../../shared/query/without-data.ts';
import type { Client } from '../transport/client.ts';
import { useClient } from './connection.tsx';
import { useLate } from './use-late.ts';

const nothing: WithoutData = { measures: new Set(), unrecorded: new Set(), splits: new Set() };

/** The question what the store has nothing of, by the name under which its answer is kept. */
export function withoutDataOptions(client: Client) {
  return queryOptions({ queryKey: ['without-data'], queryFn: ({ signal }) => ask(client, signal) });
}

/**
 * What the store has nothing of, live or archived. Not ready for as long as it is asked first, and at most for a moment, after which
 * nothing is said to be missing; current once it is known of the store as it is now. Not asked where nobody needs it yet.
 */
export function useWithoutData(isNeeded = true): WithoutData & { isReady: boolean; isCurrent: boolean } {
  const asked = withoutDataOptions(useClient());
  const { data, isPending, isFetching } = useQuery({ ...asked, enabled: isNeeded, placeholderData: keepPreviousData });
  const late = useLate(isPending);
  return { ...(data ?? nothing), isReady: !isPending || late, isCurrent: data !== undefined && !isFetching };
}

async function ask(client: Client, signal: AbortSignal): Promise<WithoutData> {
  const [sums, ...values] = await Promise.all([
    client.query.run({ measures: [...askedMeasures] }, { signal }),
    ...filterFields.map((field) => client.values.list({ field, limit: 2 }, { signal })),
  ]);
  const first = filterFields.map((field, at) => [field, (values[at]?.values ?? []).map(({ value }) => value)]);
  return withoutData(sums.rows[0] ?? [], Object.fromEntries(first) as Record<FilterField, (string | null)[]>);
}
