import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { writePlantFile } from './plant-file.ts';
import { cli } from './store.ts';

async function openWatched(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Imports' }).click();
  await page
    .getByText(/^Watched folders/)
    .first()
    .click();
}

test('what comes into a watched folder is imported; what nobody has confirmed is opened once, and all can be undone', async ({
  openApp,
  store,
}, testInfo) => {
  const folder = testInfo.outputPath('from the MES');
  await mkdir(folder);
  await mkdir(store, { recursive: true });
  await writeFile(join(store, 'settings.json'), '{"watchQuietSeconds":0,"watchSeconds":1}');
  await writePlantFile(join(folder, 'plant.csv'));
  const { page } = await openApp();
  await openWatched(page);
  await page.getByRole('button', { name: 'Watch a folder…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Watch a folder' });
  await dialog.getByRole('textbox', { name: 'Folder' }).fill('somewhere');
  await dialog.getByRole('button', { name: 'Watch this folder' }).click();
  await expect(dialog.getByRole('alert')).toContainText('give its whole path');
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(folder);
  await dialog.getByRole('textbox', { name: 'Files' }).fill('*.csv');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Watch this folder' }).click();

  const log = page.getByRole('region', { name: 'What came' });
  await expect(log.getByRole('row', { name: /plant\.csv/ })).toContainText(/Failed\. No file with these headings/);
  await expect(page.getByText('Watched folders · 1 failed')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  // Health tells of it, and leads back to it.
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Health' }).click();
  const alert = page.getByRole('listitem').filter({ hasText: 'A watched file could not be imported' });
  await expect(alert).toContainText('plant.csv: No file with these headings');
  await alert.getByRole('button', { name: 'Show what came' }).click();
  await log.getByRole('button', { name: 'Open plant.csv' }).click();
  await page.getByRole('button', { name: /^Import 208 rows/ }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(log.getByRole('row', { name: /plant\.csv/ })).toContainText('Imported.');
  await expect.poll(() => readdir(join(folder, 'failed'))).toEqual([]);

  await writePlantFile(join(folder, 'again.csv'));
  await expect(log.getByRole('row', { name: /again\.csv/ })).toContainText(/208 already there/);
  await log.getByRole('button', { name: 'Undo the import of plant.csv' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove 208 records' }).click();
  await expect(log.getByRole('row', { name: /plant\.csv/ })).toContainText('Undone');
  await page.getByRole('button', { name: /^Stop watching/ }).click();
  await expect(page.getByText('No folder is watched')).toBeVisible();
});

test('the command line changes what an open window watches, and a folder that is away is told', async ({
  openApp,
  store,
}, testInfo) => {
  const { page } = await openApp();
  await openWatched(page);
  await cli(store, 'watched', 'add', testInfo.outputPath('not there'), '--pattern', '*.xlsx');
  await expect(page.getByRole('row', { name: /not there/ })).toContainText('is not there. Its files are taken once');
});
