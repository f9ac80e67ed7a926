import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useClient } from '../lib/connection.tsx';
import type { Client } from '../transport/client.ts';
import { bestFound, type FoundValue, MOST_FOUND } from './best-found.ts';
import { type FoundField, foundFields } from './recent.ts';

/** Between two keys of one who types: a question for each of them would only be thrown away. */
const TYPING_MS = 120;
/**
 * From how many letters on a field is asked for, and for how many values: the best are looked for among them. One letter is part of
 * nearly every lot; lots are found as their own screen finds them, the likely ones first.
 */
const asked: Record<FoundField, { leastLetters: number; limit: number }> = {
  item: { leastLetters: 1, limit: 100 },
  line: { leastLetters: 1, limit: 100 },
  lot: { leastLetters: 2, limit: MOST_FOUND },
};

export interface FoundValues {
  values: Record<FoundField, readonly FoundValue[]>;
  /** Whether what is typed has been answered by now. */
  isSettled: boolean;
}

/** The items, lines and lots whose name or code contains a text; while the newest text waits for its answer, those of before that still do. */
export function useFoundValues(typed: string): FoundValues {
  const client = useClient();
  const sought = typed.trim();
  const [search] = useDebouncedValue(sought, TYPING_MS);
  const answers = useQueries({
    queries: foundFields.map((field) => ({
      queryKey: ['palette', field, search],
      queryFn: ({ signal }: { signal: AbortSignal }) => valuesOf(client, field, search, signal),
      enabled: search.length >= asked[field].leastLetters,
      placeholderData: keepPreviousData,
    })),
  });
  const found = foundFields.map((field, at) => {
    const isAsked = sought.length >= asked[field].leastLetters;
    return [field, isAsked ? bestFound(answers[at]?.data ?? [], sought) : []] as const;
  });
  return {
    values: Object.fromEntries(found) as Record<FoundField, FoundValue[]>,
    isSettled: search === sought && answers.every(({ isFetching }) => !isFetching),
  };
}

/** What a field is asked for: lots by a part of their number, all else by the list of its values. */
async function valuesOf(
  client: Client,
  field: FoundField,
  search: string,
  signal: AbortSignal,
): Promise<{ value: string | null; label: string }[]> {
  const { limit } = asked[field];
  if (field !== 'lot') return (await client.values.list({ field, search, limit }, { signal })).values;
  const { lots } = await client.lots.find({ part: search, limit }, { signal });
  return lots.map(({ lot }) => ({ value: lot, label: lot }));
}
