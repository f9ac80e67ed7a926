import { useQueries, useQuery } from '@tanstack/react-query';
import { useClient } from './connection.tsx';

/** As many as most plants make; one question then serves every chart, and the list of items to filter by. */
const MOST_AT_ONCE = 1_000;
/** An item code may be part of others; the one itself is among the first that contain it. */
const ENOUGH = 50;

/** The names of a few items by their codes, as far as they are known and differ from the code. */
export function useItemNames(codes: readonly (string | null)[]): ReadonlyMap<string, string> {
  const client = useClient();
  const known = codes.filter((code) => code !== null);
  const first = useQuery({
    queryKey: ['item-names'],
    queryFn: () => client.values.list({ field: 'item', limit: MOST_AT_ONCE }),
    enabled: known.length > 0,
  });
  const nameOf = new Map(first.data?.values.map(({ value, label }) => [value, label]));
  const beyond = first.data?.more ? known.filter((code) => !nameOf.has(code)) : [];
  const others = useQueries({
    queries: beyond.map((code) => ({
      queryKey: ['item-name', code],
      queryFn: async () => {
        const { values } = await client.values.list({ field: 'item', search: code, limit: ENOUGH });
        return values.find(({ value }) => value === code)?.label ?? code;
      },
    })),
    combine: (results) => new Map(results.map(({ data }, at) => [beyond[at], data])),
  });
  return new Map(
    known.flatMap((code): [string, string][] => {
      const name = nameOf.get(code) ?? others.get(code);
      return name !== undefined && name !== code ? [[code, name]] : [];
    }),
  );
}
