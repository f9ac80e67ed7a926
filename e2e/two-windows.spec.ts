import type { Page } from '@playwright/test';
import { test as base, expect } from './fixtures.ts';
import { writePlantFile } from './plant-file.ts';
import { goTo, openScreen, saveView } from './steps.ts';
import { cli } from './store.ts';

/** Another window of the same store, at an address. */
async function openBeside(page: Page, hash: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.evaluate((address) => void window.open(address), hash);
  return opened;
}

const test = base.extend<{ plant: undefined; openTwo: (address: string) => Promise<[Page, Page]> }>({
  /** Each store holds the records of a file. */
  plant: [
    async ({ store }, use, testInfo) => {
      const file = testInfo.outputPath('plant.csv');
      await writePlantFile(file);
      await cli(store, 'import', file);
      await use(undefined);
    },
    { auto: true },
  ],
  /** Two windows of the same store at an address. */
  openTwo: async ({ openApp }, use) => {
    await use(async (address) => {
      const { page } = await openApp();
      const other = await openBeside(page, address);
      await goTo(page, address);
      return [page, other];
    });
  },
});

test('of two windows that change one profile the later is told, and undoes nothing of the earlier', async ({
  openTwo,
}) => {
  const [page, other] = await openTwo('#/imports');
  const editIn = async (window: Page) => {
    await window.getByText('Profiles', { exact: true }).click();
    await window.getByRole('button', { name: /^Edit / }).click();
    return window.getByRole('dialog', { name: /^Edit / });
  };
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

test('a column set of another window is there at once, so that saving over it is said before', async ({ openTwo }) => {
  const [page, other] = await openTwo('#/records');
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
  openTwo,
}) => {
  const [page, other] = await openTwo('#/overview');
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

test('a view that another window has changed since it was opened here is said to be so before it is saved over', async ({
  openApp,
}) => {
  const { page } = await openApp();
  await openScreen(page, '#/explore?m=good&by=line', 'Explore');
  await saveView(page, 'Morning round');
  const other = await openBeside(page, '#/overview');
  await expect(other.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await other.getByRole('button', { name: 'Saved views' }).click();
  await other.getByRole('link', { name: 'Morning round' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();

  await openScreen(page, '#/explore?m=defects&by=line', 'Explore');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Morning round');
  await expect(page.getByRole('dialog')).toContainText('There is a view of this name; saving replaces it.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await goTo(other, '#/explore?m=total&by=line');
  await expect(other.getByRole('heading', { name: 'Total by line' })).toBeVisible();
  await other.getByRole('button', { name: 'Saved views' }).click();
  await other.getByRole('button', { name: 'Save this view' }).click();
  await other.getByRole('textbox', { name: 'Name of the view' }).fill('Morning round');
  await expect(other.getByRole('dialog')).toContainText('changed meanwhile, in another window; saving replaces that.');
});

test('limits that another window keeps meanwhile are told before they are replaced, and are not taken back by Undo', async ({
  openApp,
}) => {
  const { page } = await openApp();
  const address = '#/quality?range=2024-01-01..2025-12-31&chart=individuals&of=yield';
  const other = await openBeside(page, address);
  await openScreen(page, address, 'Quality');
  const panel = (window: Page) => window.getByRole('region', { name: 'Is the process able?' });
  const typeIn = async (window: Page, lower: string) => {
    await panel(window).getByRole('textbox', { name: 'At least' }).fill(lower);
    await panel(window).getByRole('textbox', { name: 'At least' }).press('Enter');
    await panel(window).getByRole('button', { name: 'Keep these limits' }).click();
    return window.getByRole('dialog');
  };
  const [mine, theirs] = [await typeIn(page, '90'), await typeIn(other, '92')];
  await expect(theirs).toContainText('Yield: At least 92 %');
  await mine.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(mine).toHaveCount(0);
  await expect(panel(page).getByRole('button', { name: 'Undo' })).toBeVisible();

  await expect(theirs).toContainText('Kept meanwhile, in another window: At least 90 %. Keeping replaces that.');
  await theirs.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(theirs).toHaveCount(0);
  await expect(panel(page).getByRole('textbox', { name: 'At least' })).toHaveValue('92');
  await expect(panel(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
});
