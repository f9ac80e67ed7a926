/** All that is known of one lot, over all files. */
import { type LotNeighbour, type LotStory, MOST_LOT_RECORDS } from '../../../shared/contract/lots.ts';
import { dayFromIso, isoFromDay } from '../../../shared/domain/day.ts';
import { fromMillionths } from '../../../shared/domain/quantity.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { ProductionRecord, RecordDetail } from '../../../shared/query/records-query.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import {
  beyondOnLineStatement,
  lotCrewsStatement,
  lotOrdersStatement,
  lotPartsStatement,
  lotReasonsStatement,
  lotRecordsStatement,
  lotSourcesStatement,
  type PlaceInTime,
  workedDaysStatement,
} from '../../dialects/sqlite/lots.ts';
import type { Engine } from '../engine.ts';
import { readChanges } from '../pages/changes.ts';
import { toRecord } from '../pages/found-rows.ts';
import { overFiles } from '../slices/over-files.ts';
import type { Value } from '../sqlite/connection.ts';
import { readLotSummaries, summaryOf, toLotPart } from './lot-parts.ts';

const EVER = { from: null, to: null };
/** Lots that are told before a lot on its line, and after it. */
const NEIGHBOURS = 2;
/** Days of work on a line among which neighbours are looked for; most are found on the first of them. */
const DAYS_LOOKED_AT = 60;
const DAYS_AT_FIRST = 2;

/** The story of a lot. Throws NOT_FOUND for one that no record has, CANCELLED soon after the signal aborts. */
export async function readLotStory(engine: Engine, lot: string, signal?: AbortSignal): Promise<LotStory> {
  const files = await overFiles(
    engine,
    EVER,
    [
      lotPartsStatement([lot]),
      lotRecordsStatement(lot, MOST_LOT_RECORDS),
      lotReasonsStatement(lot, 'defect'),
      lotReasonsStatement(lot, 'downtime'),
      lotOrdersStatement(lot),
      lotCrewsStatement(lot),
      lotSourcesStatement(lot),
    ],
    signal,
  );
  const answer = (at: number) => files.flatMap(({ answers }) => answers[at] ?? []);
  const parts = answer(0).map(toLotPart);
  if (parts.length === 0) {
    throw new AppError('NOT_FOUND', `There is no record of the lot '${lot}'; it may have been removed by an undo.`);
  }
  const defects = reasonsByRecord(answer(2));
  const downtimes = reasonsByRecord(answer(3));
  const all = files
    .flatMap(({ partition, answers }) => (answers[1] ?? []).map((row) => toRecord(row, partition)))
    .sort(inTime);
  const records = all.slice(0, MOST_LOT_RECORDS).map(
    (record): RecordDetail => ({
      ...record,
      defects: (defects.get(record.id) ?? []).map(({ reason, amount }) => ({ reason, quantity: amount })),
      downtimes: (downtimes.get(record.id) ?? []).map(({ reason, amount }) => ({ reason, minutes: amount })),
    }),
  );
  const summary = summaryOf(parts);
  const [changes, neighbours] = await Promise.all([
    readChanges(
      engine,
      records.map(({ id }) => id),
    ),
    readNeighbours(engine, lot, { lines: summary.lines, records: all }, signal),
  ]);
  return {
    summary,
    records,
    orders: countsOf(answer(4), ([order]) => order)
      .flatMap(([order, count]) => (order === null ? [] : [{ order: String(order), records: count }]))
      .sort((a, b) => compareText(a.order, b.order)),
    crews: countsOf(answer(5), ([operator, shift]) => JSON.stringify([operator, shift]))
      .map(([key, count]) => {
        const [operator, shift]: (string | null)[] = JSON.parse(String(key));
        return { operator: operator ?? null, shift: shift ?? null, records: count };
      })
      .sort((a, b) => b.records - a.records || compareText(a.operator, b.operator) || compareText(a.shift, b.shift)),
    sources: sourcesOf(answer(6)),
    changes: changes.sort((a, b) => compareText(b.at, a.at) || a.recordId - b.recordId),
    neighbours,
  };
}

/** By day, by start where one is recorded, then by id: the order of the statements. */
function inTime(a: ProductionRecord, b: ProductionRecord): number {
  return compareText(a.productionDate, b.productionDate) || compareText(a.startedAt, b.startedAt) || a.id - b.id;
}

function reasonsByRecord(rows: readonly Value[][]): Map<number, { reason: string; amount: number }[]> {
  const byRecord = new Map<number, { reason: string; amount: number }[]>();
  for (const [id, reason, millionths] of rows) {
    const entry = { reason: String(reason), amount: fromMillionths(0, Number(millionths)) };
    byRecord.set(Number(id), [...(byRecord.get(Number(id)) ?? []), entry]);
  }
  return byRecord;
}

/** Counts of several files, which stand at the end of each row, by a key of the row. */
function countsOf(rows: readonly Value[][], keyOf: (row: Value[]) => Value | undefined): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const row of rows) {
    const key = keyOf(row) ?? null;
    counts.set(key, (counts.get(key) ?? 0) + Number(row.at(-1)));
  }
  return [...counts];
}

