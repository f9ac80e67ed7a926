import { expect, test } from 'vitest';
import { createRandom } from '../../sample/random.ts';
import { inOrder, rankLevel, type SortLevel } from './order-groups.ts';

const numbers = (values: number[], down = false): SortLevel => ({ values: Float64Array.from(values), down });

test('labels are in order of their code points, and what is not recorded comes last in both directions', () => {
  const labels = [null, 'b', 'B', '😀', 'ｗ', 'never used'];
  const key = { ordinals: [1, 0, 3, 2, 4], labels, ascending: false };
  const sorted = (down: boolean) =>
    inOrder([0, 1, 2, 3, 4], [rankLevel(key, down)]).map((group) => labels[key.ordinals[group] ?? -1]);
  expect(sorted(false)).toEqual(['B', 'b', 'ｗ', '😀', null]);
  expect(sorted(true)).toEqual(['😀', 'ｗ', 'b', 'B', null]);
});

test('labels that ascend as they stand are in order of their places', () => {
  const key = { ordinals: [2, 0, 2, 1], labels: ['2024-01', '2024-02', '2024-03'], ascending: true };
  expect(inOrder([0, 1, 2, 3], [rankLevel(key, false)])).toEqual([1, 3, 0, 2]);
  expect(inOrder([0, 1, 2, 3], [rankLevel(key, true)])).toEqual([0, 2, 3, 1]);
});

test('labels that were gathered since the last look have their place', () => {
  const labels: (string | null)[] = ['b'];
  rankLevel({ ordinals: [0], labels, ascending: false }, false);
  labels.push('a', null);
  expect(inOrder([0, 1, 2], [rankLevel({ ordinals: [2, 0, 1], labels, ascending: false }, false)])).toEqual([2, 1, 0]);
});

test('numbers that are missing come last in both directions, and the next level decides between equals', () => {
  const values = [3, Number.NaN, 1, 3, Number.NaN];
  const tie = numbers([1, 1, 1, 0, 0]);
  expect(inOrder([0, 1, 2, 3, 4], [numbers(values), tie])).toEqual([2, 3, 0, 4, 1]);
  expect(inOrder([0, 1, 2, 3, 4], [numbers(values, true), tie])).toEqual([3, 0, 2, 4, 1]);
});

test('the first few are those that a full sort begins with, whatever the limit', () => {
  const random = createRandom(5);
  const groups = Array.from({ length: 3_000 }, (_, group) => group);
  const values = groups.map(() => (random.chance(0.1) ? Number.NaN : random.below(400)));
  const levels = [numbers(values, true), numbers(groups.map((group) => -group))];
  const sorted = inOrder(groups, levels);
  for (const limit of [1, 2, 7, 100, 999, 1_000, 1_001, 2_999, 3_000, 9_999]) {
    expect(inOrder(groups, levels, limit)).toEqual(sorted.slice(0, limit));
  }
});
