import { expect, test } from 'vitest';
import { createRandom } from '../sample/random.ts';
import { type SegmentRow, segmentOfRows } from '../testing/segment-of-rows.ts';
import { median, medianYield } from './median.ts';
import type { ScanRequest } from './scan-request.ts';

function bySorting(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [lower = Number.NaN, upper = Number.NaN] = sorted.slice(middle - 1 + (sorted.length % 2));
  return sorted.length % 2 === 1 ? lower : (lower + upper) / 2;
}

const random = createRandom(31);
const upTo = (length: number) => Array.from({ length }, (_, at) => at);
const shapes: [string, (length: number) => number[]][] = [
  ['random', (length) => upTo(length).map(() => random.next())],
  ['few different', (length) => upTo(length).map(() => random.below(3))],
  ['all equal', (length) => upTo(length).map(() => 0.5)],
  ['sorted', upTo],
  ['sorted down', (length) => upTo(length).reverse()],
  ['up and down again', (length) => upTo(length).map((at) => Math.min(at, length - at))],
  ['down and up again', (length) => upTo(length).map((at) => Math.max(at, length - at))],
  ['sorted but for the last', (length) => [...upTo(length).slice(1), -1]],
  ['two sorted runs, one after the other', (length) => upTo(length).map((at) => at % Math.ceil(length / 2))],
];

test.each(shapes)('values that are %s: the median is what sorting finds', (_, shape) => {
  for (const length of [1, 2, 3, 4, 5, 10, 99, 100, 1_001, 4_096]) {
    const values = shape(length);
    expect(median(Float64Array.from(values)), `of ${length}`).toBe(bySorting(values));
  }
});

/** Counts how often elements are read while the median is found. */
function readsFor(values: number[]): number {
  let reads = 0;
  const counted = new Proxy(Float64Array.from(values), {
    get(target, key) {
      if (typeof key === 'string' && key !== 'length') reads++;
      return Reflect.get(target, key, target);
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
  median(counted);
  return reads;
}

test.each(shapes)('values that are %s: each is looked at a few times, however many there are', (_, shape) => {
  for (const length of [100, 3_000]) {
    const reads = readsFor(shape(length));
    expect(reads).toBeGreaterThan(length);
    expect(reads, `of ${length}`).toBeLessThan(length * 20); // a quadratic way reads a third of their square
  }
});

const days = { first: 100, last: 101 };
const request = (segments: SharedArrayBuffer[], part: Partial<ScanRequest> = {}): ScanRequest => ({
  segments,
  days,
  keys: [{ of: 'line', size: 4 }],
  filters: [],
  sums: [],
  units: null,
  share: null,
  cancel: null,
  ...part,
});

test('yields are those of records where both are recorded and not both are zero, over all segments', () => {
  const row = (line: number, goodQuantity?: number, defectQuantity?: number): SegmentRow => ({
    day: 100,
    keys: { line },
    amounts: {
      ...(goodQuantity === undefined ? {} : { goodQuantity }),
      ...(defectQuantity === undefined ? {} : { defectQuantity }),
    },
  });
  const units = 1_000_000;
  const segments = [
    [row(1, 9 * units, units), row(1, 5, 5), row(2, 0, 0), row(2, 7), row(3, 1, 3)],
    [row(1, 0, 4), row(3, 3, 1), row(3, undefined, 2), row(0, 0, 1)],
    [row(1, 8), row(2, 8)], // a segment in which no defects are recorded
  ].map((rows) => segmentOfRows(rows, days));
  const { codes, medians } = medianYield(request(segments));
  expect(new Map([...codes].map((code, at) => [code, medians[at]]))).toEqual(
    new Map([
      [0, 0],
      [1, 0.5],
      [3, 0.5],
    ]),
  );
  expect(medianYield(request([])).codes).toHaveLength(0);
});

test('shares of the groups, taken together, are all groups once', () => {
  const rows = upTo(9_000).map(
    (at): SegmentRow => ({
      day: at < 5_000 ? 100 : 101,
      keys: { line: random.below(4), item: 1 + random.below(90) },
      amounts: { goodQuantity: random.below(1_000), defectQuantity: random.below(50) },
    }),
  );
  const segments = [segmentOfRows(rows, days)];
  const keys: ScanRequest['keys'] = [
    { of: 'line', size: 4 },
    { of: 'item', size: 91 },
  ];
  const found = (share: ScanRequest['share']) => {
    const { codes, medians } = medianYield(request(segments, { keys, share }));
    return [...codes].map((code, at) => [code, medians[at]]);
  };
  const whole = found(null);
  expect(whole.length).toBeGreaterThan(300);
  for (const parts of [1, 2, 3, 8]) {
    const shares = upTo(parts).flatMap((part) => found({ part, parts }));
    expect(shares.sort(([a = 0], [b = 0]) => a - b)).toEqual(whole);
  }
  for (const [code = 0, of] of whole) {
    const group = rows.filter(({ keys: { line = 0, item = 0 } }) => line * 91 + item === code);
    const yields = group.map(({ amounts: { goodQuantity = 0, defectQuantity = 0 } }) => {
      return goodQuantity / (goodQuantity + defectQuantity);
    });
    expect(of).toBe(bySorting(yields.filter((value) => !Number.isNaN(value))));
  }
});
