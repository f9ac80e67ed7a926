/**
 * What each line makes and works on each day, of the file and of a year of the store around it, from sums that are there
 * already, in live and in archives.
 * 1. A day stands out where a line made more than five times its median day and three times its strong days (95 of 100 are
 *    below), if it has twenty days with anything made.
 * 2. A day has too many minutes where run time and downtime of a line are beyond 24 hours, if they hardly ever are: a line
 *    that stands for several machines has more every day.
 */

import { MILLIONTHS } from '../../../shared/domain/quantity.ts';
import { sumColumn } from '../../dialects/sqlite/sums.ts';
import type { WritableDatabase } from '../../engine/sqlite/connection.ts';
import { rollups } from '../../rollup/definitions.ts';
import type { Partition } from '../../store/catalog.ts';
import { unpackedAmount } from '../../store/packing.ts';
import { Outcome } from '../stage/staged-tables.ts';
import { daysOfArchives } from './archived-days.ts';
import type { BatchRows } from './batch-rows.ts';
import { DAY_MINUTES } from './rules.ts';

export interface LineDay {
  line: number;
  /** Null where it is about all units. */
  unit: number | null;
  day: number;
  /** What was found, and what is usual, in units; null where nothing needs to be said. */
  found: number;
  usual: number | null;
}

interface DayTotal {
  day: number;
  made: number;
  minutes: number;
  isNew: boolean;
}

const ENOUGH_DAYS = 20;
const TIMES_MEDIAN = 5;
const TIMES_STRONG = 3;
const STRONG_SHARE = 0.95;
const AROUND_DAYS = 366;

interface StandingAmong {
  /** Schemas of the rows that were staged as new. */
  parts: readonly string[];
  archives: readonly Partition[];
  hasCompared: boolean;
  /** Rows that are told by themselves. */
  told: readonly number[];
}

/** The days of lines that stand out, also without the rows that are told by themselves. */
export function standingOut(
  live: WritableDatabase,
  rows: BatchRows,
  { parts, archives, hasCompared, told }: StandingAmong,
): { jumps: LineDay[]; overfull: LineDay[] } {
  const less = rows.perDay(told);
  const lines = new Map<number, Map<number, DayTotal>>();
  const jumps: LineDay[] = [];
  for (const [key, days] of groups(without(readDays(live, { parts, archives, hasCompared }), less))) {
    jumps.push(...jumpsOf(key, days));
    const ofLine = lines.get(key.line) ?? new Map<number, DayTotal>();
    lines.set(key.line, ofLine);
    for (const total of days) {
      const there = ofLine.get(total.day);
      ofLine.set(
        total.day,
        there ? { ...there, minutes: there.minutes + total.minutes, isNew: there.isNew || total.isNew } : total,
      );
    }
  }
  const overfull = [...lines].flatMap(([line, days]) => overfullOf(line, [...days.values()]));
  return { jumps, overfull };
}

function jumpsOf({ line, unit }: { line: number; unit: number }, days: readonly DayTotal[]): LineDay[] {
  const made = days
    .map((total) => total.made)
    .filter((each) => each > 0)
    .sort((a, b) => a - b);
  if (made.length < ENOUGH_DAYS) return [];
  const median = made[Math.floor((made.length - 1) / 2)] as number;
  const strong = made[Math.floor((made.length - 1) * STRONG_SHARE)] as number;
  return days
    .filter((total) => total.isNew && total.made > median * TIMES_MEDIAN && total.made > strong * TIMES_STRONG)
    .map(({ day, made: found }) => ({ line, unit, day, found: found / MILLIONTHS, usual: median / MILLIONTHS }));
}

function overfullOf(line: number, days: readonly DayTotal[]): LineDay[] {
  const worked = days.filter(({ minutes }) => minutes > 0);
  const over = worked.filter(({ minutes }) => minutes > DAY_MINUTES * MILLIONTHS);
  if (worked.length < ENOUGH_DAYS || over.length > worked.length * (1 - STRONG_SHARE)) return [];
  return over
    .filter(({ isNew }) => isNew)
    .map(({ day, minutes }) => ({ line, unit: null, day, found: minutes / MILLIONTHS, usual: null }));
}

function* without(
  rows: Iterable<[line: number, unit: number, DayTotal]>,
  less: ReadonlyMap<string, { made: number; minutes: number }>,
): Generator<[number, number, DayTotal]> {
  for (const [line, unit, total] of rows) {
    const told = less.get(`${line} ${unit} ${total.day}`);
    if (told) yield [line, unit, { ...total, made: total.made - told.made, minutes: total.minutes - told.minutes }];
    else yield [line, unit, total];
  }
}

