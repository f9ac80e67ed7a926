import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { cli, generate } from './store.ts';

test.beforeEach(async ({ store }) => {
  await generate(store, '--records', '3000', '--from', '2025-01-01', '--to', '2025-06-30', '--seed', '3');
});

const panelOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Backups', exact: true }) });
const records = (page: Page) => page.locator('dt', { hasText: /^Records$/ }).locator('xpath=following-sibling::dd');

async function saveFolder(page: Page, folder: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Folder' }).fill(folder);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

test('a store is backed up, tried, and put back when the program is started again', async ({ openApp, store }) => {
  const first = await openApp();
  const { page } = first;
  await page.keyboard.press('Alt+9');
  const panel = panelOf(page);
  await expect(panel).toContainText('The store is not backed up');
  await page.getByRole('button', { name: 'Set up backups…' }).click();
  await saveFolder(page, 'backups');
  await expect(page.getByRole('dialog')).toContainText('is not a whole path');
  await saveFolder(page, join(store, '..', 'backups'));
  await expect(panel).toContainText('none yet');

  await page.getByRole('button', { name: 'Back up now' }).click();
  const history = page.getByRole('region', { name: 'Jobs so far' });
  await expect(history.getByRole('row', { name: /Back up to/ })).toContainText('3,000 records are backed up');
  await expect(panel).not.toContainText('none yet');
  await page.getByRole('button', { name: 'Try to restore', exact: true }).click();
  await expect(history.getByRole('row', { name: /Try to restore/ })).toContainText('can be restored: 3,000 records');
  await first.close();
  await cli(store, 'generate', '--records', '500', '--from', '2025-07-01', '--to', '2025-07-31', '--seed', '4');

  const second = await openApp();
  await second.page.keyboard.press('Alt+9');
  await expect(records(second.page)).toHaveText('3,500');
  await second.page.getByRole('button', { name: 'Restore…' }).click();
  await expect(second.page.getByRole('dialog')).toContainText('npm run -s cli -- restore --backup');
  await second.page.getByRole('button', { name: 'Rebuild and check' }).click();
  await expect(panelOf(second.page)).toContainText(
    'takes the place of the store as soon as Throughline is started again',
  );
  await expect(records(second.page)).toHaveText('3,500');
  await second.close();

  const third = await openApp();
  await third.page.keyboard.press('Alt+9');
  await expect(records(third.page)).toHaveText('3,000');
  await expect(third.page.getByRole('row', { name: /Restore a backup/ })).toContainText('3,000 records restored');
  await expect(panelOf(third.page)).not.toContainText('takes the place');
});

test('the backups and their dialogs can be read by a screen reader, in both themes', async ({ openApp, store }) => {
  const { page } = await openApp();
  await page.keyboard.press('Alt+9');
  await page.getByRole('button', { name: 'Set up backups…' }).click();
  await page.getByRole('textbox', { name: 'Folder' }).fill(join(store, '..', 'backups'));
  const sound = async () => expect(await axeFaults(page)).toEqual([]);
  await sound();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(panelOf(page)).not.toContainText('none yet');
  await page.keyboard.press('Control+Shift+L');
  await sound();
  await page.getByRole('button', { name: 'Restore…' }).click();
  await sound();
});
