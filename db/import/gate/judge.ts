/**
 * The half of the plausibility gate that ends an import or lets it go on. It comes when all rows are in their places within
 * the transaction, so that what it tells is counted exactly and without what the store had already; where a person has yet to
 * decide, the transaction is taken back.
 */
import { daysOfMonthIndex, isoFromDay } from '../../../shared/domain/day.ts';
import {
  type Finding,
  type FindingExample,
  type FindingKind,
  findingDefinitions,
  findingKinds,
  tellingKinds,
  toldByOthers,
} from '../../../shared/import/gate.ts';
import type { WritableDatabase } from '../../engine/sqlite/connection.ts';
import type { Partition } from '../../store/catalog.ts';
import type { Texts } from '../stage/dictionary.ts';
import type { StagedRest } from '../stage/stage-rows.ts';
import { Outcome } from '../stage/staged-tables.ts';
import { BatchRows } from './batch-rows.ts';
import { type LineDay, standingOut } from './daily-totals.ts';
import type { SetAside } from './date-order.ts';
import { decide } from './held.ts';
import { MOST_REPEATS } from './lot-repeats.ts';
import { lotsConfirmed, lotsOfStore, lotsRepeatedInIndex, lotsThatCameBefore } from './lots.ts';
import { type CountedName, nameVariants } from './name-variants.ts';
import type { Noticed } from './row-watch.ts';
import { EXAMPLES, type GateRules } from './rules.ts';
import { rowsOfSummedNames } from './summed-names.ts';

export interface Judged {
  findings: Finding[];
  /** Rows to take out again, in the order of the file. */
  leaveOut: RowLeftOut[];
}

/** A row that was staged, by its id, and why it is left out. */
export interface RowLeftOut {
  id: number;
  line: number;
  reason: string;
}

/** What an import has come to before it is finished. */
export interface ToJudge {
  rules: GateRules;
  /** What reading came to; the rows that were compared are attached as `compared`. */
  rest: StagedRest;
  baseId: number;
  fileName: string;
  /** Schemas of the rows that were staged as new. */
  parts: readonly string[];
  /** What the store had names for before. */
  known: Texts;
  /** Archives that can be read, without those that were taken back into live. */
  archives: readonly Partition[];
}

interface Found {
  count: number;
  examples: FindingExample[];
  ids: readonly number[];
}

const NOTHING: Found = { count: 0, examples: [], ids: [] };
/** The same value every time, made when it is asked for first. */
function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const SAME_SHARE = 0.9;
const ENOUGH_SAME = 20;

/** Finds what is not plausible in the rows that an import is about to add or change, and what was decided about it. */
export function judge(live: WritableDatabase, work: ToJudge): Judged {
  const { noticed, compared } = work.rest;
  if (noticed === null) return { findings: [], leaveOut: [] };
  const hasCompared = compared !== null;
  const rows = new BatchRows(live, { baseId: work.baseId, hasCompared });
  const told = new Set<number>();
  const overPlan = new Set<number>();
  const days = lazily(() =>
    standingOut(live, rows, {
      parts: work.parts,
      archives: work.archives,
      hasCompared,
      told: [...told, ...overPlan],
    }),
  );
  const inLots = lazily(() => repeatedLot(live, rows, work.archives, noticed));
  const finders: Record<FindingKind, () => Found> = {
    ...rowFinders(rows, noticed, told),
    negativeQuantity: () => negative(noticed),
    totalRow: () => totalRow(live, rows, noticed, { parts: work.parts, hasCompared }),
    absurdQuantity: () => absurd(rows, noticed, 'quantity'),
    absurdMinutes: () => absurd(rows, noticed, 'time'),
    lateSentinel: () => lateSentinel(rows, noticed, told),
    lateFraction: () => lateFraction(rows, noticed),
    otherUnit: () => otherUnit(rows, noticed),
    otherOrder: () => otherOrder(rows, noticed),
    wrongLetters: () => wrongLetters(rows, noticed),
    lateBlock: () => lateBlock(rows, noticed),
    wholeWeek: () => (noticed.areWeeks ? shown(rows, 'wholeWeek', rows.where('TRUE')) : NOTHING),
    halfDayClock: () =>
      noticed.isHalfDayClock ? shown(rows, 'halfDayClock', rows.where('b.started_at IS NOT NULL')) : NOTHING,
    farPast: () => farPast(rows, noticed),
    repeatedLot: inLots,
    repeatedRow: () => repeatedRow(rows, noticed, inLots().ids),
    minutesOverDay: () => dayFound(live, rows, days().overfull),
    dailyJump: () => dayFound(live, rows, days().jumps),
    nameVariant: () => variants(live, noticed, work.known),
    sameRows: () => sameRows(live, work),
    missingMonths: () => missingMonths(live, noticed),
  };
  const findings: Finding[] = [];
  const reasons = new Map<number, string>();
  for (const kind of findingKinds) {
    const { count, examples, ids } = finders[kind]();
    if (count === 0) continue;
    if (tellingKinds.includes(kind)) for (const id of ids) told.add(id);
    if (kind === 'goodOverPlan' || kind === 'minutesOverPlan') for (const id of ids) overPlan.add(id);
    const finding = { kind, count, examples, ...decide(kind, work.rules) };
    findings.push(finding);
    const { reason } = findingDefinitions[kind];
    if (finding.decision !== 'leaveOut' || reason === undefined) continue;
    for (const id of ids) if (!reasons.has(id)) reasons.set(id, reason);
  }
  const leaveOut = rows.lines([...reasons.keys()]).map(([id, line]) => ({ id, line, reason: reasons.get(id) ?? '' }));
  return { findings, leaveOut };
}

