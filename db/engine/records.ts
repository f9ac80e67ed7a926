/**
 * Records over all files as one list.
 * 1. Every file gives a page by keyset; the pages are merged by sort value and id.
 * 2. By date a position is found by day counts: the day it falls in, and the rows to skip within it. No OFFSET over
 *    more than a day.
 */
import { dayFromIso, daysOfMonthIndex, isoFromDay } from '../../shared/domain/day.ts';
import { fromMillionths } from '../../shared/domain/quantity.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type {
  ProductionRecord,
  RecordDetail,
  RecordsPage,
  RecordsQuery,
  RecordsScope,
} from '../../shared/query/records-query.ts';
import { compareText, normalizeQuery, type ReportQuery } from '../../shared/query/report-query.ts';
import {
  dayCountsStatement,
  type Edge,
  idsOfDayStatement,
  type PageRequest,
  pageStatement,
  reasonsStatement,
  recordStatement,
} from '../dialects/sqlite/records.ts';
import { isIndexed, MOST_FINDS, searchFindsStatement } from '../dialects/sqlite/search.ts';
import type { DayRange } from '../planner/plan.ts';
import { monthInRange } from '../planner/prune-partitions.ts';
import { type Catalog, extent } from '../store/catalog.ts';
import { monthsInRange } from './column-segments.ts';
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts';
import type { Engine } from './engine.ts';
import { type PageRows, readPageFromColumns, readRows } from './page-from-columns.ts';
import { readArms } from './read-arms.ts';
import { runReport } from './run-report.ts';
import { hitsBeyond, searchHits } from './search-hits.ts';
import type { Value } from './sqlite/connection.ts';

/** Records of each day, newest first, over all files. */
export type DayCounts = { day: number; records: number }[];

interface FoundRow {
  record: ProductionRecord;
  edge: Edge;
}

const PLANS_TRIED = 5;

function rangeOf(scope: RecordsScope): DayRange {
  return { from: scope.from ? dayFromIso(scope.from) : null, to: scope.to ? dayFromIso(scope.to) : null };
}

function armsOf(catalog: Catalog, range: DayRange) {
  return catalog.partitions
    .filter((partition) => partition.months.some((month) => monthInRange(month, range)))
    .map((partition) => ({ partition }));
}

/** What each file of a range answers, asked again with a new catalogue when the set of files changed meanwhile. */
async function overFiles(
  engine: Engine,
  range: DayRange,
  statements: Parameters<typeof readArms>[2],
  signal?: AbortSignal,
): Promise<{ partition: string; answers: Value[][][] }[]> {
  for (let attempt = 0; attempt < PLANS_TRIED; attempt++) {
    const catalog = await engine.catalog();
    const arms = armsOf(catalog, range);
    const results = await readArms(engine, { arms }, statements, catalog, signal);
    if (results === null) {
      engine.forgetCatalog();
      continue;
    }
    return results.map((result, arm) => ({
      partition: arms[arm]?.partition.name ?? '',
      answers: result.answers.map(({ rows }) => rows),
    }));
  }
  throw new Error('The set of archives kept changing while records were read.');
}

/**
 * Records of each day within a scope; their sum is the count. Without a text to search it is a report like any other,
 * and mostly answered from a rollup.
 */
export async function readDayCounts(engine: Engine, scope: RecordsScope, signal?: AbortSignal): Promise<DayCounts> {
  if (scope.search === '') {
    const { from, to, filters } = scope;
    const query: ReportQuery = { measures: ['records'], dimensions: ['day'], from, to, filters, orderBy: [] };
    const { answer } = await runReport(engine, normalizeQuery(query), { signal });
    return answer.rows
      .map(([date, records]) => ({ day: dayFromIso(String(date)) ?? 0, records: Number(records) }))
      .reverse();
  }
  const hits = await searchHits(engine, scope, signal);
  if (hits === null) return newestFirst(await countMonthByMonth(engine, scope, signal));
  const days = new Map<number, number>();
  for (const { day } of hits) days.set(day, (days.get(day) ?? 0) + 1);
  return newestFirst(days);
}

