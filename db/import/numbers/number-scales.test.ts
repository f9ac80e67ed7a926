import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

async function look(...texts: readonly string[]) {
  const path = join(folder.path, 'scales.csv');
  const rows = texts.map((text, at) => `2024-03-0${at + 1};L1;${text}`);
  writeFileSync(path, ['Date;Line;Good', ...rows, ''].join('\n'));
  const { profile, preview } = await inspectFile(path);
  const read = async (by: typeof profile) => {
    const { rows: records, rejections } = await collectRows(await csvSource(path, 'scales.csv', by));
    return [...records.map(({ goodQuantity }) => (goodQuantity ?? 0) / 1e6), ...rejections.map(({ reason }) => reason)];
  };
  return { profile, asked: preview.ambiguities, good: await read(profile), read };
}

describe('A word beside a number that multiplies it', () => {
  test.each([
    [
      ['800', '1.2k', '3.4K'],
      [800, 1_200, 3_400],
    ],
    [
      ['1.2k', '3.4k', '5k'],
      [1_200, 3_400, 5_000],
    ],
    [
      ['900', '2천', '3만', '1.5만'],
      [900, 2_000, 30_000, 15_000],
    ],
    [
      ['3만개', '500개', '2천개'],
      [30_000, 500, 2_000],
    ],
    [
      ['2 Tsd', '1.2 Mio', '2 Tsd.'],
      [2_000, 1_200_000, 2_000],
    ],
    [
      ['1 lakh', '2 crore', '7'],
      [100_000, 20_000_000, 7],
    ],
  ])('is no unit in %o', async (texts, expected) => {
    const { profile, asked, good } = await look(...texts);
    expect(good).toEqual(expected);
    expect(asked.filter(({ field }) => field !== 'unit')).toEqual([]);
    expect(asked.filter(({ choices }) => choices.includes('k'))).toEqual([]);
    expect(profile.columns.Good?.unit ?? 'pieces').toBe('pieces');
  });

  test('is asked about where it is M, which may be metres', async () => {
    const { profile, asked, good, read } = await look('800k', '1.5M', '2M');
    expect(asked).toMatchObject([
      { field: 'letterM', column: 'Good', sample: '1.5M', choices: ['millions', 'metres'] },
    ]);
    expect(good).toEqual([800_000, 1_500_000, 2_000_000]);
    const metres = { ...profile, columns: { Good: { letterM: 'metres' as const, unit: 'm' } } };
    expect(await read(metres)).toEqual([800_000, 1.5, 2]);
  });

  test.each([
    ['beside other lengths', ['1.5M', '20 cm', '3M'], [1.5, 0.2, 3]],
    ['written small and alone', ['1.5 m', '20 m', '3 m'], [1.5, 20, 3]],
  ])('is metres without a question %s', async (_, texts, expected) => {
    const { asked, good } = await look(...texts);
    expect(asked.filter(({ field }) => field === 'letterM')).toEqual([]);
    expect(good).toEqual(expected);
  });

  test('is no part of a unit of squares, nor of one that is known', async () => {
    expect((await look('2 km', '3 km', '4 km')).good).toEqual([2, 3, 4]);
    expect((await look('2 kg', '3 kg', '500 g')).good).toEqual([2, 3, 0.5]);
    expect((await look('2', '3', '4 km2')).good.at(-1)).toMatch(/is not a number/);
  });

  test('stays the unit of a profile that has it for one', async () => {
    const { profile, read } = await look('5k', '6k', '7k');
    expect(await read({ ...profile, columns: { Good: { unit: 'k' } } })).toEqual([5, 6, 7]);
  });
});
