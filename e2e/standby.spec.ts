import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { cli, generate } from './store.ts';

test.beforeEach(async ({ store }) => {
  await generate(store, '--records', '3000', '--from', '2025-01-01', '--to', '2025-06-30', '--seed', '3');
});

const panelOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Standby', exact: true }) });
const figure = (page: Page, name: RegExp) =>
  panelOf(page).locator('dt', { hasText: name }).locator('xpath=following-sibling::dd');
const records = (page: Page) => page.locator('dt', { hasText: /^Records$/ }).locator('xpath=following-sibling::dd');
const sound = async (page: Page) => expect(await axeFaults(page)).toEqual([]);

test('a store whose live file is overwritten is put right by its standby in one click', async ({ openApp, store }) => {
  const first = await openApp();
  const { page } = first;
  await page.keyboard.press('Alt+9');
  await expect(panelOf(page)).toContainText('The store has no standby');
  await page.getByRole('button', { name: 'Set up a standby…' }).click();
  await page.getByRole('textbox', { name: 'Folder' }).fill(join(store, 'inside'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('lies in the store itself');
  await page.getByRole('textbox', { name: 'Folder' }).fill(join(store, '..', 'standby'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(figure(page, /^Lag$/)).toHaveText('none');
  await expect(figure(page, /^Missing in it$/)).toHaveText('nothing');
  await expect(figure(page, /^Records in the standby$/)).toHaveText('3,000');
  await sound(page);
  await first.close();
  await cli(store, 'generate', '--records', '500', '--from', '2025-07-01', '--to', '2025-07-31', '--seed', '4');

  await writeFile(join(store, 'live.db'), 'rubbish'.repeat(50_000));
  const second = await openApp();
  await expect(second.page.getByRole('heading', { name: 'The store cannot be opened' })).toBeVisible();
  const standby = second.page.getByRole('article', { name: 'The standby' });
  await expect(standby).toContainText('3,500 records');
  await expect(standby).toContainText('Nothing of what was done would be missing');
  await sound(second.page);
  await second.page.getByRole('button', { name: 'Fail over to the standby' }).click();
  await expect(second.page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await second.page.keyboard.press('Alt+9');
  await expect(records(second.page)).toHaveText('3,500');
  await expect(second.page.getByRole('row', { name: /Fail over to the standby/ })).toContainText('3,500 records');
  await expect(figure(second.page, /^Lag$/)).toHaveText('none');
});

test('a failover that is asked for in the window is done when the program is started again', async ({
  openApp,
  store,
}) => {
  await cli(store, 'standby', 'set', '--to', join(store, '..', 'standby'));
  const first = await openApp();
  const { page } = first;
  await page.keyboard.press('Alt+9');
  await expect(figure(page, /^Lag$/)).toHaveText('none');
  await page.getByRole('button', { name: 'Fail over…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Nothing of what was done would be missing');
  await sound(page);
  await page.getByRole('button', { name: 'Copy and check' }).click();
  await expect(panelOf(page)).toContainText('takes the place of the store as soon as Throughline is started again');
  await first.close();
  const second = await openApp();
  await second.page.keyboard.press('Alt+9');
  await expect(records(second.page)).toHaveText('3,000');
  await expect(second.page.getByRole('row', { name: /Fail over to the standby/ })).toBeVisible();
});
