import { rollupColumns, rollupFromParts, rollupFromRecords } from '../dialects/sqlite/rollups.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { type RollupName, rollupNames, rollups } from './definitions.ts';

/** Days added up by one statement: enough to be quick, few enough to keep its sort small. */
const DAYS_A_STEP = 31;

/**
 * Adds the records of these days up again. Called in the transaction that changed them, so that rollup and records are
 * never seen apart; adding up a day anew cannot drift, where adding differences could.
 */
export function refreshRollups(database: WritableDatabase, days: Iterable<number>): void {
  for (const { from, to } of runsOf(days)) {
    for (const name of rollupNames) {
      const { table } = rollups[name];
      database.run(`DELETE FROM ${table} WHERE production_date BETWEEN @from AND @to`, { from, to });
      database.run(`INSERT INTO ${table} (${rollupColumns(name).join(', ')}) ${rollupFromRecords(name)}`, { from, to });
    }
  }
}

/** Adds days of which nothing was kept before, from schemas that hold the sums of some of their records each. */
export function addRollups(database: WritableDatabase, parts: readonly string[]): void {
  for (const name of rollupNames) {
    database.exec(
      `INSERT INTO main.${rollups[name].table} (${rollupColumns(name).join(', ')}) ${rollupFromParts(name, parts)}`,
    );
  }
}

/** Consecutive days as ranges, none longer than a step. */
export function runsOf(days: Iterable<number>): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && day === last.to + 1 && day - last.from < DAYS_A_STEP) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

/** Rollups of a file that differ from its records, with how many groups do; empty when all agree. */
export function compareRollups(database: ReadableDatabase): { name: RollupName; groups: number }[] {
  const [from = 0, to = -1] = database.rows('SELECT MIN(production_date), MAX(production_date) FROM records')[0] ?? [];
  const found: { name: RollupName; groups: number }[] = [];
  for (const name of rollupNames) {
    const kept = `SELECT ${rollupColumns(name).join(', ')} FROM ${rollups[name].table}`;
    const computed = `SELECT * FROM (${rollupFromRecords(name)})`;
    const differing = (a: string, b: string) =>
      Number(database.rows(`SELECT COUNT(*) FROM (${a} EXCEPT ${b})`, { from: from ?? 0, to: to ?? -1 })[0]?.[0]);
    const groups = Math.max(differing(kept, computed), differing(computed, kept));
    if (groups > 0) found.push({ name, groups });
  }
  return found;
}
