import { expect, test } from 'vitest';
import { mergeParts } from './merge-parts.ts';
import type { ScanResult } from './scan-request.ts';

/** A part of one sum: for each group its code, its records, whole units (NaN for none) and millionths. */
function part(
  groups: [code: number, records: number, whole: number, millionths: number][],
  units: number[] = [],
): ScanResult {
  const column = (of: 0 | 1 | 2 | 3) => Float64Array.from(groups, (group) => group[of]);
  return { codes: column(0), records: column(1), sums: [{ whole: column(2), millionths: column(3) }], units };
}

test('groups of several parts are added by their codes, in whatever order they come', () => {
  const merged = mergeParts([
    part([
      [7, 2, 10, 600_000],
      [3, 1, 1, 0],
    ]),
    part([
      [3, 4, 2, 5],
      [9, 1, -1, 999_999],
      [7, 1, 5, 500_000],
    ]),
  ]);
  expect(merged).toEqual(
    part([
      [7, 3, 15, 1_100_000],
      [3, 5, 3, 5],
      [9, 1, -1, 999_999],
    ]),
  );
});

test('what one part has nothing of is what the other has, and nothing where none has', () => {
  const none = Number.NaN;
  const merged = mergeParts([
    part([
      [1, 1, none, 0],
      [2, 1, 4, 4],
      [3, 1, none, 0],
    ]),
    part([
      [1, 1, 3, 3],
      [2, 1, none, 0],
      [3, 1, none, 0],
    ]),
  ]);
  expect(merged.sums[0]).toEqual({ whole: Float64Array.of(3, 4, none), millionths: Float64Array.of(3, 4, 0) });
});

test('units of the parts are named once', () => {
  expect(mergeParts([part([], [0, 2]), part([], [2, 5])]).units).toEqual([0, 2, 5]);
});

test('one part is the whole, and no part is nothing', () => {
  const only = part([[1, 2, 3, 4]], [1]);
  expect(mergeParts([only])).toBe(only);
  expect(mergeParts([])).toEqual({ codes: new Float64Array(), records: new Float64Array(), sums: [], units: [] });
});
