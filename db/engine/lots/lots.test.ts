import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { touchRules } from '../../../shared/contract/lots.ts';
import { isoFromDay } from '../../../shared/domain/day.ts';
import { MILLIONTHS } from '../../../shared/domain/quantity.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { createRandom } from '../../sample/random.ts';
import {
  besideByBruteForce,
  inTime,
  type StoredDraft,
  summaryByBruteForce,
  touchedByBruteForce,
} from '../../testing/lot-oracle.ts';
import { answerByBruteForce } from '../../testing/oracle.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { createEngine } from '../../testing/test-engine.ts';
import { insertRecords, unwatched } from '../../testing/test-store.ts';
import { runReport } from '../answers/run-report.ts';
import type { Engine } from '../engine.ts';
import { findLots } from './find-lots.ts';
import { readLotStory } from './lot-story.ts';
import { readSimilarLots } from './similar-lots.ts';
import { readTouchedLots } from './touched-lots.ts';

const random = createRandom(77);
const lotOf = (day: number) =>
  random.chance(0.06)
    ? null
    : random.chance(0.02)
      ? 'L1'
      : `${random.pick(['L', 'l', 'xL', '로트', 'a%', 'x_'])}${day % 40}-${random.below(3)}`;

/** In the order of their days, as the ids then are those of the drafts: archiving keeps them. */
const drafts: StoredDraft[] = randomDrafts(random, {
  records: 1_200,
  from: '2023-10-01',
  to: '2024-03-31',
  duplicates: 0,
  recorded: 0.85,
})
  .map((draft) => ({
    ...draft,
    lotNumber: lotOf(draft.day),
    // A name of its own for each item, as the last one that is read counts for all of its records.
    itemName: draft.itemCode === null ? null : `Item ${draft.itemCode}`,
    orderNumber: random.chance(0.2) ? null : random.pick([`WO-${draft.day % 60}`, '7', 'WO']),
  }))
  .map((draft, at) => ({ ...draft, sourceLine: at + 2, id: at + 1 }));
const lots = [...new Set(drafts.map(({ lotNumber }) => lotNumber))].filter((lot) => lot !== null);
const some = Array.from({ length: 18 }, () => random.pick(lots));

let engine: Engine;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ engine, remove } = await createEngine(async (store) => {
    await insertRecords(store, drafts);
    archiveYear(store, 2023, unwatched);
  }));
});
afterAll(() => remove());

test('a lot adds up to what its records do, and its report says the same', async () => {
  for (const lot of some) {
    const { summary } = await readLotStory(engine, lot);
    expect(summary).toEqual(summaryByBruteForce(drafts, lot));
    const query = parseReportQuery({
      measures: ['records', 'good', 'defects', 'rework', 'planned', 'total', 'yield', 'runMinutes', 'downMinutes'],
      filters: [{ field: 'lot', in: [lot] }],
    });
    const told = [summary.records, summary.good, summary.defects, summary.rework, summary.planned, summary.total];
    expect([[...told, summary.yield, summary.runMinutes, summary.downMinutes]]).toEqual(
      answerByBruteForce(drafts, query).rows,
    );
    expect((await runReport(engine, query)).answer.rows).toEqual(answerByBruteForce(drafts, query).rows);
  }
});

