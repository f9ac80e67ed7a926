import { expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { questionNames } from './questions.ts';

test('without options a million records are asked everything', () => {
  expect(readOptions([])).toMatchObject({ records: 1_000_000, asked: questionNames, withImport: true, write: false });
});

test('parts are chosen by name', () => {
  expect(readOptions(['--only', 'top-items,import'])).toMatchObject({ asked: ['top-items'], withImport: true });
  expect(readOptions(['--only', 'month-totals'])).toMatchObject({ asked: ['month-totals'], withImport: false });
});

test.each([
  [['--only', 'weather'], "--only does not know 'weather'."],
  [['--records', '12'], "--records takes a whole number from 10000 up, not '12'."],
  [['--rounds', 'many'], "--rounds takes a whole number from 1 up, not 'many'."],
  [['--write', '--only', 'top-items'], '--write needs all questions, so no --only.'],
])('%j is refused in words', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
