import { expect, test } from 'vitest';
import { createRandom } from '../sample/random.ts';
import { firstAtLeast, indexKeys, rowsOfKeys } from './key-index.ts';

test('the rows of keys between two rows are those that a look at every row finds, key by key', () => {
  const random = createRandom(4);
  const keys = Int32Array.from({ length: 500 }, () => random.below(12));
  const index = indexKeys('item', keys);
  for (let n = 0; n < 300; n++) {
    const [low, high] = [random.below(501), random.below(501)].sort((a, b) => a - b) as [number, number];
    const wanted = Array.from({ length: random.below(4) }, () => random.below(20)); // some that no row has
    const distinct = [...new Set(wanted)];
    const all = distinct.flatMap((key) =>
      [...keys.keys()].filter((row) => row >= low && row < high && keys[row] === key),
    );
    expect([...rowsOfKeys(index, distinct, low, high)]).toEqual(all);
  }
});

test('a table without rows has none of any key', () => {
  expect(rowsOfKeys(indexKeys('item', new Int32Array()), [0, 1], 0, 0)).toHaveLength(0);
});

test('the first number that is at least another is found in any ascending list', () => {
  const list = Int32Array.of(2, 2, 5, 9);
  expect([1, 2, 3, 5, 9, 10].map((least) => firstAtLeast(list, least))).toEqual([0, 0, 2, 2, 3, 4]);
});
