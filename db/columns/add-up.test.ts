import { expect, test } from 'vitest';
import type { Reason } from '../../shared/query/dimensions.ts';
import { type AddableField, type SumName, sums } from '../../shared/query/measures.ts';
import { createRandom } from '../sample/random.ts';
import { type SegmentRow, segmentOfRows } from '../testing/segment-of-rows.ts';
import { addUp } from './add-up.ts';
import { mergeParts } from './merge-parts.ts';
import type { GroupKey, ScanRequest, ScanResult } from './scan-request.ts';
import { amountColumnNames } from './segment.ts';

const random = createRandom(51);
const upTo = (length: number) => Array.from({ length }, (_, at) => at);
const MILLIONTHS = 1_000_000n;

/** Amounts of one record are multiples of a step of its own, so that segments differ in what they count in. */
function randomRow(day: number, step: number): SegmentRow {
  const amounts: SegmentRow['amounts'] = {};
  for (const name of amountColumnNames) if (random.chance(0.8)) amounts[name] = (random.below(4_000) - 50) * step;
  const reasons = () =>
    upTo(4)
      .filter(() => random.chance(0.25))
      .map((reason): [number, number] => [reason, (1 + random.below(30)) * step]);
  return {
    day,
    keys: { line: random.below(5), item: random.below(300), unit: random.below(4) },
    amounts,
    defects: reasons(),
    downtimes: reasons(),
  };
}

/** Months of 30 days: of several batches, of hardly a row, of none, in several steps; the last has neither defects nor items. */
const months = [
  { days: { first: 100, last: 129 }, records: 9_000, steps: [1_000_000] },
  { days: { first: 130, last: 159 }, records: 3_000, steps: [1_000, 10_000] },
  { days: { first: 160, last: 189 }, records: 0, steps: [1] },
  { days: { first: 190, last: 219 }, records: 700, steps: [1, 1_000_000] },
  { days: { first: 220, last: 249 }, records: 500, steps: [10_000] },
].map(({ days, records, steps }, month) => {
  const dates = upTo(records)
    .map(() => days.first + random.below(30))
    .sort((a, b) => a - b);
  let operator = 0;
  const rows = dates.map((day) => {
    if (random.chance(1 / 40)) operator = random.below(3); // who works stays for a while
    const row = randomRow(day, random.pick(steps));
    row.keys.operator = operator;
    if (month < 4) return row;
    const { defectQuantity: _, ...others } = row.amounts;
    return { day, keys: { ...row.keys, item: 7 }, amounts: others };
  });
  return { days, rows, segment: segmentOfRows(rows, days) };
});
const allRows = months.flatMap(({ rows }) => rows);
const everyDay = { first: 100, last: 249 };

interface NaiveGroup {
  records: number;
  sums: Map<SumName, bigint>;
}

/** What a request must find, row by row: groups by code, and the units of all rows that count. */
function byLooping(
  rows: readonly SegmentRow[],
  request: ScanRequest,
): { groups: Map<number, NaiveGroup>; units: number[] } {
  const groups = new Map<number, NaiveGroup>();
  const units = new Set<number>();
  const reason = request.keys.map(({ of }) => of).find((of) => isReason(of)) as Reason | undefined;
  for (const row of rows) {
    if (row.day < request.days.first || row.day > request.days.last) continue;
    const kept = request.filters.every(({ of, kept }) => {
      if (!isReason(of)) return kept[row.keys[of] ?? 0] === 1;
      return of === reason || entriesOf(row, of).some(([key]) => kept[key] === 1);
    });
    const lies = request.ranges.every(({ of, between }) => {
      const amount = row.amounts[of];
      if (amount === undefined || between === null) return amount === undefined && between === null;
      return amount >= between.from && amount <= between.to;
    });
    if (!kept || !lies) continue;
    const keptReasons = request.filters.find(({ of }) => of === reason)?.kept;
    const entries = reason ? entriesOf(row, reason).filter(([key]) => keptReasons?.[key] !== 0) : [null];
    for (const entry of entries) {
      const group = groupOf(groups, codeOf(row, request, entry?.[0] ?? 0));
      group.records++;
      units.add(row.keys.unit ?? 0);
      for (const name of request.sums) {
        const amount = entry ? BigInt(entry[1]) : amountOf(row, name);
        if (amount !== null) group.sums.set(name, (group.sums.get(name) ?? 0n) + amount);
      }
    }
  }
  return { groups, units: [...units].sort((a, b) => a - b) };
}

function isReason(of: string): of is Reason {
  return of === 'defectReason' || of === 'downtimeReason';
}

function entriesOf(row: SegmentRow, reason: Reason): [number, number][] {
  return (reason === 'defectReason' ? row.defects : row.downtimes) ?? [];
}

function groupOf(groups: Map<number, NaiveGroup>, code: number): NaiveGroup {
  const group = groups.get(code) ?? { records: 0, sums: new Map() };
  groups.set(code, group);
  return group;
}

