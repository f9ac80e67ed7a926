import { useMemo } from 'react';
import type { PeriodGrain } from '../../shared/domain/day.ts';
import { type RecordedDates, wholePeriods } from '../../shared/domain/range.ts';
import { useStatus } from './use-status.ts';

/** The days that records are of, and the period that each is of. */
export interface Recorded extends RecordedDates {
  recordedBy: PeriodGrain;
}

/** The first and the last day that records are of, with all days of a month where there is one record a month; the same object for as long as they are the same. */
export function useRecordedDates(): Recorded {
  const { data } = useStatus();
  const [first, last, recordedBy] = [data?.firstDate ?? null, data?.lastDate ?? null, data?.recordedBy ?? 'day'];
  return useMemo(() => {
    if (first === null || last === null) return { first, last, recordedBy };
    const { from, to } = wholePeriods({ from: first, to: last }, recordedBy);
    return { first: from, last: to, recordedBy };
  }, [first, last, recordedBy]);
}