/**
 * What a text finds on each day where every record has to be looked at for it: month by month, in turn with the slices of
 * other questions, so that none waits for all of it.
 */
async function countMonthByMonth(
  engine: Engine,
  scope: RecordsScope,
  signal: AbortSignal | undefined,
): Promise<Map<number, number>> {
  const range = rangeOf(scope);
  for (let attempt = 0; attempt < PLANS_TRIED; attempt++) {
    const catalog = await engine.catalog();
    const { version, generation } = catalog;
    const counted = await Promise.all(
      monthsInRange(catalog.partitions, range).map(({ partition, month }) => {
        const expected = partition.kind === 'live' ? { catalogVersion: version, generation } : {};
        const part = {
          from: Math.max(month.firstDay, range.from ?? month.firstDay),
          to: Math.min(month.lastDay, range.to ?? month.lastDay),
        };
        const statement = dayCountsStatement(scope, part);
        return engine.sliceTurns.run(() => engine.read(partition.file, [statement], { ...expected, signal }));
      }),
    );
    if (counted.some(({ current }) => !current)) {
      engine.forgetCatalog();
      continue;
    }
    const days = new Map<number, number>();
    for (const { answers } of counted) {
      for (const [day, records] of answers[0]?.rows ?? [])
        days.set(Number(day), (days.get(Number(day)) ?? 0) + Number(records));
    }
    return days;
  }
  throw new Error('The store kept changing while records were counted.');
}

function newestFirst(days: ReadonlyMap<number, number>): DayCounts {
  return [...days].map(([day, records]) => ({ day, records })).sort((a, b) => b.day - a.day);
}

/** One page; `dayCounts` is asked for only when the query jumps to a position. Throws INVALID_ARGUMENT for a cursor that is none of this order. */
export async function readPage(
  engine: Engine,
  query: RecordsQuery,
  dayCounts: () => Promise<DayCounts>,
  signal?: AbortSignal,
): Promise<RecordsPage> {
  const startedAt = performance.now();
  const { sort, limit } = query;
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, sort);
  const jump = query.position === undefined ? null : await locate(engine, query, dayCounts, signal);
  const place = jump ?? cursor;
  const range = jump?.range ?? rangeBeyond(rangeOf(query), sort, cursor);
  const request: PageRequest = {
    scope: query,
    range,
    sort,
    toward: cursor?.toward ?? 'after',
    edge: place?.edge ?? null,
    limit: limit + 1, // one more tells whether there is a further page
    proposed: sort.field !== 'productionDate' && (await isProposed(engine, query, range, signal)),
  };
  const backward = request.toward === 'before';
  const down = (sort.direction === 'desc') !== backward;
  const found = (await readInOrder(engine, request, down, signal)).sort(byEdge(down, backward));
  const page = found.slice(0, limit);
  const more = found.length > limit;
  if (backward) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const before = backward ? more : cursor !== null || (query.position ?? 0) > 0;
  const after = backward || more;
  return {
    rows: page.map(({ record }) => record),
    nextCursor: last && after ? encodeCursor({ toward: 'after', edge: last.edge }, sort) : null,
    previousCursor: first && before ? encodeCursor({ toward: 'before', edge: first.edge }, sort) : null,
    elapsedMs: performance.now() - startedAt,
  };
}

/** By date, what a text finds is known to the last one; null where it is not, or live has changed since. */
async function readPageFromHits(
  engine: Engine,
  { scope, sort, range, edge, limit }: PageRequest,
  down: boolean,
  signal: AbortSignal | undefined,
): Promise<PageRows | null> {
  if (sort.field !== 'productionDate') return null;
  const catalog = await engine.catalog();
  const hits = await searchHits(engine, scope, signal);
  return hits && readRows(engine, catalog, hitsBeyond(hits, { edge, range, down, limit }), sort.field, signal);
}

