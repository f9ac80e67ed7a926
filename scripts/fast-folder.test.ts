import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withFastFolder } from './fast-folder.ts';

test('a folder in memory is there for as long as it is used, and gone afterwards whatever comes of it', async () => {
  let folder = '';
  const failing = withFastFolder(async ({ TMPDIR = '' }) => {
    folder = TMPDIR;
    expect(folder === '' || existsSync(folder)).toBe(true);
    throw new Error('it failed');
  });
  await expect(failing).rejects.toThrow('it failed');
  expect(existsSync(folder)).toBe(false);
});

test('where there is no disk in memory, temporary files stay where the system has them', async () => {
  expect(await withFastFolder(async (env) => env, '/dev/none')).toEqual({});
});
