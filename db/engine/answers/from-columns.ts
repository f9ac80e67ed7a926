/**
 * A plan answered from the columnar copy of the records, for what no rollup keeps: by all readers side by side, each over
 * some of the months.
 */
import { weightsOf } from '../../columns/batches.ts';
import type { MedianResult } from '../../columns/median.ts';
import type { MonthOfFile } from '../../columns/memory.ts';
import { mergeParts } from '../../columns/merge-parts.ts';
import {
  amountRanges,
  type GroupKey,
  keptKeys,
  type ScanRequest,
  type ScanResult,
} from '../../columns/scan-request.ts';
import type { KeyColumn } from '../../columns/segment.ts';
import type { YieldList } from '../../columns/yields.ts';
import type { Plan } from '../../planner/plan.ts';
import type { Texts } from '../../rollup/column-table.ts';
import { periodCalendar } from '../../rollup/period-calendar.ts';
import type { Catalog } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';
import type { StepClock } from '../step-clock.ts';
import { withCancelFlag } from '../threads/cancel-flag.ts';
import { monthsInRange, segmentsOf } from './column-segments.ts';
import { finishReport } from './finish-report.ts';
import type { ReadReport } from './from-memory.ts';
import type { KeyColumn as LabelledKey, ReportGroups } from './report-groups.ts';

/** Fewer records are added up by one reader: to send the other its part would take longer. */
const RECORDS_A_READER = 100_000;

/** Answers a plan from columns; null when they cannot, or are not loaded as the store is now. Throws CANCELLED. */
export async function readFromColumns(
  engine: Engine,
  plan: Plan,
  catalog: Catalog,
  clock: StepClock,
  signal?: AbortSignal,
): Promise<ReadReport | null> {
  if (plan.rollup !== null || !holdAll(plan)) return null;
  const months = monthsInRange(
    plan.arms.map(({ partition }) => partition),
    plan.range,
  );
  if (months.length === 0) return null;
  clock.end('plan');
  const segments = await segmentsOf(engine, months, signal);
  clock.end('read');
  if (segments === null) return null;
  const texts = await engine.texts(catalog);
  const keys = keysOf(plan, months, texts);
  if (keys.reduce((product, { key }) => product * key.size, 1) > Number.MAX_SAFE_INTEGER) return null;

  const records = months.reduce((sum, { month }) => sum + month.records, 0);
  clock.end('plan');
  const startedAt = performance.now();
  const scanned = await withCancelFlag(signal, (cancel) =>
    scan(engine, { ...requestOf(plan, texts, catalog, months, keys), segments, cancel }, months, plan, clock),
  );
  clock.endReading();
  if (scanned === null) return null;
  const elapsedMs = performance.now() - startedAt;
  const merged = finishReport(plan, groupsOf(plan, keys, scanned), catalog.units);
  clock.end('finish');
  return {
    merged,
    statements: [
      {
        partition: 'memory',
        sql: `scan of ${segments.length} months in columns`,
        elapsedMs,
        rows: scanned.sums.codes.length,
      },
    ],
    source: { of: 'columns' },
    reasons: [{ code: 'columnsScanned', records, months: segments.length }],
    recordsRead: records,
  };
}

/**
 * Lots are not among the columns: nearly every record has one of its own, so that they would only be a second copy. Neither are texts of
 * single records, nor their ideal cycles.
 */
function holdAll({ countLots, attributes, query }: Plan): boolean {
  return (
    amountRanges(query.where) !== null &&
    !countLots &&
    !attributes.includes('lot') &&
    query.filters.every(({ field }) => field !== 'lot')
  );
}

interface LabelledGroupKey {
  key: GroupKey;
  labels: readonly (string | null)[];
  ascending: boolean;
}

/** The periods, attributes and reason of a plan as keys of a scan. */
function keysOf(plan: Plan, months: readonly MonthOfFile[], texts: Texts): LabelledGroupKey[] {
  const { first, last } = daysOf(plan, months);
  const periods = plan.periods.map((grain): LabelledGroupKey => {
    const calendar = periodCalendar(grain, first, last);
    const from = calendar.ordinals[first - calendar.first] ?? 0;
    const ordinals = calendar.ordinals
      .slice(first - calendar.first, last - calendar.first + 1)
      .map((ordinal) => ordinal - from);
    const size = (ordinals.at(-1) ?? 0) + 1;
    return { key: { of: 'day', ordinals, size }, labels: calendar.labels.slice(from, from + size), ascending: true };
  });
  const attributes = plan.attributes.map((name): LabelledGroupKey => {
    const labels = texts[name];
    return { key: { of: name as KeyColumn, size: labels.length }, labels, ascending: false };
  });
  const { reason } = plan;
  const reasons = reason
    ? [{ key: { of: reason, size: texts[reason].length }, labels: texts[reason], ascending: false }]
    : [];
  return [...periods, ...attributes, ...reasons];
}

/** The days that are scanned: the range, as far as there are records. */
function daysOf({ range }: Plan, months: readonly MonthOfFile[]): { first: number; last: number } {
  const first = Math.min(...months.map(({ month }) => month.firstDay));
  const last = Math.max(...months.map(({ month }) => month.lastDay));
  return { first: Math.max(first, range.from ?? first), last: Math.min(last, range.to ?? last) };
}