/** The rows of a page, from the columns where they know the order and the filters. By date the file that comes first is read alone, and the others only when it does not fill the page. */
async function readInOrder(
  engine: Engine,
  request: PageRequest,
  down: boolean,
  signal?: AbortSignal,
): Promise<FoundRow[]> {
  const known =
    (await readPageFromHits(engine, request, down, signal)) ??
    (await readPageFromColumns(engine, request, down, signal));
  if (known) return known.flatMap(({ partition, rows }) => rows.map((row) => toFoundRow(row, partition)));
  const read = async (range: DayRange) => {
    const files = await overFiles(engine, range, [pageStatement({ ...request, range })], signal);
    return files.flatMap(({ partition, answers }) => (answers[0] ?? []).map((row) => toFoundRow(row, partition)));
  };
  const parts =
    request.sort.field === 'productionDate' ? splitAtFirstFile(await engine.catalog(), request.range, down) : null;
  if (!parts) return read(request.range);
  const head = await read(parts.head);
  return head.length >= request.limit ? head : [...head, ...(await read(parts.rest))];
}

/**
 * Splits a range of days into those that only the first file holds, in the order of reading, and the rest; null when
 * there are no such days.
 */
export function splitAtFirstFile(
  catalog: Catalog,
  range: DayRange,
  down: boolean,
): { head: DayRange; rest: DayRange } | null {
  const extents = armsOf(catalog, range).map(({ partition }) => extent(partition.months));
  if (down) {
    const [last = 0, before] = extents.map(({ lastDay }) => lastDay ?? 0).sort((a, b) => b - a);
    if (before === undefined || before === last || (range.to !== null && range.to <= before)) return null;
    return {
      head: { from: Math.max(before + 1, range.from ?? 0), to: range.to },
      rest: { from: range.from, to: before },
    };
  }
  const [first = 0, next] = extents.map(({ firstDay }) => firstDay ?? 0).sort((a, b) => a - b);
  if (next === undefined || next === first || (range.from !== null && range.from >= next)) return null;
  return { head: { from: range.from, to: Math.min(next - 1, range.to ?? next) }, rest: { from: next, to: range.to } };
}

/**
 * The part of a range that lies beyond a cursor, where the sort is by date. SQLite starts reading at the bound of the
 * range even where the cursor is nearer, and reads all between; and files that end before the cursor need no reading.
 */
export function rangeBeyond(range: DayRange, sort: RecordsQuery['sort'], cursor: Cursor | null): DayRange {
  const day = cursor?.edge.value;
  if (sort.field !== 'productionDate' || typeof day !== 'number') return range;
  const down = (sort.direction === 'desc') !== (cursor?.toward === 'before');
  return down ? { ...range, to: Math.min(day, range.to ?? day) } : { ...range, from: Math.max(day, range.from ?? day) };
}

/** True where the search index finds few enough records to sort them all; items are not in it, as few as they are. */
async function isProposed(
  engine: Engine,
  { search }: RecordsScope,
  range: DayRange,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!isIndexed(search)) return false;
  let finds = 0;
  for (const { answers } of await overFiles(engine, range, [searchFindsStatement(search)], signal)) {
    const [found, inItems] = answers[0]?.[0] ?? [];
    if (inItems) return false;
    finds += Number(found);
  }
  return finds <= MOST_FINDS;
}

/** Where the record at a position stands: the range that begins on its day, and the record before it on that day. */
async function locate(
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
    const before = await recordOfDay(engine, query, { day, down, nth: skip - 1 }, signal);
    return { range, edge: before === null ? null : { value: day, id: before } };
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
  const { position = 0, from, to, filters, search } = query;
  if (from || to || filters.length > 0 || search !== '') return null;
  const recordsOf = new Map<number, number>();
  for (const { months } of (await engine.catalog()).partitions) {
    for (const { month, records } of months) recordsOf.set(month, (recordsOf.get(month) ?? 0) + records);
  }
  let left = position;
  for (const [month, records] of [...recordsOf].sort(([a], [b]) => (down ? b - a : a - b))) {
    if (left < records) {
      const { first, last } = daysOfMonthIndex(month);
      const scope = { filters, search, from: isoFromDay(first), to: isoFromDay(last) };
      return { days: await readDayCounts(engine, scope, signal), position: left };
    }
    left -= records;
  }
  return { days: [], position: left };
}

