import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { integerOption, parseJson, readJsonArgument } from './arguments.ts';

test.each(['1.5', '1e3', 'ten', '', '0', '101', ' 5'])("'%s' is no whole number from 1 to 100", (text) => {
  expect(() => integerOption({ limit: text }, 'limit', { min: 1, max: 100 })).toThrow(/--limit takes a whole number/);
});

test('a whole number within its bounds is taken, and an absent one is absent', () => {
  expect(integerOption({ limit: '100' }, 'limit', { min: 1, max: 100 })).toBe(100);
  expect(integerOption({}, 'limit', { min: 1, max: 100 })).toBeUndefined();
});

test('a query may stand in the argument or in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-arguments-'));
  const file = join(folder, 'query.json');
  await writeFile(file, '\uFEFF{"measures":["good"]}');
  expect(await readJsonArgument('{"measures":["good"]}')).toEqual({ measures: ['good'] });
  expect(await readJsonArgument(`@${file}`)).toEqual({ measures: ['good'] });
  await expect(readJsonArgument(`@${folder}`)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  await expect(readJsonArgument('@missing.json')).rejects.toThrow(/missing\.json.*cannot be read/);
  await rm(folder, { recursive: true });
});

test('broken JSON is named by where it came from', () => {
  expect(() => parseJson('{', 'the argument')).toThrow(/What the argument holds is not valid JSON/);
});
