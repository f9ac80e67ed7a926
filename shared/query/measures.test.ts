import { expect, test } from 'vitest';
import { dimensions } from './dimensions.ts';
import { type Measure, measureNames, measures, measuresByReason, type SumValues, sums } from './measures.ts';

/** 480 planned minutes, 420 run, one minute of ideal cycle, 400 made, 380 of them good. */
const golden: SumValues = {
  good: 380,
  defects: 20,
  total: 400,
  goodOfTotal: 380,
  defectsOfTotal: 20,
  planned: 450,
  goodOfPlanned: 380,
  plannedOfGood: 450,
  runMinutes: 420,
  runOfPlanned: 420,
  plannedMinutesOfRun: 480,
  totalOfRun: 400,
  runOfTotal: 420,
  idealOfRun: 24_000,
  runOfIdeal: 420,
};

const percent = (measure: Measure, values = golden) =>
  Number(((measures[measure].value(values) ?? Number.NaN) * 100).toFixed(2));

test('the golden case of OEE comes out: A 87.5 %, P 95.24 %, Q 95 %, OEE 79.17 %', () => {
  expect(percent('availability')).toBe(87.5);
  expect(percent('performance')).toBe(95.24);
  expect(percent('quality')).toBe(95);
  expect(percent('oee')).toBe(79.17);
});

test('yield and scrap rate are shares of the total, plan attainment of the plan, throughput is per hour', () => {
  expect(percent('yield')).toBe(95);
  expect(percent('scrapRate')).toBe(5);
  expect(percent('planAttainment')).toBe(84.44);
  expect(measures.throughput.value(golden)).toBeCloseTo(57.142857, 6);
});

test('performance above 100 % is shown as it is', () => {
  expect(percent('performance', { ...golden, idealOfRun: 30_000 })).toBe(119.05);
});

test('a measure is no data as soon as one of its inputs is missing, and never 0', () => {
  for (const name of measureNames) {
    for (const missing of measures[name].sums) {
      expect(
        measures[name].value({ ...golden, rework: 1, downMinutes: 1, [missing]: null }),
        `${name} without ${missing}`,
      ).toBeNull();
    }
    expect(measures[name].value({}), name).toBeNull();
  }
});

test('what passed at the first try is what is good less what had to be worked again', () => {
  expect(measures.firstPassYield.value({ goodOfRework: 380, reworkOfTotal: 30, totalOfRework: 400 })).toBe(0.875);
  // FeverCorps, First time yield and rolled throughput yield, step 1: of 100 units 10 are scrapped and 5 reworked, 0.85.
  expect(measures.firstPassYield.value({ goodOfRework: 90, reworkOfTotal: 5, totalOfRework: 100 })).toBe(0.85);
});

test('a ratio over nothing is no data', () => {
  expect(measures.yield.value({ goodOfTotal: 0, total: 0 })).toBeNull();
  expect(measures.throughput.value({ totalOfRun: 10, runOfTotal: 0 })).toBeNull();
  expect(measures.oee.value({ ...golden, plannedMinutesOfRun: 0 })).toBeNull();
});

test('what is recorded as 0 is 0', () => {
  expect(measures.good.value({ good: 0 })).toBe(0);
  expect(measures.scrapRate.value({ defectsOfTotal: 0, total: 10 })).toBe(0);
});

test('both sides of a ratio are summed over the same records: those where both are recorded', () => {
  for (const name of measureNames.filter(
    (measure) => ['ratio', 'rate'].includes(measures[measure].kind) && measure !== 'oee',
  )) {
    const fields = measures[name].sums.map((sum) => {
      const definition = sums[sum];
      return [...new Set([...definition.add, ...('where' in definition ? definition.where : [])])].toSorted();
    });
    // The ideal time is there only where the total is, so it stands for both.
    expect(fields[0], name).toEqual(fields[1]);
  }
});

test('sums are defined once: no two of them add the same over the same records', () => {
  const definitions = Object.values(sums).map((definition) => JSON.stringify(definition));
  expect(new Set(definitions).size).toBe(definitions.length);
});

test('every sum is used by a measure, and every measure says how it is made', () => {
  const used = new Set(measureNames.flatMap((name) => [...measures[name].sums]));
  expect([...used].toSorted()).toEqual(Object.keys(sums).toSorted());
  expect(measureNames.filter((name) => measures[name].formula.length === 0)).toEqual([]);
});

test('every reason a query can group by has the measures recorded by it', () => {
  const reasons = Object.entries(dimensions).flatMap(([name, { kind }]) => (kind === 'reason' ? [name] : []));
  expect(Object.keys(measuresByReason).toSorted()).toEqual(reasons.toSorted());
});