/** The id of the nth record of a day, in the direction of reading; null when it has fewer. */
async function recordOfDay(
  engine: Engine,
  query: RecordsQuery,
  { day, down, nth }: { day: number; down: boolean; nth: number },
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const range = { from: day, to: day };
  const isAlone = armsOf(await engine.catalog(), range).length === 1; // else the ids of several files are merged
  const statement = idsOfDayStatement(query, day, {
    down,
    ...(isAlone ? { offset: nth, limit: 1 } : { offset: 0, limit: nth + 1 }),
  });
  const files = await overFiles(engine, range, [statement], signal);
  const ids = files.flatMap(({ answers }) => (answers[0] ?? []).map(([id]) => Number(id)));
  ids.sort((a, b) => (down ? b - a : a - b));
  return ids[isAlone ? 0 : nth] ?? null;
}

function byEdge(down: boolean, nullsFirst: boolean): (a: FoundRow, b: FoundRow) => number {
  return ({ edge: a }, { edge: b }) => {
    if ((a.value === null) !== (b.value === null)) return (a.value === null) === nullsFirst ? -1 : 1;
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : compareText(a.value === null ? null : String(a.value), b.value === null ? null : String(b.value));
    return (order === 0 ? a.id - b.id : order) * (down ? -1 : 1);
  };
}

/** One record with its reasons, from whichever file holds it. Throws NOT_FOUND. */
export async function readRecord(engine: Engine, id: number): Promise<RecordDetail> {
  const statements = [recordStatement(id), reasonsStatement('defect', id), reasonsStatement('downtime', id)];
  for (const { partition, answers } of await overFiles(engine, { from: null, to: null }, statements)) {
    const row = answers[0]?.[0];
    if (!row) continue;
    return {
      ...toRecord(row, partition),
      defects: (answers[1] ?? []).map(([reason, amount]) => ({
        reason: String(reason),
        quantity: fromMillionths(0, Number(amount)),
      })),
      downtimes: (answers[2] ?? []).map(([reason, amount]) => ({
        reason: String(reason),
        minutes: fromMillionths(0, Number(amount)),
      })),
    };
  }
  throw new AppError('NOT_FOUND', `There is no record ${id}; it may have been removed by an undo.`);
}

function toFoundRow(row: Value[], partition: string): FoundRow {
  const value = row.at(-1);
  return {
    record: toRecord(row, partition),
    edge: { value: typeof value === 'number' || typeof value === 'string' ? value : null, id: Number(row[0]) },
  };
}

function toRecord(row: Value[], partition: string): ProductionRecord {
  const text = (at: number) => (row[at] == null ? null : String(row[at]));
  const amount = (at: number) => (row[at] == null ? null : fromMillionths(0, Number(row[at])));
  const instant = (at: number) => (row[at] == null ? null : new Date(Number(row[at]) * 1_000).toISOString());
  return {
    id: Number(row[0]),
    productionDate: isoFromDay(Number(row[1])),
    startedAt: instant(2),
    endedAt: instant(3),
    site: text(4),
    line: text(5),
    shift: text(6),
    operator: text(7),
    itemCode: text(8),
    itemName: text(9),
    unit: text(10),
    lotNumber: text(11),
    orderNumber: text(12),
    plannedQuantity: amount(13),
    goodQuantity: amount(14),
    defectQuantity: amount(15),
    reworkQuantity: amount(16),
    plannedMinutes: amount(17),
    runMinutes: amount(18),
    downMinutes: amount(19),
    idealCycleSeconds: amount(20),
    note: text(21),
    sourceFile: text(22),
    sourceLine: Number(row[23]),
    batchId: Number(row[24]),
    partition,
  };
}
