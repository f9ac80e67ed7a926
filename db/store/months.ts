import { daysOfMonthIndex } from '../../shared/domain/day.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import { LIVE } from './folder.ts';

/**
 * Counts the live file's months again after their records changed, and marks them changed: answers over these
 * months, and no others, are stale. Belongs in the transaction that changed the records. Returns the generation.
 */
export function touchMonths(live: WritableDatabase, months: Iterable<number>): number {
  const generation = 1 + Number(live.rows('SELECT generation FROM store_state')[0]?.[0]);
  live.run('UPDATE store_state SET generation = @generation', { generation });
  for (const month of months) {
    recountLiveMonth(live, month);
    live.run('INSERT INTO month_generations VALUES (@month, @generation) ON CONFLICT DO UPDATE SET generation = @generation', {
      month,
      generation,
    });
  }
  return generation;
}

/** Brings the catalogue's line for one month of the live file in step with its records. */
export function recountLiveMonth(live: WritableDatabase, month: number): void {
  const { first, last } = daysOfMonthIndex(month);
  const counted = live.rows(
    `SELECT COUNT(*), MIN(production_date), MAX(production_date)
     FROM records INDEXED BY records_by_day WHERE production_date BETWEEN @first AND @last`,
    { first, last },
  )[0];
  live.run('DELETE FROM partition_months WHERE partition = @partition AND month = @month', { partition: LIVE, month });
  const [records, firstDay, lastDay] = counted ?? [];
  if (!records) return;
  live.run('INSERT INTO partition_months VALUES (@partition, @month, @records, @firstDay, @lastDay)', {
    partition: LIVE,
    month,
    records,
    firstDay: firstDay ?? null,
    lastDay: lastDay ?? null,
  });
}
