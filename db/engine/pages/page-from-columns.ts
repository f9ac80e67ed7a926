/**
 * A page of records found by the columns, in whatever order and with whatever filters; SQLite is then asked for these
 * records alone. By date without a filter its index is as quick, and lots are not among the columns.
 */
import type { SortField, SortLevel, SortLevels } from '../../../shared/query/records-query.ts';
import type { MonthOfFile } from '../../columns/memory.ts';
import { keptKeys } from '../../columns/scan-request.ts';
import type { ColumnName } from '../../columns/segment.ts';
import type { OrderLevel, TopRows, TopRowsRequest } from '../../columns/top-rows.ts';
import { type Edge, type PageRequest, pageOfIdsStatement } from '../../dialects/sqlite/records.ts';
import type { Texts } from '../../rollup/column-table.ts';
import type { Catalog } from '../../store/catalog.ts';
import { monthsInRange, segmentsOf } from '../answers/column-segments.ts';
import { rankLabels } from '../answers/order-groups.ts';
import type { Engine } from '../engine.ts';
import type { Value } from '../sqlite/connection.ts';
import { withCancelFlag } from '../threads/cancel-flag.ts';

/** What the columns know of a sort field; null for lots. */
const sortColumns: Record<SortField, { by: 'day' } | { by: ColumnName; text?: keyof Texts } | null> = {
  productionDate: { by: 'day' },
  line: { by: 'line', text: 'line' },
  shift: { by: 'shift', text: 'shift' },
  itemCode: { by: 'item', text: 'item' },
  operator: { by: 'operator', text: 'operator' },
  lotNumber: null,
  plannedQuantity: { by: 'plannedQuantity' },
  goodQuantity: { by: 'goodQuantity' },
  defectQuantity: { by: 'defectQuantity' },
  reworkQuantity: { by: 'reworkQuantity' },
  runMinutes: { by: 'runMinutes' },
  downMinutes: { by: 'downMinutes' },
};

/** Rows of a page in no order, each with the file that holds it. */
export type PageRows = { partition: string; rows: Value[][] }[];

/** The rows of a page and perhaps some beyond it; null when the columns cannot find them as the store is now. Throws CANCELLED. */
export async function readPageFromColumns(
  engine: Engine,
  request: PageRequest,
  down: boolean,
  signal?: AbortSignal,
): Promise<PageRows | null> {
  const { scope, levels, range, toward, limit } = request;
  const backward = toward === 'before';
  if (scope.search !== '' || scope.where?.length || scope.filters.some(({ field }) => field === 'lot')) return null;
  if (levels.length === 1 && levels[0].field === 'productionDate' && scope.filters.length === 0) return null;
  const catalog = await engine.catalog();
  const months = monthsInRange(catalog.partitions, range);
  if (months.length === 0) return [];
  const texts = await engine.texts(catalog);
  const place = placeIn(texts, levels, request.edge, backward);
  if (place === null) return null;
  const segments = await segmentsOf(engine, months, signal);
  if (segments === null) return null;
  const asked = {
    days: {
      first: range.from ?? Math.min(...months.map(({ month }) => month.firstDay)),
      last: range.to ?? Math.max(...months.map(({ month }) => month.lastDay)),
    },
    filters: keptKeys(scope.filters, texts),
    ...place,
    down,
    missingFirst: backward,
    limit,
  };
  const found = await withCancelFlag(signal, (cancel) => findRows(engine, { ...asked, segments, cancel }, months));
  return readRows(engine, catalog, found, levels, signal);
}

/** An order as the columns know it, and a record's place in it; null when they or the dictionaries do not know one of its levels. */
function placeIn(
  texts: Texts,
  levels: SortLevels,
  edge: Edge | null,
  backward: boolean,
): Pick<TopRowsRequest, 'order' | 'after'> | null {
  const [first, ...further] = levels.map((level, at) => levelIn(texts, level, edge?.values[at] ?? null, backward));
  if (!first || further.includes(null)) return null;
  const known = [first, ...further.filter((level) => level !== null)] as const;
  const order = [first.order, ...known.slice(1).map((level) => level.order)] as const;
  return { order, after: edge && { values: known.map(({ place }) => place), id: edge.id } };
}

function levelIn(
  texts: Texts,
  { field, direction }: SortLevel,
  value: Edge['values'][number],
  backward: boolean,
): { order: OrderLevel; place: number | null } | null {
  const column = sortColumns[field];
  if (column === null) return null;
  const down = (direction === 'desc') !== backward;
  const text = 'text' in column ? column.text : undefined;
  const ranks = text ? placesOf(texts[text]) : null;
  const order = column.by === 'day' ? { by: column.by, down } : { by: column.by, ranks, down };
  if (typeof value !== 'string') return { order, place: value };
  const place = text && ranks ? ranks[texts[text].indexOf(value)] : undefined;
  return place === undefined ? null : { order, place };
}

/** Where each text stands among the others; NaN for what is not recorded. */
function placesOf(labels: readonly (string | null)[]): Float64Array {
  const ranks = rankLabels(labels);
  return Float64Array.from(labels, (label, key) => (label == null ? Number.NaN : (ranks[key] ?? Number.NaN)));
}

/** By date one reader goes from month to month until the page is full; else all look through their part of the months. */
async function findRows(
  engine: Engine,
  request: TopRowsRequest,
  months: readonly MonthOfFile[],
): Promise<Map<MonthOfFile['partition'], number[]>> {
  const parts = request.order[0].by === 'day' ? 1 : engine.readers;
  const shares = Array.from({ length: parts }, (_, part) => months.filter((_month, index) => index % parts === part));
  const found = await Promise.all(
    shares.map((_, part) =>
      engine.ask('topRowsOfColumns', {
        ...request,
        segments: request.segments.filter((_segment, index) => index % parts === part),
      }),
    ),
  );
  const byFile = new Map<MonthOfFile['partition'], number[]>();
  found.forEach(({ segments, ids }: TopRows, part) => {
    ids.forEach((id, at) => {
      const partition = shares[part]?.[segments[at] ?? 0]?.partition;
      if (partition) byFile.set(partition, [...(byFile.get(partition) ?? []), id]);
    });
  });
  return byFile;
}

/** Records of these files by their ids; null when live is not as it was when they were found. */
export async function readRows(
  engine: Engine,
  { version, generation }: Catalog,
  found: ReadonlyMap<MonthOfFile['partition'], number[]>,
  levels: readonly SortLevel[],
  signal: AbortSignal | undefined,
): Promise<PageRows | null> {
  const results = await Promise.all(
    [...found].map(async ([{ name, file, kind }, ids]) => {
      const expected = kind === 'live' ? { catalogVersion: version, generation } : {};
      const { current, answers } = await engine.read(file, [pageOfIdsStatement(levels, ids)], { ...expected, signal });
      return current ? { partition: name, rows: answers[0]?.rows ?? [] } : null;
    }),
  );
  const current = results.filter((result) => result !== null);
  return current.length === results.length ? current : null;
}
