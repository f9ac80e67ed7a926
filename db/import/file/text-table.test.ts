import { expect, test } from 'vitest';
import { createRandom } from '../../sample/random.ts';
import { TextTable } from './text-table.ts';

test('Texts of any length and letters are given again by their numbers', () => {
  const random = createRandom(3);
  const texts = Array.from({ length: 3_000 }, () => '똠Aé😀,'.repeat(random.below(40)).slice(0, random.below(90)));
  const table = new TextTable();
  const whole = texts.map((text) => text.toWellFormed());
  for (const text of whole) table.add(text);
  expect(whole.map((_, number) => table.at(number))).toEqual(whole);
  expect([table.at(3_000), table.at(-1), table.at(Number.NaN)]).toEqual([undefined, undefined, undefined]);
});
