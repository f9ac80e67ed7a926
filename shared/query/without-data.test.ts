import { expect, test } from 'vitest';
import { type FilterField, filterFields } from './dimensions.ts';
import type { Measure } from './measures.ts';
import { askedMeasures, withoutData } from './without-data.ts';

const fields = (values: Record<string, (string | null)[]>) =>
  Object.fromEntries(filterFields.map((field) => [field, values[field] ?? [null]])) as Record<
    FilterField,
    (string | null)[]
  >;
const valuesOf = (known: Partial<Record<Measure, number>>) => askedMeasures.map((name) => known[name] ?? null);

test('what no record has is without data, and zero is data of what is summed but not of what is counted', () => {
  const { measures } = withoutData(valuesOf({ records: 3, good: 12, defects: 0, qualityRecords: 0 }), fields({}));
  expect(measures.has('good')).toBe(false);
  expect(measures.has('defects')).toBe(false);
  expect(measures.has('qualityRecords')).toBe(true);
  expect(measures.has('oee')).toBe(true);
});

test('medians and numbers of lots are known by what they are made of', () => {
  const without = withoutData(valuesOf({ records: 3 }), fields({}));
  expect([...without.measures]).toEqual(expect.arrayContaining(['medianYield', 'lots']));
  const recorded = withoutData(valuesOf({ records: 3, yield: 0.9 }), fields({ lot: ['L1', null] }));
  expect(recorded.measures.has('medianYield')).toBe(false);
  expect(recorded.measures.has('lots')).toBe(false);
});

test('one value splits nothing, a value beside none recorded does', () => {
  const { splits } = withoutData(valuesOf({}), fields({ line: ['L1', 'L2'], item: ['A'], shift: ['Day', null] }));
  expect([...splits]).toEqual(expect.arrayContaining(['item', 'operator', 'site']));
  expect(splits.has('line')).toBe(false);
  expect(splits.has('shift')).toBe(false);
});

test('a field with one value is recorded, one of nothing is not', () => {
  const { unrecorded } = withoutData(valuesOf({}), fields({ line: ['L1'], item: ['A', null], shift: [null] }));
  expect(unrecorded.has('line')).toBe(false);
  expect(unrecorded.has('item')).toBe(false);
  expect(unrecorded.has('shift')).toBe(true);
});
