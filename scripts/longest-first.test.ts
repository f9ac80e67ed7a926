import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longest, longestFirst } from './longest-first.ts';
import { root } from './run-process.ts';

test('what takes longest begins first, and all else in the order that it had', () => {
  const [first = '', second = ''] = longest;
  const shuffled = ['b.test.ts', second, 'a.test.ts', first];
  expect(longestFirst(shuffled, (path) => path)).toEqual([first, second, 'b.test.ts', 'a.test.ts']);
});

test('every file that is known to take long is there', () => {
  expect(longest.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(new Set(longest).size).toBe(longest.length);
});