function rowFinders(rows: BatchRows, { rows: noticed }: Noticed, told: ReadonlySet<number>) {
  const finder = (kind: FindingKind) => () => {
    const ids = rows.among(noticed[kind] ?? []);
    return shown(rows, kind, toldByOthers.includes(kind) ? ids.filter((id) => !told.has(id)) : ids);
  };
  return {
    goodOverPlan: finder('goodOverPlan'),
    defectsOverGood: finder('defectsOverGood'),
    minutesOverPlan: finder('minutesOverPlan'),
    inFuture: finder('inFuture'),
    endBeforeStart: finder('endBeforeStart'),
    longRun: finder('longRun'),
    lateCounter: finder('lateCounter'),
    otherClock: finder('otherClock'),
    repeatedAmount: finder('repeatedAmount'),
    lateReversal: finder('lateReversal'),
  };
}

function shown(rows: BatchRows, kind: FindingKind, ids: readonly number[]): Found {
  if (ids.length === 0) return NOTHING;
  return { count: ids.length, examples: rows.examples(ids.slice(0, EXAMPLES), findingDefinitions[kind].shows), ids };
}

function negative({ negative: { count, examples } }: Noticed): Found {
  const shownExamples = examples.map(({ line, reason }) => ({ line, values: {}, found: reason, beside: null }));
  return { count, examples: shownExamples, ids: [] };
}

/** Rows that add up those before them, or names that add up others. */
function totalRow(
  live: WritableDatabase,
  rows: BatchRows,
  { rows: noticed }: Noticed,
  among: Parameters<typeof rowsOfSummedNames>[2],
): Found {
  const ids = new Set([...rows.among(noticed.totalRow ?? []), ...rowsOfSummedNames(live, rows, among)]);
  return shown(
    rows,
    'totalRow',
    [...ids].sort((a, b) => a - b),
  );
}

function absurd(rows: BatchRows, { absurd: found }: Noticed, what: 'quantity' | 'time'): Found {
  const columns = found.filter(({ column }) => column.endsWith('_quantity') === (what === 'quantity'));
  if (columns.length === 0) return NOTHING;
  const ids = rows.where(columns.map(({ column, from }) => `b.${column} >= ${from}`).join(' OR '));
  const usual = Math.max(...columns.map((column) => column.usual)) / 1_000_000;
  const all = shown(rows, what === 'quantity' ? 'absurdQuantity' : 'absurdMinutes', ids);
  return {
    ...all,
    examples: all.examples.map((example) => ({ ...example, beside: figure(Number(usual.toPrecision(2))) })),
  };
}

function lateSentinel(rows: BatchRows, { late: { sentinels } }: Noticed, told: ReadonlySet<number>): Found {
  if (sentinels.length === 0) return NOTHING;
  const ids = rows.where(sentinels.map(({ column, value }) => `b.${column} = ${value}`).join(' OR '));
  return shown(
    rows,
    'lateSentinel',
    ids.filter((id) => !told.has(id)),
  );
}

function lateFraction(rows: BatchRows, { late: { fractions } }: Noticed): Found {
  if (fractions.length === 0) return NOTHING;
  return shown(rows, 'lateFraction', rows.where(fractions.map((column) => `b.${column} % 1000000 <> 0`).join(' OR ')));
}