function sourcesOf(rows: readonly Value[][]): LotStory['sources'] {
  const least = (a: Value | undefined, b: Value | undefined) => lineOf(a, b, Math.min);
  const most = (a: Value | undefined, b: Value | undefined) => lineOf(a, b, Math.max);
  const byBatch = new Map<number, LotStory['sources'][number]>();
  for (const [batch, file, count, first, last] of rows) {
    const before = byBatch.get(Number(batch));
    byBatch.set(Number(batch), {
      batchId: Number(batch),
      file: file == null ? null : String(file),
      records: (before?.records ?? 0) + Number(count),
      firstLine: least(before?.firstLine, first),
      lastLine: most(before?.lastLine, last),
    });
  }
  return [...byBatch.values()].sort((a, b) => a.batchId - b.batchId);
}

function lineOf(a: Value | undefined, b: Value | undefined, choose: typeof Math.min): number | null {
  const known = [a, b].filter((line) => line != null).map(Number);
  return known.length === 0 ? null : choose(...known);
}

/** On each line the lots before the first record of a lot there, and after its last. */
async function readNeighbours(
  engine: Engine,
  lot: string,
  { lines, records }: { lines: readonly string[]; records: readonly ProductionRecord[] },
  signal?: AbortSignal,
): Promise<LotStory['neighbours']> {
  return Promise.all(
    lines.map(async (line) => {
      const ofLine = records.filter((record) => record.line === line);
      const [first, last] = [ofLine[0], ofLine.at(-1)];
      const beside = async (record: ProductionRecord | undefined, toward: 'before' | 'after') =>
        record ? nearestLots(engine, { lot, line, place: placeOf(record) }, toward, signal) : [];
      const [before, after] = await Promise.all([beside(first, 'before'), beside(last, 'after')]);
      return { line, before, after };
    }),
  );
}

function placeOf({ id, productionDate, startedAt }: ProductionRecord): PlaceInTime {
  const day = dayFromIso(productionDate) ?? 0;
  return { id, day, startedAt: startedAt === null ? null : Date.parse(startedAt) / 1_000 };
}

async function nearestLots(
  engine: Engine,
  of: { lot: string; line: string; place: PlaceInTime },
  toward: 'before' | 'after',
  signal?: AbortSignal,
): Promise<LotNeighbour[]> {
  const worked = await workedDays(engine, of, toward, signal);
  const nearest = new Map<string, PlaceInTime>();
  for (const days of [worked.slice(0, DAYS_AT_FIRST), worked.slice(DAYS_AT_FIRST)]) {
    if (nearest.size === NEIGHBOURS || days.length === 0) break;
    const range = { from: Math.min(...days), to: Math.max(...days) };
    const files = await overFiles(engine, range, [beyondOnLineStatement({ ...of, days }, toward)], signal);
    const rows = files
      .flatMap(({ answers }) => answers[0] ?? [])
      .map(([lot, ...place]) => ({ lot: String(lot), place: toPlace(place) }))
      .sort((a, b) => (toward === 'before' ? -1 : 1) * byPlace(a.place, b.place));
    for (const { lot, place } of rows) {
      if (nearest.size < NEIGHBOURS && !nearest.has(lot)) nearest.set(lot, place);
    }
  }
  const summaries = await readLotSummaries(engine, [...nearest.keys()], signal);
  return [...nearest].flatMap(([lot, place]) => {
    const summary = summaries.find((each) => each.lot === lot);
    if (!summary) return [];
    const startedAt = place.startedAt === null ? null : new Date(place.startedAt * 1_000).toISOString();
    return [{ summary, date: isoFromDay(place.day), startedAt }];
  });
}

/** The nearest days on which a line worked, over all files. */
async function workedDays(
  engine: Engine,
  { line, place: { day } }: { line: string; place: PlaceInTime },
  toward: 'before' | 'after',
  signal?: AbortSignal,
): Promise<number[]> {
  const range = toward === 'before' ? { from: null, to: day } : { from: day, to: null };
  const statement = workedDaysStatement({ line, day, days: DAYS_LOOKED_AT }, toward);
  const files = await overFiles(engine, range, [statement], signal);
  const days = new Set(files.flatMap(({ answers }) => (answers[0] ?? []).map(([each]) => Number(each))));
  return [...days].sort((a, b) => Math.abs(a - day) - Math.abs(b - day)).slice(0, DAYS_LOOKED_AT);
}

function toPlace([day, startedAt, id]: readonly Value[]): PlaceInTime {
  return { day: Number(day), startedAt: startedAt == null ? null : Number(startedAt), id: Number(id) };
}

function byPlace(a: PlaceInTime, b: PlaceInTime): number {
  const start = (place: PlaceInTime) => place.startedAt ?? Number.MAX_SAFE_INTEGER;
  return a.day - b.day || start(a) - start(b) || a.id - b.id;
}
