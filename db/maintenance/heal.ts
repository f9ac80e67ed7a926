/** What is derived from the records of live, brought back in step with them: shared by whoever finds that it may not be. */
import { monthIndexOfDay } from '../../shared/domain/day.ts';
import { rebuildSearch } from '../dialects/sqlite/search.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { rollupNames, rollups } from '../rollup/definitions.ts';
import { touchDays } from '../store/touch-days.ts';

/** The days of a file that hold records, and those of which its rollups say so. */
export function daysKept(database: ReadableDatabase): Set<number> {
  const tables = ['records', ...rollupNames.map((name) => rollups[name].table)];
  const days = tables.flatMap((table) => database.rows(`SELECT DISTINCT production_date FROM ${table}`));
  return new Set(days.map(([day]) => Number(day)));
}

/**
 * Adds the records of live up anew and counts its months, the newest first and each in a transaction of its own, so that
 * nobody waits long to write; whoever holds a copy or an answer made of one gets the new. Tells how many months are done.
 */
export function addUpLive(live: WritableDatabase, onMonth: (done: number, total: number) => void = () => {}): number {
  const byMonth = Map.groupBy(daysKept(live), monthIndexOfDay);
  const months = [...byMonth.keys()].sort((a, b) => b - a);
  months.forEach((month, done) => {
    onMonth(done, months.length);
    live.transaction(() => touchDays(live, new Set(byMonth.get(month))));
  });
  return months.length;
}

/** Makes the search index of live anew unless it holds what the records do; returns whether it had to. */
export function mendSearch(live: WritableDatabase): boolean {
  if (isSearchInStep(live)) return false;
  live.exec(rebuildSearch);
  return true;
}

function isSearchInStep(live: WritableDatabase): boolean {
  try {
    live.run("INSERT INTO record_search (record_search, rank) VALUES ('integrity-check', 1)");
    return true;
  } catch {
    return false; // the check tells by throwing
  }
}