function requestOf(
  plan: Plan,
  texts: Texts,
  catalog: Catalog,
  months: readonly MonthOfFile[],
  keys: readonly LabelledGroupKey[],
): Omit<ScanRequest, 'segments' | 'cancel'> {
  return {
    days: daysOf(plan, months),
    keys: keys.map(({ key }) => key),
    filters: keptKeys(plan.query.filters, texts),
    ranges: amountRanges(plan.query.where) ?? [],
    sums: plan.sums,
    units: plan.readUnits ? Math.max(0, ...catalog.units.keys()) + 1 : null,
  };
}

/** Sums by code, and medians by code where they are asked for. */
interface Scanned {
  sums: ScanResult;
  medians: MedianResult[] | null;
}

/** Null when a sum could grow past what a double holds. */
async function scan(
  engine: Engine,
  request: ScanRequest,
  months: readonly MonthOfFile[],
  { medianYield }: Plan,
  clock: StepClock,
): Promise<Scanned | null> {
  const records = months.reduce((sum, { month }) => sum + month.records, 0);
  const parts = Math.min(engine.readers, Math.ceil(records / RECORDS_A_READER));
  const pieces = inParts(request, months, parts);
  if (medianYield) return scanWithMedians(engine, pieces, clock);
  const sums = await Promise.all(pieces.map((piece) => clock.piece(() => engine.ask('addUpColumns', piece))));
  const added = sums.map((part) => part.added).filter((part) => part !== null);
  if (added.length < sums.length) return null;
  return clock.merge(() => ({ sums: mergeParts(added), medians: null }));
}

/** Each reader adds up its part and lists the yields in it; medians are then found by all, from all lists. */
async function scanWithMedians(
  engine: Engine,
  pieces: readonly ScanRequest[],
  clock: StepClock,
): Promise<Scanned | null> {
  const scanned = await Promise.all(
    pieces.map((piece) => clock.piece(() => engine.ask('addUpAndListYieldsOfColumns', piece))),
  );
  const found = scanned.map((part) => part.found).filter((part) => part !== null);
  if (found.length < scanned.length) return null;
  const lists = found.map(({ list }) => list);
  const medians = await findMedians(engine, lists, clock);
  return clock.merge(() => ({ sums: mergeParts(found.map(({ added }) => added)), medians }));
}

/** Each reader gathers from its list what lies around the middles of all; then each finds some of the medians. */
async function findMedians(engine: Engine, lists: readonly YieldList[], clock: StepClock): Promise<MedianResult[]> {
  const tallies = lists.map(({ codes, counts, width }) => ({ codes, counts, width }));
  const middles = await Promise.all(
    lists.map((list) => clock.piece(() => engine.ask('gatherMiddlesOfYields', { list, tallies }))),
  );
  const gathered = middles.map((each) => each.gathered);
  const found = await Promise.all(
    lists.map((_, part) =>
      clock.piece(() => engine.ask('mediansOfYields', { gathered, share: { part, parts: lists.length } })),
    ),
  );
  return found.map(({ medians }) => medians);
}

/** A request in so many parts of nearly as many records: stretches of days, each with the months that hold some of it. */
function inParts(request: ScanRequest, months: readonly MonthOfFile[], count: number): ScanRequest[] {
  const { days, segments } = request;
  const ends = daysThatEnd(months, count).map((day) => Math.min(day, days.last));
  return [...ends, days.last].map((last, part) => {
    const first = Math.max(days.first, (ends[part - 1] ?? days.first - 1) + 1);
    return {
      ...request,
      days: { first, last },
      keys: request.keys.map((key) =>
        key.of === 'day' ? { ...key, ordinals: key.ordinals.slice(first - days.first) } : key,
      ),
      segments: segments.filter((_, at) => {
        const month = months[at]?.month;
        return month && month.firstDay <= last && month.lastDay >= first;
      }),
    };
  });
}

/** The days with which all parts but the last end; within a month days are taken for equal. */
function daysThatEnd(months: readonly MonthOfFile[], count: number): number[] {
  const inOrder = months.map(({ month }) => month).sort((a, b) => a.firstDay - b.firstDay);
  const total = inOrder.reduce((sum, { records }) => sum + records, 0);
  return Array.from({ length: count - 1 }, (_, part) => {
    let left = (total * (part + 1)) / count;
    for (const { firstDay, lastDay, records } of inOrder) {
      if (left <= records) return firstDay + Math.round((left / records) * (lastDay - firstDay + 1)) - 1;
      left -= records;
    }
    return inOrder.at(-1)?.lastDay ?? 0;
  });
}

function groupsOf(plan: Plan, keys: readonly LabelledGroupKey[], { sums, medians }: Scanned): ReportGroups {
  const weights = weightsOf({ keys: keys.map(({ key }) => key) });
  const medianOf =
    medians && new Map(medians.flatMap(({ codes, medians: found }) => [...codes].map((code, at) => [code, found[at]])));
  return {
    size: sums.codes.length,
    keys: keys.map(({ key, labels, ascending }, index): LabelledKey => {
      const weight = weights[index] ?? 1;
      return { ordinals: sums.codes.map((code) => Math.floor(code / weight) % key.size), labels, ascending };
    }),
    records: sums.records,
    sums: sums.sums.map(({ whole, millionths }) => ({
      whole,
      millionths,
      found: Uint8Array.from(whole, (units) => (Number.isNaN(units) ? 0 : 1)),
    })),
    lots: null,
    medians: medianOf && Float64Array.from(sums.codes, (code) => medianOf.get(code) ?? Number.NaN),
    unitKeys: new Set(plan.readUnits ? sums.units : []),
  };
}
