/**
 * Lots like one: of the same item on the same line, by what defects took of them.
 * 1. Where a lot is of several items or on several lines, the pair with most of its records counts, and of every lot the records
 *    of that pair alone.
 * 2. Lots with such a record within ninety days of it are compared, or within fewer where the line makes so much of the item that
 *    more records than MOST_COMPARED would have to be read.
 */
import type { ComparedLot, SimilarLots } from '../../../shared/contract/lots.ts';
import { dayFromIso, isoFromDay } from '../../../shared/domain/day.ts';
import { defectDistance } from '../../../shared/domain/lots/likeness.ts';
import type { Filter } from '../../../shared/query/report-query.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import { lotDefectsStatement } from '../../dialects/sqlite/lots.ts';
import { runReport } from '../answers/run-report.ts';
import type { Engine } from '../engine.ts';
import { readDayCounts } from '../pages/day-counts.ts';
import { readPage } from '../pages/records.ts';
import { overFiles } from '../slices/over-files.ts';
import { type LotPart, readLotParts, summaryOf, unitsOf } from './lot-parts.ts';

/** Days before a lot and after it whose lots are compared, the most first. */
const DAYS_COMPARED = [90, 60, 30, 14, 7, 3, 1, 0];
/** Records that are read to find the lots, unless one day has more. */
const MOST_COMPARED = 1_000;

const nothingAlike: SimilarLots = {
  own: null,
  item: null,
  line: null,
  from: null,
  to: null,
  days: null,
  compared: 0,
  lots: [],
};

/** The lots most like one, at most `limit`; none where it has no item, no line or no yield. Throws CANCELLED. */
export async function readSimilarLots(
  engine: Engine,
  { lot, limit }: { lot: string; limit: number },
  signal?: AbortSignal,
): Promise<SimilarLots> {
  const pair = largestPair(await readLotParts(engine, [lot], signal));
  if (!pair) return nothingAlike;
  const { item, line, parts } = pair;
  const filters: Filter[] = [
    { field: 'item', in: [item.code] },
    { field: 'line', in: [line] },
  ];
  const { from, to, days } = await daysCompared(engine, summaryOf(parts), filters, signal);
  const scope = { from, to, filters, search: '' };
  const { rows } = await readPage(
    engine,
    { ...scope, sort: { field: 'productionDate', direction: 'asc' }, thenBy: [], limit: MOST_COMPARED },
    () => readDayCounts(engine, scope),
    { signal },
  );
  const numbers = [...new Set([lot, ...rows.map(({ lotNumber }) => lotNumber)])].filter((number) => number !== null);
  const [all, defects] = await Promise.all([
    readLotParts(engine, numbers, signal),
    readDefects(engine, numbers, { item: item.code, line }, signal),
  ]);
  const ofPair = Map.groupBy(all.filter(isOf(item.code, line)), (part) => part.lot);
  const compared = [...ofPair.values()].flatMap((each) => toCompared(each, defects.get(each[0]?.lot ?? '') ?? []));
  const own = compared.find((each) => each.lot === lot) ?? null;
  const base = { item, line, from, to, days };
  if (!own) return { ...nothingAlike, ...base };
  const others = compared
    .filter((each) => each !== own)
    .map((each) => ({ ...each, distance: defectDistance(own.reasons, each.reasons) }));
  const start = dayFromIso(own.firstDate) ?? 0;
  const away = (other: ComparedLot) => Math.abs((dayFromIso(other.firstDate) ?? 0) - start);
  others.sort((a, b) => a.distance - b.distance || away(a) - away(b) || compareText(a.lot, b.lot));
  return { ...base, own, compared: others.length, lots: others.slice(0, limit) };
}

/** Item and line of most records, with the parts that are of both; undefined where no record has both. */
function largestPair(parts: readonly LotPart[]) {
  const pairs = Map.groupBy(
    parts.filter(({ item, line }) => item !== null && line !== null),
    ({ item, line }) => JSON.stringify([item?.code, line]),
  );
  const recordsOf = (of: readonly LotPart[]) => of.reduce((sum, { records }) => sum + records, 0);
  const [largest] = [...pairs].sort(([a, of], [b, other]) => recordsOf(other) - recordsOf(of) || compareText(a, b));
  const [part] = largest?.[1] ?? [];
  return part?.item && part.line !== null && largest
    ? { item: part.item, line: part.line, parts: largest[1] }
    : undefined;
}

function isOf(code: string, line: string): (part: LotPart) => boolean {
  return (part) => part.item?.code === code && part.line === line;
}

/** The widest range of days around a lot that holds no more records of the pair than are read. */
async function daysCompared(
  engine: Engine,
  { firstDate, lastDate }: { firstDate: string; lastDate: string },
  filters: Filter[],
  signal?: AbortSignal,
): Promise<{ from: string; to: string; days: number }> {
  const around = (days: number) => ({
    from: isoFromDay((dayFromIso(firstDate) ?? 0) - days),
    to: isoFromDay((dayFromIso(lastDate) ?? 0) + days),
    days,
  });
  for (const days of DAYS_COMPARED) {
    const { from, to } = around(days);
    const query = { measures: ['records' as const], dimensions: [], from, to, filters, orderBy: [] };
    const { answer } = await runReport(engine, query, { signal });
    if (Number(answer.rows[0]?.[0]) <= MOST_COMPARED) return around(days);
  }
  return around(0);
}

type ReasonAmounts = { reason: string | null; millionths: bigint }[];

async function readDefects(
  engine: Engine,
  lots: readonly string[],
  pair: { item: string; line: string },
  signal?: AbortSignal,
): Promise<Map<string, ReasonAmounts>> {
  const files = await overFiles(engine, { from: null, to: null }, [lotDefectsStatement(lots, pair)], signal);
  const amounts = new Map<string, ReasonAmounts>();
  for (const [lot, name, sum] of files.flatMap(({ answers }) => answers[0] ?? [])) {
    const ofLot = amounts.get(String(lot)) ?? [];
    amounts.set(String(lot), ofLot);
    const reason = name == null ? null : String(name);
    const known = ofLot.find((each) => each.reason === reason);
    if (known) known.millionths += BigInt(sum ?? 0);
    else ofLot.push({ reason, millionths: BigInt(sum ?? 0) });
  }
  return amounts;
}

/** A lot as it is compared; none where it has no yield. */
function toCompared(parts: readonly LotPart[], defects: ReasonAmounts): ComparedLot[] {
  const { lot, firstDate, lastDate, good, total, yield: share } = summaryOf(parts);
  if (total === null || share === null) return [];
  const reasons = defects
    .map(({ reason, millionths }) => ({ reason, share: (unitsOf(millionths) ?? 0) / total }))
    .sort((a, b) => b.share - a.share || compareText(a.reason, b.reason));
  return [{ lot, firstDate, lastDate, good, total, yield: share, reasons, distance: 0 }];
}
