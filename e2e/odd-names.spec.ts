import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goTo } from './steps.ts';
import { cli } from './store.ts';

/** Names that trip up links, quotes, files and layouts: of each a line that makes a hundred more than the one before. */
const names = [
  'A&B #1 100%',
  'say "hi", then; go',
  '~tilde/back\\slash?x=1+2',
  '=cmd()|calc',
  'خط الإنتاج ٣',
  '🔧👩‍🏭 press',
  'x'.repeat(180),
];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Opens an address as a link from elsewhere does, and reloads it. */
async function openAndReload(page: Page, hash: string): Promise<void> {
  await goTo(page, hash);
  await expect(page.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#content[aria-busy="true"]')).toHaveCount(0);
}

test('odd names of lines are filters in links that open again on every screen, and who hurries through all of them ends where he stopped', async ({
  store,
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('odd.csv');
  const rows = names.flatMap((name, at) =>
    ['2024-03-01', '2024-03-02'].map((date) => `${date},${quoted(name)},${quoted(`Lot ${name}`)},${(at + 1) * 100},1`),
  );
  await writeFile(file, ['Date,Line,Lot,Good,Defects', ...rows].join('\r\n'));
  await cli(store, 'import', file);
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  for (const [at, name] of names.entries()) {
    const params = new URLSearchParams([
      ['range', 'all'],
      ['f.line', name.startsWith('~') ? `~${name}` : name],
    ]);
    await openAndReload(page, `#/overview?${params}`);
    const good = page.getByRole('main').getByRole('region', { name: 'Good', exact: true });
    await expect(good).toContainText(((at + 1) * 200).toLocaleString('en-GB'));
    // Nothing is cut off sideways, however long the name.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(true);
  }
  const params = new URLSearchParams([
    ['range', 'all'],
    ['f.line', names[0] ?? ''],
  ]);
  for (const screen of ['explore', 'oee', 'quality', 'records']) await openAndReload(page, `#/${screen}?${params}`);

  // Rapidly through all screens while answers come, and back: the last one is what stands.
  for (const key of ['1', '2', '3', '4', '5', '6', '7', '2', '4', '1']) await page.keyboard.press(`Alt+${key}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+[');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Records');
  await expect(page.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toHaveText(/A&B #1 100%/);
});
