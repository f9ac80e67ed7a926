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

/**
 * Rollups of a file that differ from its records, with how many groups do; empty when all agree. Goes on month by month, and
 * tells before each how many days are done, so that who waits sees it move and may stop it by throwing.
 */
export function compareRollups(
  database: ReadableDatabase,
  onStep: (done: number, total: number) => void = () => {},
): { name: RollupName; groups: number }[] {
  const groups = new Map<RollupName, number>();
  const { first, last } = daysOf(database);
  for (let from = first; from <= last; from += DAYS_A_STEP) {
    onStep(from - first, last - first + 1);
    const days = { from, to: Math.min(last, from + DAYS_A_STEP - 1) };
    for (const name of rollupNames) groups.set(name, (groups.get(name) ?? 0) + differingGroups(database, name, days));
  }
  return rollupNames.flatMap((name) => {
    const differing = groups.get(name) ?? 0;
    return differing > 0 ? [{ name, groups: differing }] : [];
  });
}

/** First and last day of which there is a record, or a sum in a rollup. */
function daysOf(database: ReadableDatabase): { first: number; last: number } {
  const tables = ['records', ...rollupNames.map((name) => rollups[name].table)];
  const spans = tables.map((table) => `SELECT MIN(production_date), MAX(production_date) FROM ${table}`);
  const found = spans.flatMap((sql) => database.rows(sql)).filter(([day]) => day !== null);
  return {
    first: Math.min(...found.map(([day]) => Number(day))),
    last: Math.max(...found.map(([, day]) => Number(day))),
  };
}

/** Groups of these days that are kept otherwise than the records add up to. What is kept and what is computed are put together: a row there once is in one alone. */
function differingGroups(database: ReadableDatabase, name: RollupName, days: { from: number; to: number }): number {
  const columns = rollupColumns(name).join(', ');
  const kept = `SELECT ${columns} FROM ${rollups[name].table} WHERE production_date BETWEEN @from AND @to`;
  const [[onlyKept, onlyComputed] = []] = database.rows(
    `SELECT SUM(is_kept), SUM(1 - is_kept) FROM (
       SELECT MIN(is_kept) AS is_kept FROM (
         SELECT 1 AS is_kept, * FROM (${kept}) UNION ALL SELECT 0, * FROM (${rollupFromRecords(name)})
       ) GROUP BY ${columns} HAVING COUNT(*) = 1
     )`,
    days,
  );
  return Math.max(Number(onlyKept ?? 0), Number(onlyComputed ?? 0));
}
