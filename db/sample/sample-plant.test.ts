import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { dayFromIso } from '../../shared/domain/day.ts';
import type { ReasonAmount, RecordDraft } from '../import/rows/record-draft.ts';
import { isShutdown, weekdayOfDay } from './calendar.ts';
import { itemsOfLine, lines, newItemCode, wornLine } from './plant-lines.ts';
import { crews } from './plant-people.ts';
import { type SamplePlantOptions, samplePlant } from './sample-plant.ts';

const threeYears = { records: 20_000, from: '2022-01-01', to: '2024-12-31', seed: 7 };

function draftsOf(options: Partial<SamplePlantOptions> = {}): RecordDraft[] {
  return [...samplePlant({ ...threeYears, ...options })].flat();
}

function hashOf(drafts: RecordDraft[]): string {
  return createHash('sha256').update(JSON.stringify(drafts)).digest('hex');
}

function sum(amounts: readonly ReasonAmount[]): number {
  return amounts.reduce((total, { amount }) => total + amount, 0);
}

function mean(values: number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

const drafts = draftsOf();

test('the same arguments give the same records, today and in the next release', () => {
  expect(hashOf(draftsOf())).toBe(hashOf(drafts));
  expect(hashOf(draftsOf({ records: 500 }))).toBe('110285cdbe2e856bcabc8ee95fc5c32ac3b9b624c6a1cb4c0ac410da7c12bff6');
});

test('another seed gives another history', () => {
  expect(hashOf(draftsOf({ seed: 8 }))).not.toBe(hashOf(drafts));
  expect(hashOf(draftsOf({ seed: 7 + 2 ** 32 }))).not.toBe(hashOf(drafts));
});

test('there are exactly as many records as asked for, in batches of at most 5,000', () => {
  for (const records of [0, 1, 4_999, 5_000, 5_001, 12_345]) {
    const batches = [...samplePlant({ ...threeYears, records })];
    expect(batches.map((batch) => batch.length).filter((length) => length > 5_000 || length === 0)).toEqual([]);
    expect(batches.flat().map((draft) => draft.sourceLine)).toEqual(Array.from({ length: records }, (_, i) => i + 1));
  }
});

test('every record falls into the range, in order of production day', () => {
  const days = drafts.map((draft) => draft.day);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
  expect(days[0]).toBeGreaterThanOrEqual(dayFromIso('2022-01-01') ?? Number.NaN);
  expect(days.at(-1)).toBeLessThanOrEqual(dayFromIso('2024-12-31') ?? Number.NaN);
  expect(new Set(days).size).toBeGreaterThan(1_000);
});

test('a plant of the years before 1970 is staffed as well', () => {
  const old = draftsOf({ records: 500, from: '1955-01-01', to: '1956-12-31' });
  expect(old.filter((draft) => draft.operator !== null).length).toBeGreaterThan(450);
});

test('a range of one day, even a day of shutdown, holds all the records', () => {
  for (const date of ['2024-03-05', '2024-12-25']) {
    const oneDay = draftsOf({ records: 1_000, from: date, to: date });
    expect(oneDay).toHaveLength(1_000);
    expect(new Set(oneDay.map((draft) => draft.day))).toEqual(new Set([dayFromIso(date)]));
  }
});

test.each([
  ['thin', drafts],
  ['dense', draftsOf({ records: 20_000, from: '2024-05-01', to: '2024-05-07' })],
  ['too dense to be true', draftsOf({ records: 20_000, from: '2024-12-25', to: '2024-12-25' })],
])('no record contradicts itself in a history that is %s', (_, history) => {
  const broken = history.filter((draft) => {
    const { plannedMinutes, runMinutes, downMinutes, plannedQuantity, goodQuantity, defectQuantity, reworkQuantity } =
      draft;
    const numbers = [plannedMinutes, runMinutes, downMinutes, plannedQuantity, goodQuantity, defectQuantity];
    if (!numbers.every((value) => Number.isSafeInteger(value) && Number(value) >= 0)) return true;
    return (
      Number(runMinutes) + Number(downMinutes) > Number(plannedMinutes) ||
      sum(draft.defects) > Number(defectQuantity) ||
      sum(draft.downtimes) > Number(downMinutes) ||
      [...draft.defects, ...draft.downtimes].some(({ amount }) => amount <= 0 || !Number.isSafeInteger(amount)) ||
      Number(goodQuantity) > Number(plannedQuantity) * 1.1 ||
      Number(reworkQuantity) > Number(goodQuantity) ||
      Number(draft.startedAt) >= Number(draft.endedAt)
    );
  });
  expect(broken).toEqual([]);
});

test('pieces are whole, and kilograms and litres have decimals', () => {
  const isWhole = (draft: RecordDraft) => Number(draft.goodQuantity) % 1_000_000 === 0;
  expect(drafts.filter((draft) => draft.unit === 'pieces').every(isWhole)).toBe(true);
  for (const unit of ['kg', 'l']) {
    expect(drafts.some((draft) => draft.unit === unit && !isWhole(draft))).toBe(true);
  }
});

test('weekends are thinner than weekdays, and shutdowns thinner still', () => {
  const perDay = (keep: (day: number) => boolean) => {
    const days = drafts.map((draft) => draft.day).filter(keep);
    return days.length / new Set(days).size;
  };
  const weekday = perDay((day) => !isShutdown(day) && weekdayOfDay(day) < 5);
  const saturday = perDay((day) => !isShutdown(day) && weekdayOfDay(day) === 5);
  const sunday = perDay((day) => !isShutdown(day) && weekdayOfDay(day) === 6);
  expect(saturday).toBeLessThan(weekday * 0.6);
  expect(sunday).toBeLessThan(saturday * 0.6);
  expect(perDay(isShutdown)).toBeLessThan(sunday);
});

test('the plant has two sites, twelve lines, three shifts, 48 operators and 120 items, A-100 among them', () => {
  const different = (value: (draft: RecordDraft) => string | null) =>
    new Set(drafts.map(value).filter((v) => v !== null)).size;
  expect(different((draft) => draft.site)).toBe(2);
  expect(different((draft) => draft.line)).toBe(12);
  expect(different((draft) => draft.shift)).toBe(3);
  expect(different((draft) => draft.operator)).toBe(48);
  expect(different((draft) => draft.itemCode)).toBe(120);
  expect(draftsOf({ records: 500 }).some((draft) => draft.itemCode === 'A-100')).toBe(true);
});

test('names and codes in the tables are different from each other', () => {
  const codes = lines.flatMap((line) => itemsOfLine(line).map((item) => item.code));
  expect(new Set(codes).size).toBe(120);
  expect(codes).toContain(newItemCode);
  expect(lines.map((line) => line.name)).toContain(wornLine);
  const people = Object.values(crews).flat(2);
  expect(new Set(people).size).toBe(people.length);
});

test('a lot holds a few records of one item on one line', () => {
  const lots = Map.groupBy(drafts, (draft) => draft.lotNumber);
  expect([...lots.keys()].every((lot) => /^L\d{5}-\d{4}$/.test(String(lot)))).toBe(true);
  for (const records of lots.values()) {
    expect(new Set(records.map((draft) => `${draft.line}/${draft.itemCode}/${draft.orderNumber}`)).size).toBe(1);
  }
  expect(Math.max(...[...lots.values()].map((records) => records.length))).toBeGreaterThan(2);
});

test('a line makes at most a few items in a shift, however many records there are', () => {
  const dense = draftsOf({ records: 5_000, from: '2024-05-06', to: '2024-05-07' });
  const shifts = Map.groupBy(dense, (draft) => `${draft.day}/${draft.line}/${draft.shift}`);
  for (const records of shifts.values()) {
    expect(new Set(records.map((draft) => draft.itemCode)).size).toBeLessThanOrEqual(3);
  }
});

test('OEE of every line lies between 55 and 85 percent', () => {
  for (const records of Map.groupBy(drafts, (draft) => draft.line).values()) {
    const planned = sum(records.map(({ plannedMinutes }) => ({ reason: '', amount: Number(plannedMinutes) })));
    const ideal = sum(
      records.map((draft) => ({
        reason: '',
        amount: (Number(draft.idealCycleSeconds) / 60_000_000) * Number(draft.goodQuantity),
      })),
    );
    // Availability x performance x quality comes to the ideal time of the good units over the planned time.
    expect(ideal / planned).toBeGreaterThan(0.55);
    expect(ideal / planned).toBeLessThan(0.85);
  }
});

test('defects have a few reasons that matter and many that do not, and some are left unexplained', () => {
  const named = drafts.filter((draft) => draft.unit === 'pieces').flatMap((draft) => draft.defects);
  const byReason = [...Map.groupBy(named, ({ reason }) => reason).values()]
    .map((list) => list.length)
    .sort((a, b) => b - a);
  expect(byReason).toHaveLength(8);
  expect(mean(byReason.slice(0, 3))).toBeGreaterThan(mean(byReason.slice(5)) * 4);
  const unexplained = drafts.filter((draft) => sum(draft.defects) < Number(draft.defectQuantity));
  expect(unexplained.length).toBeGreaterThan(drafts.length * 0.02);
  expect(unexplained.length).toBeLessThan(drafts.length * 0.15);
});

test('the worn line scraps more until it is repaired', () => {
  const scrap = (from: number, to: number) =>
    mean(
      drafts
        .slice(drafts.length * from, drafts.length * to)
        .filter((draft) => draft.line === wornLine && Number(draft.goodQuantity) > 0)
        .map((draft) => Number(draft.defectQuantity) / (Number(draft.goodQuantity) + Number(draft.defectQuantity))),
    );
  expect(scrap(0.55, 0.65)).toBeGreaterThan(scrap(0.2, 0.35) * 1.5);
  expect(scrap(0.7, 0.8)).toBeLessThan(scrap(0.55, 0.65) * 0.6);
});

test('the new item is not made before it is introduced, and is made faster and better as it is learned', () => {
  const made = drafts.filter((draft) => draft.itemCode === newItemCode && Number(draft.runMinutes) > 0);
  const perMinute = made.map((draft) => Number(draft.goodQuantity) / Number(draft.runMinutes));
  const scrap = made.map((draft) => Number(draft.defectQuantity) / Number(draft.plannedQuantity));
  expect(made[0]?.sourceLine).toBeGreaterThan(drafts.length * 0.49);
  expect(mean(perMinute.slice(0, 6))).toBeLessThan(mean(perMinute.slice(-30)) * 0.88);
  expect(mean(scrap.slice(0, 6))).toBeGreaterThan(mean(scrap.slice(-30)) * 1.4);
});

test.each([
  [{ from: '2025-02-30' }, "'2025-02-30' is not a date of the calendar; write it as YYYY-MM-DD."],
  [{ from: '2025-01-01' }, 'The range begins (2025-01-01) after it ends (2024-12-31).'],
  [{ records: 1.5 }, 'The number of records must be a whole number from 0 up, not 1.5.'],
  [{ seed: Number.NaN }, 'The seed must be a whole number, not NaN.'],
])('%o is refused in words', (options, message) => {
  expect(() => draftsOf(options)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT', message }));
});
