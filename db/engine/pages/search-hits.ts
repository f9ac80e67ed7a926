/**
 * The records that a text finds, in order of date, where the search index finds few enough of them: page, count and the
 * next page are then one look into the index. Kept for the latest searches, as long as the store stays as it is.
 */
import { LRUCache } from 'lru-cache';
import { dayFromIso } from '../../../shared/domain/day.ts';
import type { RecordsScope } from '../../../shared/query/records-query.ts';
import { type Edge, searchHitsStatement } from '../../dialects/sqlite/records.ts';
import { isIndexed, MOST_FINDS, searchFindsStatement } from '../../dialects/sqlite/search.ts';
import type { DayRange } from '../../planner/plan.ts';
import { monthInRange } from '../../planner/prune-partitions.ts';
import type { Catalog, Partition } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';
import type { Value } from '../sqlite/connection.ts';

/** A find: its production day and id, and the file that holds it. */
export interface Hit {
  day: number;
  id: number;
  partition: Partition;
}

/** Searches kept for each store: a page, its count and the pages beside it, for a few that are looked at in turn. */
const SEARCHES_KEPT = 8;
const kept = new WeakMap<Engine, LRUCache<string, Hit[]>>();

/** The finds of a scope by day and id, ascending; null where they are too many, or other than the index knows. */
export async function searchHits(engine: Engine, scope: RecordsScope, signal?: AbortSignal): Promise<Hit[] | null> {
  if (!isIndexed(scope.search)) return null;
  const catalog = await engine.catalog();
  const { from, to, filters, where, search } = scope;
  const key = JSON.stringify([
    catalog.version,
    catalog.generation,
    catalog.textsStamp,
    from,
    to,
    filters,
    where,
    search,
  ]);
  const searches = kept.get(engine) ?? new LRUCache<string, Hit[]>({ max: SEARCHES_KEPT });
  kept.set(engine, searches);
  const known = searches.get(key);
  if (known) return known;
  const found = await findHits(engine, catalog, scope, signal);
  if (found) searches.set(key, found);
  return found;
}

async function findHits(
  engine: Engine,
  catalog: Catalog,
  scope: RecordsScope,
  signal: AbortSignal | undefined,
): Promise<Hit[] | null> {
  const range = { from: scope.from ? dayFromIso(scope.from) : null, to: scope.to ? dayFromIso(scope.to) : null };
  const files = catalog.partitions.filter(({ months }) => months.some((month) => monthInRange(month, range)));
  const ask = async (partition: Partition, statement: ReturnType<typeof searchFindsStatement>) => {
    const { version, generation } = catalog;
    const expected = partition.kind === 'live' ? { catalogVersion: version, generation } : {};
    const { current, answers } = await engine.read(partition.file, [statement], { ...expected, signal });
    return current ? (answers[0]?.rows ?? []) : null;
  };
  const finds = await Promise.all(files.map((partition) => ask(partition, searchFindsStatement(scope.search))));
  let proposed = 0;
  for (const rows of finds) {
    const [count, inItems] = rows?.[0] ?? [];
    if (rows === null || inItems) return null; // items are not in the index
    proposed += Number(count);
  }
  if (proposed > MOST_FINDS) return null;
  const lists = await Promise.all(files.map((partition) => ask(partition, searchHitsStatement(scope, range))));
  if (lists.includes(null)) return null;
  return files.flatMap((partition, at) => hitsIn(partition, lists[at]?.[0])).sort(byDayAndId);
}

function hitsIn(partition: Partition, [days, ids]: readonly Value[] = []): Hit[] {
  const idOf: number[] = JSON.parse(String(ids));
  return JSON.parse(String(days)).map((day: number, at: number) => ({ day, id: idOf[at], partition }));
}

function byDayAndId(a: Pick<Hit, 'day' | 'id'>, b: Pick<Hit, 'day' | 'id'>): number {
  return a.day - b.day || a.id - b.id;
}

/** So many finds beyond an edge, or from where the range begins, in the direction of reading, by file. */
export function hitsBeyond(
  hits: readonly Hit[],
  { edge, range, down, limit }: { edge: Edge | null; range: DayRange; down: boolean; limit: number },
): Map<Partition, number[]> {
  const place = placeOf(hits, beginning(edge, range, down), down);
  const wanted = down ? hits.slice(Math.max(0, place - limit), place) : hits.slice(place, place + limit);
  const byFile = new Map<Partition, number[]>();
  for (const { partition, id } of wanted) byFile.set(partition, [...(byFile.get(partition) ?? []), id]);
  return byFile;
}

function beginning(edge: Edge | null, range: DayRange, down: boolean): Pick<Hit, 'day' | 'id'> {
  const outside = down ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (edge === null) return { day: (down ? range.to : range.from) ?? outside, id: outside };
  return { day: Number(edge.values[0]), id: edge.id };
}

/** The first place that is not before the edge or, reading up, the first that is after it. */
function placeOf(hits: readonly Hit[], edge: Pick<Hit, 'day' | 'id'>, down: boolean): number {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = byDayAndId(hits[middle] ?? edge, edge);
    if (order < 0 || (!down && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
