import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { writePlantFile } from './plant-file.ts';
import { cli } from './store.ts';

/** Another window of the same store, at an address. */
async function openBeside(page: Page, hash: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.evaluate((address) => void window.open(address), hash);
  return opened;
}

test('of two windows that change one profile the later is told, and undoes nothing of the earlier', async ({
  store,
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('plant.csv');
  await writePlantFile(file);
  await cli(store, 'import', file);
  const { page } = await openApp();
  const other = await openBeside(page, '#/imports');
  const editIn = async (window: Page) => {
    await window.getByText('Profiles', { exact: true }).click();
    await window.getByRole('button', { name: /^Edit / }).click();
    return window.getByRole('dialog', { name: /^Edit / });
  };
  await page.goto(`${page.url().split('#')[0]}#/imports`);
  const [mine, theirs] = [await editIn(page), await editIn(other)];

  await mine.getByRole('textbox', { name: 'Name' }).first().fill('MES daily');
  await mine.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(mine).toBeHidden();
  await expect(other.getByRole('row', { name: /MES daily/, includeHidden: true })).toHaveCount(1);
  await theirs.getByRole('textbox', { name: 'Name' }).first().fill('MES nightly');
  await theirs.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(theirs.getByRole('alert')).toContainText('The profile was changed meanwhile, in another window');
  await theirs.getByRole('button', { name: 'Cancel' }).click();
  await expect(other.getByRole('row', { name: /MES daily/ })).toBeVisible();
});

test('a column set of another window is there at once, so that saving over it is said before', async ({
  store,
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('plant.csv');
  await writePlantFile(file);
  await cli(store, 'import', file);
  const { page } = await openApp();
  const other = await openBeside(page, '#/records');
  await page.goto(`${page.url().split('#')[0]}#/records`);
  const beginIn = async (window: Page) => {
    await window.getByRole('button', { name: 'Columns', exact: true }).click();
    await window.getByRole('button', { name: 'Save these columns' }).click();
    await window.getByRole('textbox', { name: 'Name of the column set' }).fill('Morning round');
  };
  await beginIn(other);
  await expect(other.getByText('saving replaces it')).toHaveCount(0);
  await beginIn(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('There is a column set of this name; saving replaces it.')).toBeVisible();
});

test('settings that another window saves meanwhile are not taken back, and one that both change is told', async ({
  store,
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('plant.csv');
  await writePlantFile(file);
  await cli(store, 'import', file);
  const { page } = await openApp();
  const other = await openBeside(page, '#/overview');
  await page.goto(`${page.url().split('#')[0]}#/overview`);
  const openIn = async (window: Page) => {
    await expect(window.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await window.keyboard.press('Control+,');
    const dialog = window.getByRole('dialog', { name: 'Settings' });
    await expect(dialog).toBeVisible();
    return dialog;
  };
  const [mine, theirs] = [await openIn(page), await openIn(other)];
  const slow = (dialog: typeof mine) => dialog.getByRole('textbox', { name: 'A question is slow after' });
  const memory = (dialog: typeof mine) => dialog.getByRole('textbox', { name: 'Memory for answers' });
  await memory(theirs).fill('7');
  await slow(mine).fill('11');
  await memory(mine).fill('12');
  await mine.getByRole('button', { name: 'Save settings', exact: true }).click();
  await expect(mine).toBeHidden();

  await expect(slow(theirs)).toHaveValue('11');
  await expect(memory(theirs)).toHaveValue('7');
  await expect(theirs.getByText('Changed to 12 meanwhile, in another window; saving replaces it.')).toBeVisible();
  await theirs.getByRole('button', { name: 'Save settings', exact: true }).click();
  await expect(theirs).toBeHidden();
  const again = await openIn(page);
  await expect(slow(again)).toHaveValue('11');
  await expect(memory(again)).toHaveValue('7');
});
