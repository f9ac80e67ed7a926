import { expect, test } from 'vitest';
import { cases } from './cases.ts';
import { readOptions, triesOf } from './options.ts';

function chosen(args: string[]) {
  const options = readOptions(args);
  if (options === 'help') throw new Error('Help was not asked for.');
  return options;
}

test('everything is tried unless groups or cases are named', () => {
  expect(chosen([]).chosen).toEqual(cases);
  const some = chosen(['--only', 'damage,kills/archive']).chosen.map(({ group, name }) => `${group}/${name}`);
  expect(some).toEqual(['kills/archive', 'damage/live', 'damage/an archive', 'damage/backups']);
});

test('the count of a group is shared among its cases, each tried once at least', () => {
  const options = chosen(['--only', 'kills', '--count', '1000']);
  const tries = options.chosen.map((each) => triesOf(each, options));
  expect(tries.reduce((sum, each) => sum + each)).toBeGreaterThanOrEqual(1_000);
  expect(new Set(tries).size).toBe(1);
  const few = chosen(['--only', 'kills', '--count', '1']);
  expect(few.chosen.map((each) => triesOf(each, few))).toEqual(few.chosen.map(() => 1));
});

test.each([
  [['--only', 'earthquakes'], "--only does not know 'earthquakes'"],
  [['--count', '0'], '--count takes a whole number'],
  [['--write', '--only', 'kills/archive'], 'whole groups'],
])('%j is refused in words', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});
