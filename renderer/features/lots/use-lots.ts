import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TouchRule } from '../../../shared/contract/lots.ts';
import { useClient } from '../../lib/connection.tsx';

/** Between two keys of one who types: a question for each of them would only be thrown away. */
const TYPING_MS = 100;
export const LOTS_LISTED = 50;
export const LOTS_ALIKE = 8;
export const LOTS_TOUCHED = 200;

/** Lots whose number contains what is typed, shortly after the last key; those found before stay until the others are there. */
export function useFoundLots(typed: string) {
  const client = useClient();
  const [part] = useDebouncedValue(typed.trim(), TYPING_MS);
  return {
    part,
    found: useQuery({
      queryKey: ['lots', part],
      queryFn: ({ signal }) => client.lots.find({ part, limit: LOTS_LISTED }, { signal }),
      placeholderData: keepPreviousData,
    }),
  };
}

export function useLotStory(lot: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['lot', lot],
    queryFn: ({ signal }) => client.lots.story({ lot }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useSimilarLots(lot: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['lots-alike', lot],
    queryFn: ({ signal }) => client.lots.similar({ lot, limit: LOTS_ALIKE }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useTouchedLots(lot: string, rule: TouchRule) {
  const client = useClient();
  return useQuery({
    queryKey: ['lots-touched', lot, rule],
    queryFn: ({ signal }) => client.lots.touched({ lot, rule, limit: LOTS_TOUCHED }, { signal }),
    placeholderData: keepPreviousData,
  });
}
