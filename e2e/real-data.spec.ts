import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { realFiles } from '../scripts/real-data.ts';
import { expect, test } from './fixtures.ts';
import { cli, root } from './store.ts';

const data = resolve(root, '..', 'shared', 'data');

/** Joining a file in the window is a spec of its own (shapes). */
const alone = realFiles.filter(({ join: second }) => second === undefined);

for (const { file, profile, decimals, expected } of alone) {
  test(`${file} is imported through the window with its check totals`, async ({ openApp, store }) => {
    test.skip(!existsSync(join(data, file)), 'skipped: the real plant exports are not beside this checkout');
    const { page } = await openApp();
    await page.getByRole('link', { name: 'Imports' }).click();
    const files = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files…' }).click();
    await (await files).setFiles(join(data, file));
    const profiles = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Use a profile file…' }).click();
    await (await profiles).setFiles(join(root, 'examples', 'profiles', profile));
    await page.getByRole('button', { name: /^Import (all|[\d,]+) rows?$/ }).click();
    await expect(page.getByRole('heading', { name: /is imported$/ })).toBeVisible();
    for (const expectation of expected) {
      if (!('query' in expectation)) continue;
      const { rows } = await cli(store, 'query', JSON.stringify(expectation.query));
      const value = Number((rows as number[][])[0]?.[0]);
      expect(Number(value.toFixed(decimals)), expectation.what).toBe(expectation.value);
    }
  });
}
