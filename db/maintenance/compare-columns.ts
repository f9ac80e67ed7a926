import { daysOfMonthIndex, isoFromDay } from '../../shared/domain/day.ts';
import { buildSegment } from '../columns/build-segment.ts';
import { readSegmentFile } from '../columns/segment-file.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import type { PartitionMonth } from '../store/catalog.ts';

/**
 * Months ('YYYY-MM') whose records are not those that the columns beside the store were made of. They are a second copy under
 * the same stamp, which no program changes, so that they tell of a turned bit where no index, sum or search does.
 */
export function monthsUnlikeColumns(
  live: ReadableDatabase,
  columns: string,
  { months, onMonth }: { months: readonly PartitionMonth[]; onMonth: () => void },
): string[] {
  const isUnlike = ({ stamp, firstDay, lastDay }: PartitionMonth) => {
    onMonth();
    const kept = readSegmentFile(columns, stamp);
    if (kept === null) return false; // not made yet, or made of other records
    const built = live.snapshot(() => buildSegment(live, { first: firstDay, last: lastDay }));
    return !Buffer.from(kept).equals(Buffer.from(built));
  };
  return months.filter(isUnlike).map(({ month }) => isoFromDay(daysOfMonthIndex(month).first).slice(0, 7));
}