function* groups(rows: Iterable<[line: number, unit: number, DayTotal]>) {
  let key: { line: number; unit: number } | null = null;
  let days: DayTotal[] = [];
  for (const [line, unit, total] of rows) {
    if (key === null || key.line !== line || key.unit !== unit) {
      if (key) yield [key, days] as const;
      key = { line, unit };
      days = [];
    }
    days.push(total);
  }
  if (key) yield [key, days] as const;
}

function columns(good: string, defects: string, run: string, down: string): string {
  return `COALESCE(${good}, 0) + COALESCE(${defects}, 0) AS made, COALESCE(${run}, 0) + COALESCE(${down}, 0) AS minutes`;
}
const sums = columns(sumColumn('good'), sumColumn('defects'), sumColumn('runMinutes'), sumColumn('downMinutes'));

/** What lines made and worked on the days from @first to @last, of the lines in the list @lines. */
export const daysOfLinesSql = `SELECT line_id, unit_id, production_date, ${sums} FROM main.${rollups.lines.table}
  WHERE production_date BETWEEN @first AND @last AND line_id IN (SELECT value FROM json_each(@lines))`;

/** Puts what archives know of the lines and days around those of the file beside them. */
function fillArchivedDays(live: WritableDatabase, archives: readonly Partition[]): void {
  if (archives.length === 0) return;
  const [[first, last, lines] = []] = live.rows(
    'SELECT MIN(production_date), MAX(production_date), json_group_array(DISTINCT line_id) FROM temp.fresh_days',
  );
  if (first == null) return;
  const around = { first: Number(first) - AROUND_DAYS, last: Number(last) + AROUND_DAYS };
  const days = daysOfArchives(archives, daysOfLinesSql, { ...around, lines: JSON.parse(String(lines)) as number[] });
  live.run(
    `INSERT INTO temp.archived_days
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(@days)`,
    { days: JSON.stringify(days) },
  );
}

function* readDays(
  live: WritableDatabase,
  { parts, archives, hasCompared }: Omit<StandingAmong, 'told'>,
): Generator<[number, number, DayTotal]> {
  const amounts = columns(
    unpackedAmount('good_quantity'),
    unpackedAmount('defect_quantity'),
    unpackedAmount('run_minutes'),
    unpackedAmount('down_minutes'),
  );
  const fresh = parts.map(
    (part) => `SELECT line_id, unit_id, production_date, ${sums}, 1 AS is_new FROM ${part}.${rollups.items.table}`,
  );
  if (hasCompared) {
    fresh.push(`SELECT COALESCE(line_id, 0) AS line_id, COALESCE(unit_id, 0) AS unit_id, production_date, ${amounts}, 1 AS is_new
      FROM compared.staged WHERE outcome = ${Outcome.insert}`);
  }
  if (fresh.length === 0) return;
  live.exec(`CREATE TEMP TABLE fresh_days AS
    SELECT line_id, unit_id, production_date, SUM(made) AS made, SUM(minutes) AS minutes
    FROM (${fresh.join(' UNION ALL ')}) GROUP BY 1, 2, 3;
    CREATE TEMP TABLE archived_days (line_id, unit_id, production_date, made, minutes)`);
  try {
    fillArchivedDays(live, archives);
    const known = `SELECT line_id, unit_id, production_date, ${sums}, 0 AS is_new FROM main.${rollups.lines.table}
      WHERE production_date BETWEEN (SELECT MIN(production_date) - ${AROUND_DAYS} FROM temp.fresh_days)
        AND (SELECT MAX(production_date) + ${AROUND_DAYS} FROM temp.fresh_days)
        AND line_id IN (SELECT line_id FROM temp.fresh_days)`;
    const all = `SELECT line_id, unit_id, production_date, SUM(made), SUM(minutes), MAX(is_new)
      FROM (SELECT *, 1 AS is_new FROM temp.fresh_days UNION ALL ${known}
        UNION ALL SELECT *, 0 FROM temp.archived_days) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
    for (const [line, unit, day, made, minutes, isNew] of live.rows(all)) {
      const total = { day: Number(day), made: Number(made), minutes: Number(minutes), isNew: isNew === 1 };
      yield [Number(line), Number(unit), total];
    }
  } finally {
    live.exec('DROP TABLE temp.fresh_days; DROP TABLE temp.archived_days');
  }
}