function otherUnit(rows: BatchRows, { shifted }: Noticed): Found {
  const ids = shifted.flatMap(({ column, line, unit, from, beyond, areLarger }) =>
    rows.where(
      `b.id >= @from AND COALESCE(b.line_id, 0) = @line AND COALESCE(b.unit_id, 0) = @unit AND b.${column} > 0 AND b.${column} ${areLarger ? '>' : '<'} @beyond`,
      { from, line, unit, beyond },
    ),
  );
  return shown(
    rows,
    'otherUnit',
    [...new Set(ids)].sort((a, b) => a - b),
  );
}

const DAY_OF_MONTH = "CAST(strftime('%d', b.production_date * 86400, 'unixepoch') AS INTEGER)";
const MONTH = "CAST(strftime('%m', b.production_date * 86400, 'unixepoch') AS INTEGER)";
const IS_OPEN_ORDER = `${DAY_OF_MONTH} <= 12 AND ${DAY_OF_MONTH} <> ${MONTH}`;
/** Where fewer than that are set aside beside rows whose order is plain, they are slips. */
const LEAST_OF_OTHER_ORDER = 0.2;

function otherOrder(rows: BatchRows, { otherOrder: { setAside, stretches } }: Noticed): Found {
  const ids = stretches.flatMap(({ from, to }) =>
    rows.where(`b.id >= @from AND b.id <= @to AND ${IS_OPEN_ORDER}`, { from, to }),
  );
  const beside = setAside === null ? [] : besideOthers(rows, setAside);
  return shown(
    rows,
    'otherOrder',
    [...new Set([...ids, ...beside])].sort((a, b) => a - b),
  );
}

/** From the last row before them whose order is plain to the first behind them, rows that could be read either way. */
function besideOthers(rows: BatchRows, { count, first, last }: SetAside): number[] {
  const isPlain = `${DAY_OF_MONTH} > 12`;
  const plain = rows.where(`b.source_line > @first AND b.source_line < @last AND ${isPlain}`, { first, last }).length;
  if (count < LEAST_OF_OTHER_ORDER * plain) return [];
  const before = rows.lines(rows.where(`b.source_line < @first AND ${isPlain}`, { first }).slice(-1))[0]?.[1] ?? 0;
  const behind = rows.lines(rows.where(`b.source_line > @last AND ${isPlain}`, { last }).slice(0, 1))[0]?.[1];
  const isBetween = `b.source_line > @before ${behind === undefined ? '' : 'AND b.source_line < @behind'}`;
  return rows.where(`${isBetween} AND ${IS_OPEN_ORDER}`, { before, ...(behind !== undefined && { behind }) });
}

function wrongLetters(rows: BatchRows, { rows: noticed, meant }: Noticed): Found {
  const ids = rows.among(noticed.wrongLetters ?? []);
  const texts = new Map(meant);
  const { examples, ...found } = shown(rows, 'wrongLetters', ids);
  return { ...found, examples: examples.map((each, at) => ({ ...each, beside: texts.get(ids[at] ?? 0) ?? null })) };
}

/** Rows below the first that says what they are of, as far as they lack it, or have what was said before. */
function lateBlock(rows: BatchRows, { lateBlocks }: Noticed): Found {
  const above = new Map<number, string>();
  for (const { column, line, text, isSaidBefore } of lateBlocks) {
    const lacksIt = isSaidBefore ? '' : `AND COALESCE(b.${column}, 0) = 0`;
    for (const id of rows.where(`b.source_line > @line ${lacksIt}`, { line })) if (!above.has(id)) above.set(id, text);
  }
  const ids = [...above.keys()].sort((a, b) => a - b);
  const { examples, ...found } = shown(rows, 'lateBlock', ids);
  return { ...found, examples: examples.map((each, at) => ({ ...each, beside: above.get(ids[at] ?? 0) ?? null })) };
}

function farPast(rows: BatchRows, { rows: noticed, farDay }: Noticed): Found {
  const early = noticed.farPast ?? [];
  if (farDay === null) return shown(rows, 'farPast', rows.among(early));
  return shown(rows, 'farPast', rows.where('b.production_date <= @farDay', { farDay }));
}

function repeatedLot(
  live: WritableDatabase,
  rows: BatchRows,
  archives: readonly Partition[],
  { lots }: Noticed,
): Found {
  if (lots.are === 'none' || lots.are === 'shared') return NOTHING;
  const inFile = lots.are === 'too many' ? lotsRepeatedInIndex(live, rows.baseId) : lotsConfirmed(live, lots.suspected);
  if (inFile.length > lots.rows * MOST_REPEATS) return NOTHING;
  const ids = [...new Set([...inFile, ...lotsOfStore(live, rows.baseId, archives)])].sort((a, b) => a - b);
  const { count, examples } = shown(rows, 'repeatedLot', ids);
  const before = lotsThatCameBefore(live, rows.baseId, ids.slice(0, EXAMPLES));
  return { count, examples: examples.map((example, at) => ({ ...example, beside: before[at] ?? null })), ids };
}

