/** Lots added up: what each file holds of them, merged, and the ratios last. */
import type { LotSummary } from '../../../shared/contract/lots.ts';
import { isoFromDay } from '../../../shared/domain/day.ts';
import { fromMillionths, MILLIONTHS } from '../../../shared/domain/quantity.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import { type LotSum, lotPartsStatement, lotSums } from '../../dialects/sqlite/lots.ts';
import type { Engine } from '../engine.ts';
import { overFiles } from '../slices/over-files.ts';
import type { Value } from '../sqlite/connection.ts';

/** What one file holds of a lot on one line, of one item in one unit; sums in millionths, absent where none is recorded. */
export interface LotPart {
  lot: string;
  line: string | null;
  item: { code: string; name: string | null } | null;
  unit: string | null;
  records: number;
  firstDay: number;
  lastDay: number;
  sums: Partial<Record<LotSum, bigint>>;
}

/** The parts of some lots in all files. Throws CANCELLED soon after the signal aborts. */
export async function readLotParts(engine: Engine, lots: readonly string[], signal?: AbortSignal): Promise<LotPart[]> {
  if (lots.length === 0) return [];
  const files = await overFiles(engine, { from: null, to: null }, [lotPartsStatement(lots)], signal);
  return files.flatMap(({ answers }) => (answers[0] ?? []).map(toLotPart));
}

/** Some lots added up, in no order; one that no record has is left out. */
export async function readLotSummaries(
  engine: Engine,
  lots: readonly string[],
  signal?: AbortSignal,
): Promise<LotSummary[]> {
  return [...Map.groupBy(await readLotParts(engine, lots, signal), ({ lot }) => lot).values()].map(summaryOf);
}

/** A row of the statement of parts. */
export function toLotPart(row: readonly Value[]): LotPart {
  const text = (at: number) => (row[at] == null ? null : String(row[at]));
  const [lot, code] = [text(0), text(2)];
  const sums: LotPart['sums'] = {};
  lotSums.forEach((name, at) => {
    const sum = row[8 + at];
    if (sum != null) sums[name] = BigInt(sum);
  });
  return {
    lot: lot ?? '',
    line: text(1),
    item: code === null ? null : { code, name: text(3) },
    unit: text(4),
    records: Number(row[5]),
    firstDay: Number(row[6]),
    lastDay: Number(row[7]),
    sums,
  };
}

/** A lot of its parts, of which there is at least one. */
export function summaryOf(parts: readonly LotPart[]): LotSummary {
  const sum = (name: LotSum) => unitsOf(addUp(parts.map(({ sums }) => sums[name])));
  const [good, total] = [sum('goodOfTotal'), sum('total')];
  const items = new Map(parts.flatMap(({ item }) => (item ? [[item.code, item]] : [])));
  return {
    lot: parts[0]?.lot ?? '',
    records: parts.reduce((count, { records }) => count + records, 0),
    firstDate: isoFromDay(Math.min(...parts.map(({ firstDay }) => firstDay))),
    lastDate: isoFromDay(Math.max(...parts.map(({ lastDay }) => lastDay))),
    lines: different(parts.map(({ line }) => line)),
    items: [...items.values()].sort((a, b) => compareText(a.code, b.code)),
    units: different(parts.map(({ unit }) => unit)),
    good: sum('good'),
    defects: sum('defects'),
    rework: sum('rework'),
    planned: sum('planned'),
    total,
    yield: good === null || total === null || total === 0 ? null : good / total,
    runMinutes: sum('runMinutes'),
    downMinutes: sum('downMinutes'),
  };
}

function different(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== null).sort(compareText);
}

/** The sum of what is recorded; undefined where nothing is. */
export function addUp(sums: readonly (bigint | undefined)[]): bigint | undefined {
  return sums.reduce((all, sum) => (sum === undefined ? all : (all ?? 0n) + sum), undefined);
}

/** Millionths in units, as the nearest number; null where nothing is recorded. */
export function unitsOf(millionths: bigint | undefined): number | null {
  if (millionths === undefined) return null;
  const whole = millionths / BigInt(MILLIONTHS);
  return fromMillionths(Number(whole), Number(millionths % BigInt(MILLIONTHS)));
}