test('its story tells every record in the order of time, from live and archive, with its reasons, orders, crews and files', async () => {
  let files = 0;
  for (const lot of some) {
    const story = await readLotStory(engine, lot);
    const own = inTime(drafts.filter(({ lotNumber }) => lotNumber === lot));
    expect(story.records.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    files = Math.max(files, new Set(story.records.map(({ partition }) => partition)).size);
    for (const [at, { defects, downtimes, productionDate, sourceLine }] of story.records.entries()) {
      const draft = own[at];
      expect(productionDate).toBe(isoFromDay(draft?.day ?? 0));
      expect(sourceLine).toBe(draft?.sourceLine);
      expect(amounts(defects.map(({ reason, quantity }) => [reason, quantity]))).toEqual(amountsOf(draft?.defects));
      expect(amounts(downtimes.map(({ reason, minutes }) => [reason, minutes]))).toEqual(amountsOf(draft?.downtimes));
    }
    expect(story.orders).toEqual(
      counted(own.map(({ orderNumber }) => orderNumber)).map(([order, records]) => ({ order, records })),
    );
    const crews = story.crews.map(({ operator, shift, records }) => [JSON.stringify([operator, shift]), records]);
    expect(crews.sort()).toEqual(counted(own.map(({ operator, shift }) => JSON.stringify([operator, shift]))).sort());
    const lines = own.map(({ sourceLine }) => sourceLine);
    expect(story.sources).toEqual([
      { batchId: 1, file: 'drafts', records: own.length, firstLine: Math.min(...lines), lastLine: Math.max(...lines) },
    ]);
  }
  expect(files).toBe(2);
});

function amounts(pairs: (readonly [string, number])[]): Map<string, number> {
  return new Map(pairs);
}

function amountsOf(reasons: StoredDraft['defects'] = []): Map<string, number> {
  return new Map(reasons.map(({ reason, amount }) => [reason, amount / MILLIONTHS]));
}

function counted(values: readonly (string | null)[]): [string, number][] {
  const known = values.filter((value) => value !== null);
  return [...new Set(known)].sort().map((value) => [value, known.filter((each) => each === value).length]);
}

test('beside it on each of its lines stand the lots that were made next to it there', async () => {
  let found = 0;
  for (const lot of some) {
    const { neighbours, summary } = await readLotStory(engine, lot);
    expect(neighbours.map(({ line }) => line)).toEqual(summary.lines);
    for (const { line, before, after } of neighbours) {
      found += before.length + after.length;
      expect(before.map((each) => each.summary.lot)).toEqual(besideByBruteForce(drafts, lot, line, 'before'));
      expect(after.map((each) => each.summary.lot)).toEqual(besideByBruteForce(drafts, lot, line, 'after'));
      for (const each of [...before, ...after]) {
        expect(each.summary).toEqual(summaryByBruteForce(drafts, each.summary.lot));
      }
    }
  }
  expect(found).toBeGreaterThan(50);
});

describe('any part of its number finds a lot', () => {
  const parts = ['L1', 'l12', '-1', '2-0', '로트3', '로', '%', 'a%', 'x_1', '_', 'zzz', 'L7-1', 'l7-1', '12-', ''];
  test.each(parts)("'%s'", async (part) => {
    const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const expected = lots.filter((lot) => lower(lot).includes(lower(part)));
    const found = await findLots(engine, { part, limit: 1_000 });
    expect(found.lots.map(({ lot }) => lot).sort()).toEqual(expected.sort());
    expect(found).toMatchObject({ more: false, newest: null });
    for (const summary of found.lots.slice(0, 5)) expect(summary).toEqual(summaryByBruteForce(drafts, summary.lot));
  });
});

test('what is cut off is told, and the lot of that very number comes first', async () => {
  const found = await findLots(engine, { part: 'L1', limit: 3 });
  expect(found).toMatchObject({ more: true });
  expect(found.lots).toHaveLength(3);
  expect(found.lots[0]?.lot).toBe('L1');
  const exact = lots.find((lot) => lots.some((other) => other === `x${lot}`)) ?? 'none';
  expect((await findLots(engine, { part: exact, limit: 2 })).lots[0]?.lot).toBe(exact);
});

test.each(touchRules)('by %s every lot that was touched is found, and those records that have none', async (rule) => {
  let most = 0;
  for (const lot of some) {
    const expected = touchedByBruteForce(drafts, lot, rule);
    const found = await readTouchedLots(engine, { lot, rule, limit: 10_000 });
    expect(new Map(found.lots.map((each) => [each.lot, each.touching]))).toEqual(
      new Map([...expected].filter(([each]) => each !== null)),
    );
    expect(found.withoutLot).toBe(expected.get(null) ?? 0);
    if (found.counts[rule] !== null) expect(found.counts[rule]).toBe(found.lots.length);
    for (const { touching: _, ...summary } of found.lots.slice(0, 3)) {
      expect(summary).toEqual(summaryByBruteForce(drafts, summary.lot));
    }
    most = Math.max(most, found.lots.length);
  }
  expect(most).toBeGreaterThan(3);
});

test('lots like it are of the same item and line, near it in time, and the nearer the less their defects differ', async () => {
  let compared = 0;
  for (const lot of some) {
    const similar = await readSimilarLots(engine, { lot, limit: 5 });
    const { own, item, line, from, to } = similar;
    if (own === null || item === null || line === null || from === null || to === null) continue;
    const ofPair = (number: string) =>
      drafts.filter((draft) => draft.lotNumber === number && draft.itemCode === item.code && draft.line === line);
    const isNear = (number: string) =>
      ofPair(number).some(({ day }) => isoFromDay(day) >= from && isoFromDay(day) <= to);
    const sharesOf = (number: string) => {
      const whole = ofPair(number).filter((draft) => draft.goodQuantity !== null && draft.defectQuantity !== null);
      const query = parseReportQuery({ measures: ['defects'], dimensions: ['defectReason'] });
      const total = answerByBruteForce(whole, parseReportQuery({ measures: ['total'] })).rows[0]?.[0];
      if (!total) return null;
      return new Map(
        answerByBruteForce(whole, query).rows.map(([reason, sum]) => [reason, Number(sum) / Number(total)]),
      );
    };
    const mine = sharesOf(lot) ?? new Map();
    const distances = lots
      .filter((number) => number !== lot && isNear(number))
      .flatMap((number) => {
        const shares = sharesOf(number);
        if (shares === null) return [];
        const reasons = [...new Set([...mine.keys(), ...shares.keys()])];
        return [
          reasons.reduce((sum, reason) => sum + Math.abs((mine.get(reason) ?? 0) - (shares.get(reason) ?? 0)), 0),
        ];
      })
      .sort((a, b) => a - b);
    expect(similar.compared).toBe(distances.length);
    expect(similar.lots).toHaveLength(Math.min(5, distances.length));
    similar.lots.forEach(({ distance }, at) => {
      expect(distance).toBeCloseTo(distances[at] ?? Number.NaN, 9);
    });
    compared += similar.compared;
  }
  expect(compared).toBeGreaterThan(20);
});

test('a lot that no record has is told to be none', async () => {
  await expect(readLotStory(engine, 'no such lot')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(readTouchedLots(engine, { lot: 'no such lot', rule: 'line', limit: 1 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await readSimilarLots(engine, { lot: 'no such lot', limit: 5 })).toMatchObject({ own: null, lots: [] });
});