function codeOf(row: SegmentRow, { keys, days }: ScanRequest, reason: number): number {
  return keys.reduce((code, key) => {
    if (key.of === 'day') return code * key.size + (key.ordinals[row.day - days.first] ?? 0);
    return code * key.size + (isReason(key.of) ? reason : (row.keys[key.of] ?? 0));
  }, 0);
}

/** In millionths; null where something of it is not recorded. */
function amountOf({ amounts }: SegmentRow, name: SumName): bigint | null {
  const { add, where = [] }: { add: readonly AddableField[]; where?: readonly AddableField[] } = sums[name];
  if ([...add, ...where].some((field) => amounts[field] === undefined)) return null;
  if (add.length === 0) return 1_000_000n;
  return add.reduce((sum, field) => sum + BigInt(amounts[field] ?? 0), 0n);
}

function requestOf(part: Partial<ScanRequest>): ScanRequest {
  return {
    segments: months.map(({ segment }) => segment),
    days: everyDay,
    keys: [],
    filters: [],
    ranges: [],
    sums: ['good'],
    units: null,
    cancel: null,
    ...part,
  };
}

/** A result in the terms of the loop; none of its groups is empty. */
function groupsOf({ codes, records, sums: found }: ScanResult, names: readonly SumName[]): Map<number, NaiveGroup> {
  return new Map(
    [...codes].map((code, at) => {
      const amounts = names.flatMap((name, index): [SumName, bigint][] => {
        const { whole, millionths } = found[index] ?? {};
        const units = whole?.[at] ?? Number.NaN;
        return Number.isNaN(units) ? [] : [[name, BigInt(units) * MILLIONTHS + BigInt(millionths?.[at] ?? 0)]];
      });
      return [code, { records: records[at] ?? 0, sums: new Map(amounts) }];
    }),
  );
}

const line: GroupKey = { of: 'line', size: 5 };
const item: GroupKey = { of: 'item', size: 300 };
const weeks = (first: number, last: number): GroupKey => {
  const ordinals = Int32Array.from({ length: last - first + 1 }, (_, at) => Math.floor(at / 7));
  return { of: 'day', ordinals, size: (ordinals.at(-1) ?? 0) + 1 };
};
const everySum = Object.keys(sums) as SumName[];
const cut = { first: 113, last: 197 };

const requests: [string, Partial<ScanRequest>][] = [
  ['every sum over everything, with its units', { sums: everySum, units: 4 }],
  ['every sum by line', { sums: everySum, keys: [line], units: 4 }],
  ['by two keys', { keys: [line, item], sums: ['total', 'good', 'goodOfPlanned'] }],
  ['by weeks of days cut at both ends', { days: cut, keys: [weeks(cut.first, cut.last), line], sums: everySum }],
  [
    'by three keys, of very many possible groups',
    { keys: [weeks(100, 249), item, { of: 'operator', size: 3 }, line], sums: ['defects'] },
  ],
  [
    'by keys of more possible groups than can be numbered in an array',
    { keys: [item, { of: 'site', size: 9_000 }, line] },
  ],
  ['one day', { days: { first: 140, last: 140 }, sums: everySum }],
  ['days of a month without a record', { days: { first: 165, last: 170 }, keys: [line], units: 4 }],
  [
    'with filters on two keys',
    {
      keys: [line],
      filters: [
        { of: 'operator', kept: Uint8Array.of(1, 0, 1) },
        { of: 'item', kept: Uint8Array.from(upTo(300), (key) => (key % 3 === 0 ? 1 : 0)) },
      ],
      sums: everySum,
      units: 4,
    },
  ],
  [
    'with a filter that some segments hold nothing of',
    { filters: [{ of: 'item', kept: Uint8Array.from(upTo(300), (key) => (key === 8 ? 1 : 0)) }], sums: everySum },
  ],
  [
    'with filters on a key that stays for a while and on one that does not, from the middle of a month',
    {
      days: { first: 112, last: 201 },
      keys: [{ of: 'item', size: 300 }],
      filters: [
        { of: 'line', kept: Uint8Array.of(0, 1, 1, 1, 0) },
        { of: 'operator', kept: Uint8Array.of(0, 1, 0) },
      ],
      sums: everySum,
    },
  ],
  [
    'of records whose amounts lie between numbers that are no multiples of a step',
    {
      keys: [line],
      ranges: [
        { of: 'goodQuantity', between: { from: 999_999, to: 2_000_000_001 } },
        { of: 'defectQuantity', between: { from: Number.NEGATIVE_INFINITY, to: 10_000 } },
      ],
      sums: everySum,
      units: 4,
    },
  ],
  [
    'of records with one amount and without another, which a month has of none',
    {
      ranges: [
        { of: 'goodQuantity', between: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY } },
        { of: 'defectQuantity', between: null },
      ],
      sums: everySum,
    },
  ],
  [
    'by reason of records whose amount is exactly this',
    {
      keys: [{ of: 'defectReason', size: 4 }],
      ranges: [{ of: 'goodQuantity', between: { from: 0, to: 0 } }],
      sums: ['defects'],
    },
  ],
  ['with a filter that keeps nothing', { keys: [line], filters: [{ of: 'line', kept: new Uint8Array(5) }], units: 4 }],
  [
    'of records that have one of two reasons',
    { keys: [line], filters: [{ of: 'defectReason', kept: Uint8Array.of(0, 1, 1, 0) }], sums: everySum },
  ],
  [
    'of records by reasons of both kinds',
    {
      filters: [
        { of: 'defectReason', kept: Uint8Array.of(1, 1, 0, 0) },
        { of: 'downtimeReason', kept: Uint8Array.of(0, 0, 0, 1) },
        { of: 'line', kept: Uint8Array.of(0, 1, 1, 1, 1) },
      ],
      sums: everySum,
    },
  ],
  ['by defect reason', { keys: [{ of: 'defectReason', size: 4 }], sums: ['defects'], units: 4 }],
  [
    'by downtime reason and line, of few reasons',
    {
      days: cut,
      keys: [{ of: 'downtimeReason', size: 4 }, line],
      filters: [{ of: 'downtimeReason', kept: Uint8Array.of(1, 0, 0, 1) }],
      sums: ['downMinutes'],
      units: 4,
    },
  ],
  [
    'by item and defect reason, of records with a downtime reason',
    {
      keys: [item, { of: 'defectReason', size: 4 }],
      filters: [
        { of: 'downtimeReason', kept: Uint8Array.of(0, 1, 0, 0) },
        { of: 'operator', kept: Uint8Array.of(0, 1, 1) },
      ],
      sums: ['defects'],
    },
  ],
];

