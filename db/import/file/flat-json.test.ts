import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../sample/random.ts';
import { flatObject, JsonTrouble } from './flat-json.ts';

/** What an object says by the path of each value, from what the language itself reads. */
function flattened(object: object, prefix = ''): [string, string][] {
  return Object.entries(object).flatMap(([key, value]): [string, string][] => {
    if (value === null) return [[prefix + key, '']];
    if (Array.isArray(value)) return [[prefix + key, JSON.stringify(value)]];
    if (typeof value === 'object') return flattened(value, `${prefix}${key}.`);
    return [[prefix + key, String(value)]];
  });
}

function randomValue(random: Random, depth: number): unknown {
  const plain = [
    1,
    -2.5,
    0,
    12,
    true,
    false,
    null,
    '',
    'a',
    '{',
    '}',
    '[1]',
    'say "hi"',
    'back\\slash',
    'two\nlines',
    '프레스',
  ];
  if (depth > 2 || random.chance(0.7)) return random.pick(plain as unknown[] as string[]);
  const values = Array.from({ length: random.below(4) }, () => randomValue(random, depth + 1));
  if (random.chance(0.4)) return values;
  return Object.fromEntries(values.map((value, at) => [`${random.pick(['k', 'é', 'a "b"'])}${at}`, value]));
}

test('Objects of any depth give the values that the language itself reads, and cut anywhere are refused', () => {
  const random = createRandom(11);
  for (let nth = 0; nth < 400; nth += 1) {
    const object = {
      first: nth,
      ...Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`v${at}`, randomValue(random, 0)])),
    };
    const text = JSON.stringify(object);
    expect([...flatObject(random.chance(0.5) ? text : ` ${text.replace(/^\{/, '{\t')} `)], text).toEqual(
      flattened(object),
    );
    const cut = random.below(text.length);
    expect(() => flatObject(text.slice(0, cut)), text.slice(0, cut)).toThrow(JsonTrouble);
  }
});

test.each([
  '{"a":01}',
  '{"a":1.}',
  '{"a":.5}',
  '{"a":+1}',
  '{"a":NaN}',
  '{"a":1,}',
  "{'a':1}",
  '{"a":1}}',
  '{"a":1} {"a":2}',
  '{"a":1,"a":1}',
  '{"a":"\\x"}',
  '[1]',
  '',
  `{"a":${'['.repeat(200)}${']'.repeat(200)}}`,
])('%s is no object that can be read', (text) => {
  expect(() => flatObject(text)).toThrow(JsonTrouble);
});
