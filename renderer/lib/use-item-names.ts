import { useQueries } from '@tanstack/react-query';
import { useClient } from './connection.tsx';

/** An item code may be part of others; the one itself is among the first that contain it. */
const ENOUGH = 50;

/** The names of a few items by their codes, as far as they are known and differ from the code. */
export function useItemNames(codes: readonly (string | null)[]): ReadonlyMap<string, string> {
  const client = useClient();
  const known = codes.filter((code) => code !== null);
  return useQueries({
    queries: known.map((code) => ({
      queryKey: ['item-name', code],
      queryFn: async () => {
        const { values } = await client.values.list({ field: 'item', search: code, limit: ENOUGH });
        return values.find(({ value }) => value === code)?.label ?? code;
      },
    })),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, at): [string, string][] => {
          const code = known[at];
          return code !== undefined && data !== undefined && data !== code ? [[code, data]] : [];
        }),
      ),
  });
}
