/**
 * Lots by a part of their number, while it is typed.
 * 1. Three letters and more are looked up in the search index, in all files.
 * 2. Fewer are in nearly every number: they are looked for among the newest records alone, which is told. A lot that is called
 *    just that is found wherever it is.
 */
import type { FoundLots, LotSummary } from '../../../shared/contract/lots.ts';
import { daysOfMonthIndex } from '../../../shared/domain/day.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import {
  lotsByNumberStatement,
  lotsByPartStatement,
  MOST_CONFIRMED,
  newestLotsStatement,
  proposalsStatement,
} from '../../dialects/sqlite/lots.ts';
import { isIndexed } from '../../dialects/sqlite/search.ts';
import type { Catalog } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';
import { overFiles } from '../slices/over-files.ts';
import { readLotSummaries } from './lot-parts.ts';

/** Records among which a short text is looked for: some milliseconds, and a few days of a large plant. */
export const NEWEST_RECORDS = 10_000;
const EVER = { from: null, to: null };

/** At most `limit` lots whose number contains a text, in letters of either size. Throws CANCELLED soon after the signal aborts. */
export async function findLots(
  engine: Engine,
  { part, limit }: { part: string; limit: number },
  signal?: AbortSignal,
): Promise<FoundLots> {
  const { numbers, more, newest } = isIndexed(part)
    ? await findInIndex(engine, part, limit, signal)
    : await findAmongNewest(engine, part, limit, signal);
  const lots = (await readLotSummaries(engine, numbers, signal)).sort(byLikelihood(part));
  return { lots: lots.slice(0, limit), more: more || lots.length > limit, newest };
}

interface Numbers {
  numbers: string[];
  more: boolean;
  newest: number | null;
}

async function findInIndex(engine: Engine, part: string, limit: number, signal?: AbortSignal): Promise<Numbers> {
  const statements = [lotsByPartStatement(part, limit + 1), proposalsStatement(part), lotsByNumberStatement([part])];
  const files = await overFiles(engine, EVER, statements, signal);
  const found = files.flatMap(({ answers: [byPart, proposals, exact] }) => ({
    lots: [...(exact ?? []), ...(byPart ?? [])].map(([lot]) => String(lot)),
    // Where fewer lots were found than asked for, some may stand behind the last proposal that was confirmed.
    more: (byPart?.length ?? 0) > limit || Number(proposals?.[0]?.[0]) > MOST_CONFIRMED,
  }));
  return {
    numbers: [...new Set(found.flatMap(({ lots }) => lots))],
    more: found.some(({ more }) => more),
    newest: null,
  };
}

async function findAmongNewest(engine: Engine, part: string, limit: number, signal?: AbortSignal): Promise<Numbers> {
  const newest = newestMonths(await engine.catalog());
  if (newest === null) return { numbers: [], more: false, newest: 0 };
  const range = { from: newest.from, to: null };
  const [among, exact] = await Promise.all([
    overFiles(engine, range, [newestLotsStatement(part, newest.from, NEWEST_RECORDS, limit + 1)], signal),
    part === '' ? [] : overFiles(engine, EVER, [lotsByNumberStatement([part])], signal),
  ]);
  const lots = [...exact, ...among].flatMap(({ answers }) => (answers[0] ?? []).map(([lot]) => String(lot)));
  return { numbers: [...new Set(lots)], more: false, newest: newest.isAll ? null : NEWEST_RECORDS };
}

/** From which day on there are as many records as are looked at, and whether these are all there are; null of an empty store. */
function newestMonths({ partitions }: Catalog): { from: number; isAll: boolean } | null {
  const months = partitions.flatMap((partition) => partition.months).sort((a, b) => b.month - a.month);
  const [newest] = months;
  if (!newest) return null;
  let records = 0;
  let { month } = newest;
  for (const each of months) {
    if (records >= NEWEST_RECORDS && each.month !== month) break;
    records += each.records;
    month = each.month;
  }
  const isAll = months.reduce((sum, each) => sum + each.records, 0) <= NEWEST_RECORDS;
  return { from: daysOfMonthIndex(month).first, isAll };
}

/** One of that very number first, then those that begin with it; of each those made last first, of one day those of the highest number. */
function byLikelihood(part: string): (a: LotSummary, b: LotSummary) => number {
  const sought = part.toLowerCase();
  const rank = ({ lot }: LotSummary) => {
    if (lot === part) return 0;
    const number = lot.toLowerCase();
    return number === sought ? 1 : number.startsWith(sought) ? 2 : 3;
  };
  return (a, b) => rank(a) - rank(b) || compareText(b.lastDate, a.lastDate) || compareText(b.lot, a.lot);
}
