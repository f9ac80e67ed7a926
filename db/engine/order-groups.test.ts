import { expect, test } from 'vitest';
import { createRandom } from '../sample/random.ts';
import { inOrder, ranksOf } from './order-groups.ts';

test('labels are ranked by code point, and what is not recorded has no rank', () => {
  const labels = [null, 'b', 'B', '😀', 'ｗ', 'never used'];
  expect([...Array.from(ranksOf({ ordinals: [1, 0, 3, 2, 4], labels, ascending: false }))]).toEqual([
    1,
    Number.NaN,
    4,
    0,
    3,
  ]);
  expect(ranksOf({ ordinals: [2, 0], labels: ['2024-01', '2024-02', '2024-03'], ascending: true })).toEqual([2, 0]);
});

test('what is missing comes last in both directions, and the next level decides between equals', () => {
  const values = [3, Number.NaN, 1, 3, Number.NaN];
  const tie = { values: [1, 1, 1, 0, 0], down: false };
  expect(inOrder([0, 1, 2, 3, 4], [{ values, down: false }, tie])).toEqual([2, 3, 0, 4, 1]);
  expect(inOrder([0, 1, 2, 3, 4], [{ values, down: true }, tie])).toEqual([3, 0, 2, 4, 1]);
});

test('the first few are those that a full sort begins with, whatever the limit', () => {
  const random = createRandom(5);
  const groups = Array.from({ length: 3_000 }, (_, group) => group);
  const values = groups.map(() => (random.chance(0.1) ? Number.NaN : random.below(400)));
  const levels = [
    { values, down: true },
    { values: groups.map((group) => -group), down: false },
  ];
  const sorted = inOrder(groups, levels);
  for (const limit of [1, 2, 7, 100, 999, 1_000, 1_001, 2_999, 3_000, 9_999]) {
    expect(inOrder(groups, levels, limit)).toEqual(sorted.slice(0, limit));
  }
});
