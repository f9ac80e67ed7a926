import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { OwedCheck } from './owed-check.ts';

let path: string;
let remove: () => void;
let failures: unknown[];
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  failures = [];
});
afterEach(() => remove());

/** As after the next start. */
const open = () => new OwedCheck(path, (error) => failures.push(error));

test('it is owed from an end that was none until a check is done, over restarts', () => {
  expect(open().isDue).toBe(false);
  open().owe();
  expect(open().isDue).toBe(true);
  open().begin();
  expect(open().isDue).toBe(true);
  open().settle();
  expect(open().isDue).toBe(false);
});

test('a check that ends with the program is tried once more and not for ever, until one is done', () => {
  for (let start = 0; start < 4; start++) {
    const owed = open();
    owed.owe();
    expect(owed.isDue).toBe(start < 2);
    if (owed.isDue) owed.begin();
  }
  open().settle();
  open().owe();
  expect(open().isDue).toBe(true);
});

test('one that nobody owes is not begun, and a disk that does not take the note is told of', () => {
  open().begin();
  expect(open().isDue).toBe(false);
  rmSync(path, { recursive: true });
  open().owe();
  expect(failures).toHaveLength(1);
});
