/**
 * Records over all files as one list.
 * 1. Every file gives a page by keyset; the pages are merged by the levels of the order and the id.
 * 2. By date a position is found by day counts: the day it falls in, and the rows to skip within it. No OFFSET over
 *    more than a day.
 */
import { fromMillionths } from '../../../shared/domain/quantity.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type {
  PartialPage,
  RecordDetail,
  RecordsPage,
  RecordsQuery,
  RecordsScope,
  RecordsWay,
  SortLevel,
} from '../../../shared/query/records-query.ts';
import { sortLevels } from '../../../shared/query/records-query.ts';
import { type PageRequest, pageStatement, reasonsStatement, recordStatement } from '../../dialects/sqlite/records.ts';
import { isIndexed, MOST_FINDS, searchFindsStatement } from '../../dialects/sqlite/search.ts';
import { BY_DAY } from '../../indexes/definitions.ts';
import { choosePageIndex } from '../../planner/choose-page-index.ts';
import type { DayRange } from '../../planner/plan.ts';
import { type Catalog, extent } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';
import { armsOf, overFiles, rangeOf } from '../slices/over-files.ts';
import type { SliceSizes } from '../slices/slices.ts';
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts';
import type { DayCounts } from './day-counts.ts';
import { byEdge, type FoundRow, toFoundRow, toRecord } from './found-rows.ts';
import { locate } from './locate.ts';
import { lookForPage } from './look-for-page.ts';
import { type PageRows, readPageFromColumns, readRows } from './page-from-columns.ts';
import { hitsBeyond, searchHits } from './search-hits.ts';

export interface PageOptions {
  /** Takes the question back. */
  signal?: AbortSignal | undefined;
  /** Told the rows found so far where records have to be looked at one by one. */
  onPartial?: ((partial: PartialPage) => void) | undefined;
  sizes?: SliceSizes;
}

/** One page; `dayCounts` is asked for only when the query jumps to a position. Throws INVALID_ARGUMENT for a cursor that is none of this order. */
export async function readPage(
  engine: Engine,
  query: RecordsQuery,
  dayCounts: () => Promise<DayCounts>,
  options: PageOptions = {},
): Promise<RecordsPage> {
  const { signal } = options;
  const startedAt = performance.now();
  const { limit } = query;
  const levels = sortLevels(query);
  const [sort] = levels;
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, levels);
  const jump = query.position === undefined ? null : await locate(engine, query, dayCounts, signal);
  const place = jump ?? cursor;
  const range = jump?.range ?? rangeBeyond(rangeOf(query), sort, cursor);
  const proposed = sort.field !== 'productionDate' && (await isProposed(engine, query, range, signal));
  const request: PageRequest = {
    scope: query,
    range,
    levels,
    toward: cursor?.toward ?? 'after',
    edge: place?.edge ?? null,
    limit: limit + 1, // one more tells whether there is a further page
    proposed,
    index: choosePageIndex(await engine.catalog(), { scope: query, levels, proposed }),
  };
  const backward = request.toward === 'before';
  const down = (sort.direction === 'desc') !== backward;
  const { way, found } = await readInOrder(engine, request, down, options);
  found.sort(byEdge(levels, backward));
  const page = found.slice(0, limit);
  const more = found.length > limit;
  if (backward) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const before = backward ? more : cursor !== null || (query.position ?? 0) > 0;
  const after = backward || more;
  return {
    rows: page.map(({ record }) => record),
    way,
    nextCursor: last && after ? encodeCursor({ toward: 'after', edge: last.edge }, levels) : null,
    previousCursor: first && before ? encodeCursor({ toward: 'before', edge: first.edge }, levels) : null,
    elapsedMs: performance.now() - startedAt,
  };
}

/** By date, what a text finds is known to the last one; null where it is not, or live has changed since. */
async function readPageFromHits(
  engine: Engine,
  { scope, levels, range, edge, limit }: PageRequest,
  down: boolean,
  signal: AbortSignal | undefined,
): Promise<PageRows | null> {
  if (levels.length > 1 || levels[0].field !== 'productionDate') return null;
  const catalog = await engine.catalog();
  const hits = await searchHits(engine, scope, signal);
  return hits && readRows(engine, catalog, hitsBeyond(hits, { edge, range, down, limit }), levels, signal);
}

/** The rows of a page and perhaps some beyond it, by the first way that knows its order and filters. */
async function readInOrder(
  engine: Engine,
  request: PageRequest,
  down: boolean,
  options: PageOptions,
): Promise<{ way: RecordsWay; found: FoundRow[] }> {
  const { signal } = options;
  const hits = await readPageFromHits(engine, request, down, signal);
  const foundRows = (page: PageRows) =>
    page.flatMap(({ partition, rows }) => rows.map((row) => toFoundRow(row, partition, request.levels.length)));
  if (hits) return { way: 'searchIndex', found: foundRows(hits) };
  const inColumns = await readPageFromColumns(engine, request, down, signal);
  if (inColumns) return { way: 'columns', found: foundRows(inColumns) };
  if (isLookedFor(request)) return { way: 'oneByOne', found: await lookForPage(engine, request, down, options) };
  return {
    way: request.proposed ? 'searchIndex' : 'inOrder',
    found: await readFromFiles(engine, request, down, signal),
  };
}

/** By date the file that comes first is read alone, and the others only when it does not fill the page. */
async function readFromFiles(
  engine: Engine,
  request: PageRequest,
  down: boolean,
  signal: AbortSignal | undefined,
): Promise<FoundRow[]> {
  const read = async (range: DayRange) => {
    const files = await overFiles(engine, range, [pageStatement({ ...request, range })], signal);
    return files.flatMap(({ partition, answers }) =>
      (answers[0] ?? []).map((row) => toFoundRow(row, partition, request.levels.length)),
    );
  };
  const parts =
    request.levels[0].field === 'productionDate' ? splitAtFirstFile(await engine.catalog(), request.range, down) : null;
  if (!parts) return read(request.range);
  const head = await read(parts.head);
  return head.length >= request.limit ? head : [...head, ...(await read(parts.rest))];
}

/** Whether records have to be looked at one by one; lots have an index, others may by advice, and a rollup knows the days of an item. */
function isLookedFor({ scope, proposed, index }: PageRequest): boolean {
  if (index !== null && index !== BY_DAY) return false;
  const filtered = new Set(scope.filters.map(({ field }) => field));
  return (
    !proposed &&
    !filtered.has('lot') &&
    !filtered.has('item') &&
    (scope.search !== '' || Boolean(scope.where?.length) || filtered.size > 0)
  );
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
export function rangeBeyond(range: DayRange, sort: SortLevel, cursor: Cursor | null): DayRange {
  const day = cursor?.edge.values[0];
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
