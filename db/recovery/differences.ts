/** What a file holds beside what the store knew of it, month by month. */
import type { MonthDifference } from '../../shared/contract/recovery.ts';
import { daysOfMonthIndex, isoFromDay } from '../../shared/domain/day.ts';
import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { type RollupName, rollups } from '../rollup/definitions.ts';
import type { PartitionMonth } from '../store/catalog.ts';
import { knownRollup } from './salvage.ts';

type KnownMonth = Pick<PartitionMonth, 'month' | 'records' | 'firstDay' | 'lastDay'>;

/**
 * Compares a salvaged file, its rollups made anew, with what live counts and with the rollups that the damaged file kept. Those
 * are believed of a month where they count as many records as live does; of reasons, where every row of them could be read.
 */
export function compareMonths(
  database: ReadableDatabase,
  months: readonly KnownMonth[],
  wholeRollups: ReadonlySet<RollupName>,
): MonthDifference[] {
  return months.map((known) => {
    const isBelieved = (name: 'lines' | 'items') =>
      sumIn(database, knownRollup(name), 'records', known) === known.records;
    const believed: RollupName[] = [
      ...(['lines', 'items'] as const).filter(isBelieved),
      ...(['defects', 'downtimes'] as const).filter((name) => wholeRollups.has(name)),
    ];
    const ofLines = (column: string) =>
      believed.includes('lines')
        ? {
            before: quantityIn(database, knownRollup('lines'), column, known),
            after: quantityIn(database, rollups.lines.table, column, known),
          }
        : null;
    return {
      month: known.month,
      recordsBefore: known.records,
      recordsAfter: sumIn(database, rollups.lines.table, 'records', known),
      from: isoFromDay(known.firstDay),
      to: isoFromDay(known.lastDay),
      days: believed.includes('lines') ? differingDays(database, believed, known).map(isoFromDay) : null,
      good: ofLines('sum_good'),
      defects: ofLines('sum_defects'),
    };
  });
}

/** Compares a copy that is whole with what live counts: nothing but the number of records can differ. */
export function compareCounts(database: ReadableDatabase, months: readonly KnownMonth[]): MonthDifference[] {
  return months.map((known) => ({
    month: known.month,
    recordsBefore: known.records,
    recordsAfter: sumIn(database, rollups.lines.table, 'records', known),
    from: isoFromDay(known.firstDay),
    to: isoFromDay(known.lastDay),
    days: null,
    good: null,
    defects: null,
  }));
}

/** How many records of all months are gone. */
export function lostIn(months: readonly MonthDifference[]): number {
  return months.reduce((sum, { recordsBefore, recordsAfter }) => sum + Math.max(0, recordsBefore - recordsAfter), 0);
}

/** Whether a month is in any way not as it was. */
export function differs({ recordsBefore, recordsAfter, days }: MonthDifference): boolean {
  return recordsBefore !== recordsAfter || (days !== null && days.length > 0);
}

function sumIn(database: ReadableDatabase, table: string, column: string, { month }: KnownMonth): number {
  const { first, last } = daysOfMonthIndex(month);
  const sql = `SELECT COALESCE(SUM(${column}), 0) FROM ${table} WHERE production_date BETWEEN @first AND @last`;
  return Number(database.rows(sql, { first, last })[0]?.[0]);
}

/** A sum of millionths, in units: to be read by a person. */
function quantityIn(database: ReadableDatabase, table: string, column: string, known: KnownMonth): number {
  const [units, millionths] = [`${column} / ${MILLIONTHS}`, `${column} % ${MILLIONTHS}`];
  return sumIn(database, table, units, known) + sumIn(database, table, millionths, known) / MILLIONTHS;
}

function differingDays(database: ReadableDatabase, names: readonly RollupName[], { month }: KnownMonth): number[] {
  const { first, last } = daysOfMonthIndex(month);
  const inMonth = 'production_date BETWEEN @first AND @last';
  const days = names.flatMap((name) => {
    const [before, after] = [knownRollup(name), rollups[name].table].map(
      (table) => `SELECT * FROM ${table} WHERE ${inMonth}`,
    );
    const rows = `SELECT * FROM (${before} EXCEPT ${after}) UNION ALL SELECT * FROM (${after} EXCEPT ${before})`;
    return database.rows(`SELECT DISTINCT production_date FROM (${rows})`, { first, last }).map(([day]) => Number(day));
  });
  return [...new Set(days)].sort((a, b) => a - b);
}
