import { expect, test } from 'vitest';
import { createRandom } from '../sample/random.ts';
import { type SegmentRow, segmentOfRows } from '../testing/segment-of-rows.ts';
import { gatherMiddles, type MedianResult, median, mediansOf } from './median.ts';
import type { ScanRequest } from './scan-request.ts';
import { addUpAndListYields, type YieldList } from './yields.ts';

/** The medians of all lists, each share of the groups found by a thread of its own. */
function mediansIn(lists: readonly YieldList[], threads = 1): MedianResult[] {
  const gathered = lists.map((list) => gatherMiddles(list, lists));
  return Array.from({ length: threads }, (_, part) => mediansOf(gathered, { part, parts: threads }));
}

function listYields(scanned: ScanRequest): YieldList {
  const found = addUpAndListYields(scanned);
  if (!found) throw new Error('Nothing is added up here that could grow too large.');
  return found.list;
}

const found = (segments: SharedArrayBuffer[], keys?: ScanRequest['keys']) =>
  mediansIn([listYields(request(segments, keys ? { keys } : {}))])[0] ?? { codes: [], medians: [] };

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
  ranges: [],
  sums: [],
  units: null,
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
  const { codes, medians } = found(segments);
  expect(new Map([...codes].map((code, at) => [code, medians[at]]))).toEqual(
    new Map([
      [0, 0],
      [1, 0.5],
      [3, 0.5],
    ]),
  );
  expect(found([]).codes).toHaveLength(0);
});

const rows = upTo(9_000).map(
  (at): SegmentRow => ({
    day: at < 5_000 ? 100 : 101,
    keys: { line: random.below(4), item: 1 + random.below(90) },
    amounts: { goodQuantity: random.below(1_000), defectQuantity: random.below(50) },
  }),
);

test.each<[string, ScanRequest['keys'], (row: SegmentRow) => number]>([
  ['one group', [], () => 0],
  ['a few groups', [{ of: 'line', size: 4 }], ({ keys: { line = 0 } = {} }) => line],
  [
    'hundreds of groups',
    [
      { of: 'line', size: 4 },
      { of: 'item', size: 91 },
    ],
    ({ keys: { line = 0, item = 0 } = {} }) => line * 91 + item,
  ],
  [
    'more possible groups than have a place of their own',
    [
      { of: 'item', size: 91 },
      { of: 'line', size: 1_000_000 },
    ],
    ({ keys: { line = 0, item = 0 } = {} }) => item * 1_000_000 + line,
  ],
])('%s: medians are those of all values sorted, however records and groups are shared out', (_, keys, codeOf) => {
  const yieldsOf = new Map<number, number[]>();
  for (const row of rows) {
    const { goodQuantity = 0, defectQuantity = 0 } = row.amounts ?? {};
    const value = goodQuantity / (goodQuantity + defectQuantity);
    if (!Number.isNaN(value)) yieldsOf.set(codeOf(row), [...(yieldsOf.get(codeOf(row)) ?? []), value]);
  }
  const expected = new Map([...yieldsOf].map(([code, values]) => [code, bySorting(values)]));
  for (const cut of [9_000, 4_000, 1]) {
    const parts = [rows.slice(0, cut), rows.slice(cut)].filter((part) => part.length > 0);
    const lists = parts.map((part) => listYields(request([segmentOfRows(part, days)], { keys })));
    for (const threads of [1, 2, 3]) {
      const medians = mediansIn(lists, threads).flatMap(({ codes, medians }) =>
        [...codes].map((code, at) => [code, medians[at]] as const),
      );
      expect(medians).toHaveLength(expected.size);
      expect(new Map(medians)).toEqual(expected);
    }
  }
});

test('yields below nothing and above one, of records with less than nothing, have their place as well', () => {
  const odd = [-7, -1, 3, 5, 5, 9].map(
    (goodQuantity): SegmentRow => ({ day: 100, keys: { line: 1 }, amounts: { goodQuantity, defectQuantity: -2 } }),
  );
  const { medians } = found([segmentOfRows(odd, days)]);
  expect([...medians]).toEqual([bySorting([-7 / -9, -1 / -3, 3, 5 / 3, 5 / 3, 9 / 7])]);
});

test('where most yields are exactly one, so are the medians; and where the middle lies between one and less, half-way', () => {
  const row = (line: number, defectQuantity: number): SegmentRow => ({
    day: 100,
    keys: { line },
    amounts: { goodQuantity: 3, defectQuantity },
  });
  const odd = [row(1, 0), row(1, 0), row(1, 1), row(2, 0), row(2, 1), row(3, 0), row(3, 0), row(3, 1), row(3, 1)];
  const { codes, medians } = found([segmentOfRows(odd, days)]);
  expect([...codes]).toEqual([1, 2, 3]);
  expect([...medians]).toEqual([1, 0.875, 0.875]);
});
