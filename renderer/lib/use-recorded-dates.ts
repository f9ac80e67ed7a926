import { useMemo } from 'react';
import type { RecordedDates } from '../../shared/domain/range.ts';
import { useStatus } from './use-status.ts';

/** The first and the last day that have records; the same object for as long as they are the same. */
export function useRecordedDates(): RecordedDates {
  const { data } = useStatus();
  const [first, last] = [data?.firstDate ?? null, data?.lastDate ?? null];
  return useMemo(() => ({ first, last }), [first, last]);
}