/** Rows that are there again and that no lot tells. */
function repeatedRow(rows: BatchRows, { repeats }: Noticed, told: readonly number[]): Found {
  const inLots = new Set(told);
  const firsts = new Map(repeats.map(({ id, first }) => [id, first]));
  const ids = rows.among([...firsts.keys()]).filter((id) => !inLots.has(id));
  const { examples, ...found } = shown(rows, 'repeatedRow', ids);
  const lines = new Map(rows.lines(ids.slice(0, EXAMPLES).map((id) => firsts.get(id) ?? id)));
  const beside = (at: number) => String(lines.get(firsts.get(ids[at] ?? 0) ?? 0) ?? '');
  return { ...found, examples: examples.map((each, at) => ({ ...each, beside: beside(at) })) };
}

function dayFound(live: WritableDatabase, rows: BatchRows, days: readonly LineDay[]): Found {
  if (days.length === 0) return NOTHING;
  const examples = days.slice(0, EXAMPLES).map(({ line, day, found, usual }) => {
    const name = live.rows('SELECT name FROM main.lines WHERE id = @line', { line })[0]?.[0];
    return {
      line: null,
      values: { productionDate: isoFromDay(day), ...(name == null ? {} : { line: String(name) }) },
      found: figure(found),
      beside: usual === null ? null : figure(usual),
    };
  });
  const ids = days.flatMap(({ line, unit, day }) =>
    rows.where(
      `COALESCE(b.line_id, 0) = @line AND b.production_date = @day ${unit === null ? '' : 'AND COALESCE(b.unit_id, 0) = @unit'}`,
      { line, day, ...(unit === null ? {} : { unit }) },
    ),
  );
  return { count: days.length, examples, ids };
}

function variants(live: WritableDatabase, noticed: Noticed, known: Texts): Found {
  const knownLines = new Set(known.names.filter(([table]) => table === 'lines').map(([, key]) => key));
  const knownItems = new Set(known.items.map(([key]) => key));
  const counted = (sql: string, rows: Uint32Array, keys: ReadonlySet<number>): CountedName[] =>
    live.rows(sql).map(([key, text]) => ({
      text: String(text),
      rows: rows[Number(key)] ?? 0,
      isKnown: keys.has(Number(key)),
    }));
  const lines = nameVariants(counted('SELECT id, name FROM main.lines', noticed.lineRows, knownLines));
  const items = nameVariants(counted('SELECT id, code FROM main.items', noticed.itemRows, knownItems));
  const example = (field: 'line' | 'itemCode') => (variant: { text: string; like: string }) => ({
    line: null,
    values: { [field]: variant.text },
    found: null,
    beside: variant.like,
  });
  const examples = [...lines.map(example('line')), ...items.map(example('itemCode'))];
  return { count: examples.length, examples: examples.slice(0, EXAMPLES), ids: [] };
}

function sameRows(live: WritableDatabase, { rest, fileName }: ToJudge): Found {
  if (rest.compared === null) return NOTHING;
  const [[counted] = []] = live.rows(`SELECT COUNT(*) FROM compared.staged WHERE outcome = ${Outcome.unchanged}`);
  const unchanged = Number(counted);
  if (unchanged < ENOUGH_SAME || unchanged < rest.rows * SAME_SHARE) return NOTHING;
  const named = live.rows("SELECT 1 FROM main.import_batches WHERE file_name = @fileName AND state = 'imported'", {
    fileName,
  });
  return named.length > 0 ? NOTHING : { count: unchanged, examples: [], ids: [] };
}

function missingMonths(live: WritableDatabase, { missingMonths: months }: Noticed): Found {
  if (months.length === 0) return NOTHING;
  const stored = new Set(live.rows('SELECT DISTINCT month FROM main.partition_months').map(([month]) => Number(month)));
  const missing = months.filter((month) => !stored.has(month));
  const examples = missing.slice(0, EXAMPLES).map((month) => ({
    line: null,
    values: { productionDate: isoFromDay(daysOfMonthIndex(month).first).slice(0, 7) },
    found: null,
    beside: null,
  }));
  return { count: missing.length, examples, ids: [] };
}

function figure(value: number): string {
  return String(Number(value.toPrecision(12)));
}
