import { expect, test } from 'vitest';
import { driversKind, driversOf } from './measure-drivers.ts';
import { measureNames, measures } from './measures.ts';
import { isPartlyPlanned, planBaselines } from './plan-baseline.ts';

test('a throughput is driven in units an hour, by the sums of its groups', () => {
  // 60 in 60 minutes, then 90; the whole goes from 60 to 75 an hour.
  const still = { throughput: 60, 'sum.totalOfRun': 60, 'sum.runOfTotal': 60 };
  const drivers = driversOf('throughput', [
    { key: 'A', before: still, now: { throughput: 90, 'sum.totalOfRun': 90, 'sum.runOfTotal': 60 } },
    { key: 'B', before: still, now: still },
  ]);
  expect(drivers?.map(({ contribution }) => contribution)).toEqual([15, 0]);
  expect(drivers?.[0]).toMatchObject({ before: 60, now: 90, effects: { rate: 15, mix: 0 } });
});

test('OEE is driven by its factors, and adds up to its change', () => {
  const group = (run: number, good: number) => ({
    oee: null,
    'sum.runOfPlanned': run,
    'sum.plannedMinutesOfRun': 480,
    'sum.idealOfRun': 24_000,
    'sum.runOfIdeal': run,
    'sum.goodOfTotal': good,
    'sum.total': 400,
  });
  const [driver] = driversOf('oee', [{ key: 'A', before: group(480, 400), now: group(420, 380) }]) ?? [];
  // Availability x performance is 400 of 480 minutes before and now.
  const oee = (share: number) => (400 / 480 / 60) * 60 * share;
  expect(driver?.contribution).toBeCloseTo(oee(0.95) - oee(1), 12);
});

test('every sum and fraction of sums can be told by groups; lots, medians and a yield less its rework cannot', () => {
  expect(measureNames.filter((name) => driversKind(name) === null)).toEqual(['firstPassYield', 'medianYield', 'lots']);
  expect(driversOf('lots', [{ key: 'A', before: { lots: 1 }, now: { lots: 2 } }])).toBeNull();
});

test('a sum that is not recorded at one of both times has no drivers, rather than having come from nothing', () => {
  expect(driversOf('good', [{ key: 'A', before: { good: null }, now: { good: 2 } }])).toBeNull();
  expect(driversOf('good', [{ key: 'A', before: undefined, now: { good: 2 } }])).toBeNull();
});

test('the ideal rate is that of the same run time, and no data where a record lacks its ideal cycle', () => {
  // 400 made in 420 minutes at an ideal of 60 seconds each: 60 an hour would be ideal.
  const values = { 'sum.totalOfRun': 400, 'sum.runOfTotal': 420, 'sum.idealOfRun': 24_000, 'sum.runOfIdeal': 420 };
  expect(planBaselines.throughput?.value(values)).toBeCloseTo(60, 12);
  expect(planBaselines.throughput?.value({ ...values, 'sum.runOfIdeal': 400 })).toBeNull();
});

test('good beside a plan of other records is told', () => {
  const values = { planned: 100, planAttainment: 0.9, 'sum.goodOfPlanned': 90, 'sum.plannedOfGood': 100 };
  expect(isPartlyPlanned(90, values)).toBe(false);
  expect(isPartlyPlanned(120, values)).toBe(true);
  expect(isPartlyPlanned(null, {})).toBe(false);
  expect(isPartlyPlanned(5, {})).toBe(true);
});

test('a plan is read from measures that hold its sums', () => {
  for (const { asks } of Object.values(planBaselines)) for (const name of asks) expect(measures[name]).toBeDefined();
});
