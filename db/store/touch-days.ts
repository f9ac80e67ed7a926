import { daysOfMonthIndex, monthIndexOfDay } from '../../shared/domain/day.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import { refreshRollups } from '../rollup/refresh.ts';
import { LIVE } from './folder.ts';
import { NEW_STAMP } from './stamps.ts';

/**
 * Brings rollups and catalogue of the live file in step after records of these days changed, and marks their months
 * changed: answers over these months, and no others, are stale. Belongs in the transaction that changed the records.
 */
export function touchDays(live: WritableDatabase, days: ReadonlySet<number>): void {
  refreshRollups(live, days);
  markDays(live, days);
}

/** The same for days whose rollups are in step already. */
export function markDays(live: WritableDatabase, days: ReadonlySet<number>): void {
  if (days.size === 0) return;
  live.run('UPDATE store_state SET generation = generation + 1');
  for (const month of new Set([...days].map(monthIndexOfDay))) recountLiveMonth(live, month);
}

/** Brings the catalogue's line for one month of the live file in step with its rollup, and so with its records, under a new stamp. */
function recountLiveMonth(live: WritableDatabase, month: number): void {
  const { first, last } = daysOfMonthIndex(month);
  const counted = live.rows(
    `SELECT SUM(records), MIN(production_date), MAX(production_date)
     FROM rollup_lines WHERE production_date BETWEEN @first AND @last`,
    { first, last },
  )[0];
  live.run('DELETE FROM partition_months WHERE partition = @partition AND month = @month', { partition: LIVE, month });
  const [records, firstDay, lastDay] = counted ?? [];
  if (!records) return;
  live.run(`INSERT INTO partition_months VALUES (@partition, @month, @records, @firstDay, @lastDay, ${NEW_STAMP})`, {
    partition: LIVE,
    month,
    records,
    firstDay: firstDay ?? null,
    lastDay: lastDay ?? null,
  });
}
