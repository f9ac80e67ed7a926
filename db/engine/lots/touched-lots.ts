/** What else was touched, should a lot have to be recalled: by three rules, of which each names what it went by. */
import {
  type LotSummary,
  type TouchedLot,
  type TouchedLots,
  type TouchRule,
  touchRules,
} from '../../../shared/contract/lots.ts';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import {
  lotCrewsStatement,
  lotOrdersStatement,
  lotPartsStatement,
  lotsOfCrewsStatement,
  lotsOfOrdersStatement,
  lotsOnLinesStatement,
} from '../../dialects/sqlite/lots.ts';
import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import type { DayRange } from '../../planner/plan.ts';
import type { Engine } from '../engine.ts';
import { overFiles } from '../slices/over-files.ts';
import { readLotSummaries, summaryOf, toLotPart } from './lot-parts.ts';

const EVER = { from: null, to: null };

/** What a lot has recorded that the rules go by. */
interface Traits {
  summary: LotSummary;
  range: DayRange;
  orders: string[];
  crews: { operator: string; shift: string }[];
}

interface Question {
  range: DayRange;
  statement: SqlStatement;
}

/** What each rule asks; null where the lot has not recorded what it goes by. */
const questions: Record<TouchRule, (traits: Traits) => Question | null> = {
  line: ({ summary: { lines }, range }) =>
    lines.length === 0 ? null : { range, statement: lotsOnLinesStatement(lines, range) },
  order: ({ orders }) => (orders.length === 0 ? null : { range: EVER, statement: lotsOfOrdersStatement(orders) }),
  crew: ({ crews, range }) => {
    const pairs = crews.map(({ operator, shift }) => [operator, shift] as const);
    return pairs.length === 0 ? null : { range, statement: lotsOfCrewsStatement(pairs, range) };
  },
};

/** The lots that a rule finds beside a lot, at most `limit` of them, and how many each rule finds. Throws NOT_FOUND, CANCELLED. */
export async function readTouchedLots(
  engine: Engine,
  { lot, rule, limit }: { lot: string; rule: TouchRule; limit: number },
  signal?: AbortSignal,
): Promise<TouchedLots> {
  const traits = await readTraits(engine, lot, signal);
  const found = new Map(
    await Promise.all(
      touchRules.map(async (each) => [each, await readFound(engine, questions[each](traits), signal)] as const),
    ),
  );
  const counts = Object.fromEntries(
    touchRules.map((each) => [each, lotsBeside(found.get(each), lot)?.length ?? null]),
  ) as TouchedLots['counts'];
  const touching = found.get(rule) ?? new Map<string | null, number>();
  const numbers = lotsBeside(touching, lot) ?? [];
  const summaries = await readLotSummaries(engine, numbers, signal);
  const lots = summaries
    .map((each): TouchedLot => ({ ...each, touching: touching.get(each.lot) ?? 0 }))
    .sort(byFirstDay);
  const { summary, orders, crews } = traits;
  return {
    rule,
    counts,
    from: summary.firstDate,
    to: summary.lastDate,
    lines: summary.lines,
    orders,
    crews,
    withoutLot: touching.get(null) ?? 0,
    lots: lots.slice(0, limit),
  };
}

function byFirstDay(a: LotSummary, b: LotSummary): number {
  return compareText(a.firstDate, b.firstDate) || compareText(a.lot, b.lot);
}

function lotsBeside(found: ReadonlyMap<string | null, number> | null | undefined, lot: string): string[] | null {
  return found ? [...found.keys()].filter((each) => each !== null && each !== lot).map(String) : null;
}

async function readTraits(engine: Engine, lot: string, signal?: AbortSignal): Promise<Traits> {
  const statements = [lotPartsStatement([lot]), lotOrdersStatement(lot), lotCrewsStatement(lot)];
  const files = await overFiles(engine, EVER, statements, signal);
  const answer = (at: number) => files.flatMap(({ answers }) => answers[at] ?? []);
  const parts = answer(0).map(toLotPart);
  if (parts.length === 0)
    throw new AppError('NOT_FOUND', `There is no record of the lot '${lot}'; it may have been removed by an undo.`);
  const summary = summaryOf(parts);
  const orders = answer(1).flatMap(([order]) => (order == null ? [] : [String(order)]));
  const crews = answer(2).flatMap(([operator, shift]) =>
    operator == null || shift == null ? [] : [JSON.stringify([String(operator), String(shift)])],
  );
  return {
    summary,
    range: { from: dayFromIso(summary.firstDate), to: dayFromIso(summary.lastDate) },
    orders: [...new Set(orders)].sort(compareText),
    crews: [...new Set(crews)].sort(compareText).map((pair) => {
      const [operator = '', shift = '']: string[] = JSON.parse(pair);
      return { operator, shift };
    }),
  };
}

/** Records by lot, null for those without one; null where the rule has nothing to go by. */
async function readFound(
  engine: Engine,
  question: Question | null,
  signal?: AbortSignal,
): Promise<Map<string | null, number> | null> {
  if (question === null) return null;
  const found = new Map<string | null, number>();
  const files = await overFiles(engine, question.range, [question.statement], signal);
  for (const [lot, records] of files.flatMap(({ answers }) => answers[0] ?? [])) {
    const number = lot == null ? null : String(lot);
    found.set(number, (found.get(number) ?? 0) + Number(records));
  }
  return found;
}
