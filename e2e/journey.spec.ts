import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { plantTotals, writePlantFile } from './plant-file.ts';

const format = (value: number) => value.toLocaleString('en-GB');

function tile(page: Page, name: string) {
  return page.getByRole('main').getByRole('region', { name, exact: true });
}

async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
  await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
}

/** The numbers that must be the same at every stop of the journey. */
async function expectTotals(page: Page): Promise<void> {
  await go(page, 'Overview');
  await expect(tile(page, 'Good')).toContainText(format(plantTotals.good));
  await expect(tile(page, 'Defects')).toContainText(format(plantTotals.defects));
  await expect(page.getByRole('main')).toContainText(`${format(plantTotals.records)} records`);
}

async function runCommand(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k');
  // As fast as a person who knows the words: no key may be lost before the palette is there.
  await page.keyboard.type(command);
  await page.keyboard.press('Enter');
}

async function showAllDates(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Production dates/ }).click();
  await page.getByRole('button', { name: 'All records' }).click();
}

test('from the first run to a restart, the numbers are what the file holds', async ({ openApp }, testInfo) => {
  const file = testInfo.outputPath('plant.csv');
  await writePlantFile(file);
  const shot = (page: Page, name: string) =>
    page.screenshot({ path: join('test-results', 'screenshots', testInfo.project.name, `${name}.png`) });
  let app = await openApp();
  let { page } = app;

  await test.step('first run: import a file', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('main').getByRole('button', { name: 'Import a file' }).click();
    await (await chooser).setFiles(file);
    await expect(page.getByText('208 become records, 1 is set aside').first()).toBeVisible();
    await shot(page, 'import-preview');
    await page.getByRole('button', { name: /^Import .*rows?$/ }).click();
    await expect(page.getByRole('heading', { name: 'plant.csv is imported' })).toBeVisible();
    // What to do stands above what there is to read, however long that is: nothing moves a button later.
    const reasons = page.getByRole('list', { name: 'Set aside, by reason' });
    await expect(reasons).toBeVisible();
    const save = page.getByRole('button', { name: 'Save the rows set aside' });
    await expect(save).toBeVisible();
    const [buttonBox, listBox] = [await save.boundingBox(), await reasons.boundingBox()];
    expect(buttonBox?.y).toBeLessThan(listBox?.y ?? 0);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
  });

  await test.step('overview: the totals of the file', async () => {
    await go(page, 'Overview');
    await showAllDates(page);
    await expectTotals(page);
    await shot(page, 'overview');
  });

  await test.step('click through: a line becomes a filter, and can be taken off', async () => {
    await page.getByRole('region', { name: 'Which line made what?' }).getByRole('button', { name: 'Press 1' }).click();
    await expect(tile(page, 'Good')).toContainText(format(plantTotals.goodOfPress1));
    await go(page, 'Records');
    await expect(page.getByRole('main').getByText('104 records').first()).toBeVisible();
    await shot(page, 'records-filtered');
    await page.getByRole('button', { name: /Take off the filter/ }).click();
    await expect(page.getByRole('main').getByText('208 records').first()).toBeVisible();
  });

  await test.step('records: search finds the two of a lot', async () => {
    await page.getByRole('searchbox', { name: 'Search records' }).fill('L042');
    await expect(page.getByRole('main').getByText('2 records found')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search records' }).fill('');
    await expect(page.getByRole('main').getByText('208 records').first()).toBeVisible();
  });

  await test.step('export: the file holds every record', async () => {
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export what is shown' });
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export as CSV' }).click();
    await expect(dialog).toContainText('with 208 rows');
    const path = testInfo.outputPath('export.csv');
    await (await download).saveAs(path);
    const exported = await readFile(path, 'utf8');
    expect(exported.charCodeAt(0), 'a byte order mark, for Excel').toBe(0xfeff);
    expect(exported.split('\n').filter((line) => line.includes('Press')).length).toBe(plantTotals.records);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  });

  await test.step('archive a year: the same numbers', async () => {
    await go(page, 'Maintenance');
    await page.getByRole('button', { name: 'Archive a year…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive 2024' }).click();
    await expect(page.getByRole('main').getByText('archive_2024.db').first()).toBeVisible();
    await shot(page, 'archived');
    await expectTotals(page);
  });

  await test.step('VACUUM and the integrity check, from the command palette', async () => {
    await go(page, 'Maintenance');
    const history = page.getByRole('region', { name: 'Jobs so far' }).first();
    await runCommand(page, 'Compact the store (VACUUM)');
    await page.getByRole('dialog').getByRole('button', { name: 'Compact now' }).click();
    await expect(history).toContainText(/given back|no free space/);
    await runCommand(page, 'Check integrity');
    await expect(history).toContainText('All is sound: 208 records in 2 files');
    await shot(page, 'maintenance');
    await expectTotals(page);
  });

  await test.step('restart: still there', async () => {
    await app.close();
    app = await openApp();
    page = app.page;
    await showAllDates(page);
    await expectTotals(page);
    await go(page, 'Imports');
    await expect(page.getByRole('rowheader', { name: 'plant.csv' })).toBeVisible();
  });
});

test('an import is undone, and the same file imported twice adds nothing', async ({ openApp }, testInfo) => {
  const file = testInfo.outputPath('plant.csv');
  await writePlantFile(file);
  const { page } = await openApp();
  await go(page, 'Imports');
  for (const added of ['208', '0']) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files…' }).click();
    await (await chooser).setFiles(file);
    await page.getByRole('button', { name: /^Import .*rows?$/ }).click();
    const outcome = page.getByRole('region', { name: 'plant.csv is imported' });
    await expect(outcome.getByText('New', { exact: true }).locator('xpath=..')).toContainText(added);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Undo the import of plant.csv' }).last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove 208 records' }).click();
  await expect(page.getByRole('region', { name: 'Jobs', exact: true })).toContainText('208 records removed');
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Open the sample plant' })).toBeVisible();
});
