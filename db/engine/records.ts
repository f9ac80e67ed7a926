/**
 * Records over all files as one list.
 * 1. Every file gives a page by keyset; the pages are merged by sort value and id.
 * 2. By date a position is found by day counts: the day it falls in, and the rows to skip within it. No OFFSET over
 *    more than a day.
 */
import { isoFromDay } from '../../shared/domain/day.ts';
import { fromMillionths } from '../../shared/domain/quantity.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type {
  ProductionRecord,
  RecordDetail,
  RecordsPage,
  RecordsQuery,
  RecordsScope,
} from '../../shared/query/records-query.ts';
import { compareText } from '../../shared/query/report-query.ts';
import {
  type Edge,
  type PageRequest,
  pageStatement,
  reasonsStatement,
  recordStatement,
} from '../dialects/sqlite/records.ts';
import { isIndexed, MOST_FINDS, searchFindsStatement } from '../dialects/sqlite/search.ts';
import type { DayRange } from '../planner/plan.ts';
import { type Catalog, extent } from '../store/catalog.ts';
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts';
import type { DayCounts } from './day-counts.ts';
import type { Engine } from './engine.ts';
import { locate } from './locate.ts';
import { armsOf, overFiles, rangeOf } from './over-files.ts';
import { type PageRows, readPageFromColumns, readRows } from './page-from-columns.ts';
import { hitsBeyond, searchHits } from './search-hits.ts';
import type { Value } from './sqlite/connection.ts';

interface FoundRow {
  record: ProductionRecord;
  edge: Edge;
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