test.each(requests)('%s: columns add up to what looping over the records does', (_, part) => {
  const request = requestOf(part);
  const { groups, units } = byLooping(allRows, request);
  const added = addUp(request);
  if (!added) throw new Error('No sum is too large here.');
  expect(groupsOf(added, request.sums)).toEqual(groups);
  expect(added.units).toEqual(request.units === null ? [] : units);
});

test('segments added up apart, in any parts, are merged to the same', () => {
  for (const [, part] of requests) {
    const request = requestOf(part);
    const parts = [[0, 3], [2], [1, 4]].map((of) => {
      return addUp({
        ...request,
        segments: of.map((at) => request.segments[at]).filter((segment) => segment !== undefined),
      });
    });
    const merged = mergeParts(parts.filter((added) => added !== null));
    const found = groupsOf(merged, request.sums);
    const { groups, units } = byLooping(allRows, request);
    expect(found).toEqual(groups);
    expect(merged.units.sort()).toEqual(request.units === null ? [] : units);
  }
});

test('by reason, a batch of records with more entries than a batch holds loses none', () => {
  const rows = upTo(4_000).map(
    (): SegmentRow => ({
      day: 100,
      keys: {},
      amounts: {},
      defects: upTo(4).map((reason): [number, number] => [reason, 1_000_000]),
    }),
  );
  const request = requestOf({
    segments: [segmentOfRows(rows, { first: 100, last: 100 })],
    keys: [{ of: 'defectReason', size: 4 }],
    sums: ['defects'],
  });
  const { records, sums: found } = addUp(request) ?? {};
  expect(records).toEqual(Float64Array.of(4_000, 4_000, 4_000, 4_000));
  expect(found?.[0]?.whole).toEqual(Float64Array.of(4_000, 4_000, 4_000, 4_000));
});

test('sums that a double may not hold exactly are not begun; just below that they are exact', () => {
  const largest = Number.MAX_SAFE_INTEGER; // in millionths: an odd number, so that nothing shrinks
  const sumOf = (...amounts: number[]) => {
    const rows = amounts.map((goodQuantity): SegmentRow => ({ day: 100, keys: {}, amounts: { goodQuantity } }));
    return addUp(requestOf({ segments: [segmentOfRows(rows, { first: 100, last: 100 })] }));
  };
  expect(sumOf(largest)).toBeNull();
  expect(sumOf(2 ** 51 + 1, 2 ** 51)).toBeNull();
  expect(sumOf(2 ** 51 + 1, -(2 ** 51))).toBeNull(); // small at the end, but not on the way
  const exact = sumOf(2 ** 51 + 1, 2 ** 51 - 1)?.sums[0];
  expect(BigInt(exact?.whole[0] ?? 0) * MILLIONTHS + BigInt(exact?.millionths[0] ?? 0)).toBe(2n ** 52n);
});

test('several segments may together be too much for a double', () => {
  const month = (first: number) =>
    segmentOfRows([{ day: first, keys: {}, amounts: { goodQuantity: 2 ** 51 + 1 } }], { first, last: first });
  expect(addUp(requestOf({ segments: [month(100)] }))).not.toBeNull();
  expect(addUp(requestOf({ segments: [month(100), month(101)] }))).toBeNull();
  expect(addUp(requestOf({ segments: [month(100), month(101)], sums: ['defects'] }))).not.toBeNull();
});

test('a scan that nobody wants any more ends before its next segment', () => {
  const cancel = new SharedArrayBuffer(4);
  expect(addUp(requestOf({ cancel }))).not.toBeNull();
  new Int32Array(cancel)[0] = 1;
  expect(() => addUp(requestOf({ cancel }))).toThrow(expect.objectContaining({ code: 'CANCELLED' }));
});
