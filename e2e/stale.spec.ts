import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type OpenApp, test } from './fixtures.ts';
import { whileSlow } from './slow-down.ts';
import { cli, generate } from './store.ts';

const numbers = (page: Page) => page.getByRole('region', { name: 'Which line made what?' }).getByRole('table');

const go = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/**
 * Asks an overview of many records by lot, and then brings in one record more, so that its answer is no longer the newest.
 * Lots are in no rollup and no column, and all records are of the month that changes, so that making it new takes a moment.
 */
async function askAndBringIn(
  store: string,
  openApp: () => Promise<OpenApp>,
): Promise<OpenApp & { hash: string; place: { y: number } | null }> {
  await generate(store, '--records', '400000', '--from', '2024-05-01', '--to', '2024-05-31');
  const { rows } = (await cli(store, 'records', '--limit', '1')) as { rows: { lotNumber: string; unit: string }[] };
  const { lotNumber: lot = '', unit = '' } = rows[0] ?? {};
  const scope = new URLSearchParams([
    ['from', '2024-05-01'],
    ['to', '2024-05-31'],
    ['f.lot', '~'],
    ['f.lot', lot],
  ]);
  const file = join(store, '..', 'late.csv');
  await writeFile(
    file,
    `production_date,line,lot_number,good_quantity,unit\n2024-05-01,Press 1,${lot},12345,${unit}\n`,
  );

  const app = await openApp();
  const { page } = app;
  const hash = `#/overview?${scope}`;
  await go(page, hash);
  await expect(page.getByRole('list', { name: 'Filters' })).toBeVisible();
  await expect(numbers(page)).not.toContainText('12,345', { timeout: 60_000 });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
  const place = await numbers(page).boundingBox();

  await page.getByRole('link', { name: 'Imports' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: /^Import .*rows?$/ }).click();
  return { ...app, hash, place };
}

test('after an import the numbers of before stay in sight, in their place and not dimmed, until the new ones are there', async ({
  store,
  openApp,
}) => {
  const { page, hash, place } = await askAndBringIn(store, openApp);
  await go(page, hash);
  await expect(numbers(page)).toBeVisible();
  // Looked at in every frame, from the old numbers to the new ones.
  const seen = await page.evaluate(async () => {
    const frames: { top: number | undefined; dimmed: boolean; note: string }[] = [];
    for (;;) {
      await new Promise(requestAnimationFrame);
      const region = [...document.querySelectorAll('section')].find((each) =>
        each.textContent?.startsWith('Which line'),
      );
      const table = region?.querySelector('table');
      frames.push({
        top: table?.getBoundingClientRect().top,
        dimmed: region?.querySelector('[data-dimmed="true"]') !== null,
        note: region?.querySelector('[data-note]')?.textContent ?? '',
      });
      if (table?.textContent?.includes('12,345') || frames.length > 3_000) return frames;
    }
  });
  expect(new Set(seen.map(({ top }) => top)), 'nothing moves').toEqual(new Set([place?.y]));
  expect(seen.filter(({ dimmed }) => dimmed)).toEqual([]);
  for (const { note } of seen) expect(note).toMatch(/^$|as of \d\d:\d\d, being refreshed/);
  await expect(numbers(page)).toContainText('12,345');
  await expect(page.getByText('being refreshed')).toHaveCount(0);
});

test('numbers that take long to be made new say so, and since when they are', async ({ store, openApp }) => {
  const { page, pid, hash } = await askAndBringIn(store, openApp);
  await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeVisible();
  await whileSlow(pid, async () => {
    const noted = page.waitForFunction(() =>
      [...document.querySelectorAll('section')].some(
        ({ textContent }) =>
          textContent?.startsWith('Which line') &&
          /as of \d\d:\d\d, being refreshed/.test(textContent) &&
          !textContent.includes('12,345'),
      ),
    );
    await go(page, hash);
    await noted;
  });
  await expect(numbers(page)).toContainText('12,345');
  await expect(page.getByText('being refreshed')).toHaveCount(0);
});
