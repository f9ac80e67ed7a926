import { daysOfMonthIndex, isoFromDay } from '../../../shared/domain/day.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { type RecordsQuery, type SortLevels, sortLevels } from '../../../shared/query/records-query.ts';
import { type Edge, idsOfDayStatement } from '../../dialects/sqlite/records.ts';
import type { DayRange } from '../../planner/plan.ts';
import type { Engine } from '../engine.ts';
import { armsOf, overFiles, rangeOf } from '../slices/over-files.ts';
import { type DayCounts, readDayCounts } from './day-counts.ts';
import { byEdge, toEdgeValue } from './found-rows.ts';

/** Where the record at a position stands: the range that begins on its day, and the record before it on that day. */
export async function locate(
  engine: Engine,
  query: RecordsQuery,
  dayCounts: () => Promise<DayCounts>,
  signal?: AbortSignal,
): Promise<{ range: DayRange; edge: Edge | null }> {
  if (query.sort.field !== 'productionDate') {
    throw new AppError(
      'INVALID_ARGUMENT',
      'A position can be jumped to only in order of production date; sort by it, or go on from a cursor.',
    );
  }
  const levels = sortLevels(query);
  const down = query.sort.direction === 'desc';
  const { days, position } = (await countsOfMonth(engine, query, down, signal)) ?? {
    days: await dayCounts(),
    position: query.position ?? 0,
  };
  let skip = position;
  for (const { day, records } of down ? days : days.toReversed()) {
    if (skip >= records) {
      skip -= records;
      continue;
    }
    const range = down ? { ...rangeOf(query), to: day } : { ...rangeOf(query), from: day };
    if (skip === 0) return { range, edge: null };
    return { range, edge: await edgeOfDay(engine, query, { day, levels, nth: skip - 1 }, signal) };
  }
  return { range: { from: 1, to: 0 }, edge: null }; // beyond the end: no day at all
}

/**
 * The days of the month that a position falls in, and the position within it. Of all records the catalogue knows how many
 * each month has, so that only the days of one have to be counted; null where the query keeps some of them only.
 */
async function countsOfMonth(
  engine: Engine,
  query: RecordsQuery,
  down: boolean,
  signal: AbortSignal | undefined,
): Promise<{ days: DayCounts; position: number } | null> {
  const { position = 0, from, to, filters, where = [], search } = query;
  if (from || to || filters.length > 0 || where.length > 0 || search !== '') return null;
  const recordsOf = new Map<number, number>();
  for (const { months } of (await engine.catalog()).partitions) {
    for (const { month, records } of months) recordsOf.set(month, (recordsOf.get(month) ?? 0) + records);
  }
  let left = position;
  for (const [month, records] of [...recordsOf].sort(([a], [b]) => (down ? b - a : a - b))) {
    if (left < records) {
      const { first, last } = daysOfMonthIndex(month);
      const scope = { filters, search, from: isoFromDay(first), to: isoFromDay(last) };
      return { days: await readDayCounts(engine, scope, { signal }), position: left };
    }
    left -= records;
  }
  return { days: [], position: left };
}

/** The place of the nth record of a day, in the direction of reading; null when it has fewer. */
async function edgeOfDay(
  engine: Engine,
  query: RecordsQuery,
  { day, levels, nth }: { day: number; levels: SortLevels; nth: number },
  signal: AbortSignal | undefined,
): Promise<Edge | null> {
  const range = { from: day, to: day };
  const isAlone = armsOf(await engine.catalog(), range).length === 1; // else the records of several files are merged
  const part = isAlone ? { offset: nth, limit: 1 } : { offset: 0, limit: nth + 1 };
  const files = await overFiles(engine, range, [idsOfDayStatement(query, day, { levels, ...part })], signal);
  const edges = files.flatMap(({ answers }) =>
    (answers[0] ?? []).map(([id, ...values]) => ({ edge: { id: Number(id), values: values.map(toEdgeValue) } })),
  );
  return edges.sort(byEdge(levels, false))[isAlone ? 0 : nth]?.edge ?? null;
}
