import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { decayText } from '../db/testing/decay.ts';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { cli, generate } from './store.ts';

const PAGE_BYTES = 4_096;

test.beforeEach(async ({ store }) => {
  await generate(store, '--records', '3000', '--from', '2024-11-01', '--to', '2025-03-31', '--seed', '3');
  await cli(store, 'archive', '--year', '2024');
});

const panelOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Damaged files', exact: true }) });
const records = (page: Page) => page.locator('dt', { hasText: /^Records$/ }).locator('xpath=following-sibling::dd');
const notice = (page: Page, file = 'archive_2024.db') => page.getByRole('alert').filter({ hasText: file });
const sound = async (page: Page) => expect(await axeFaults(page)).toEqual([]);

async function overwrite(store: string, change: (content: Buffer) => void): Promise<void> {
  const file = join(store, 'archive_2024.db');
  const content = await readFile(file);
  change(content);
  await chmod(file, 0o644);
  await writeFile(file, content);
}

test('an archive that is gone is rebuilt from what the backup has, in one click', async ({ openApp, store }) => {
  await cli(store, 'backup', 'plan', '--to', join(store, '..', 'backups'));
  await cli(store, 'backup');
  await rm(join(store, 'archive_2024.db'), { force: true });
  const { page } = await openApp();
  await expect(notice(page)).toContainText('cannot be read');
  await page.keyboard.press('Alt+9');
  await expect(records(page)).not.toHaveText('3,000');
  await expect(panelOf(page)).toContainText('Its records are missing from every number');
  await panelOf(page).getByRole('button', { name: 'Rebuild…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Copies are looked for in');
  await sound(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Rebuild' }).click();
  await expect(page.getByRole('row', { name: /Rebuild archive_2024/ })).toContainText('archive_2024 is whole again');
  await expect(records(page)).toHaveText('3,000');
  await expect(panelOf(page)).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
});

test('one that is not what was sealed is used as it is once a person says so', async ({ openApp, store }) => {
  await overwrite(store, (content) => {
    content.writeUInt32BE(content.readUInt32BE(96) ^ 1, 96); // the version of SQLite that wrote it last
  });
  const { page } = await openApp();
  await expect(notice(page)).toContainText('is not what was sealed');
  await page.keyboard.press('Alt+9');
  await expect(records(page)).toHaveText('3,000');
  await panelOf(page).getByRole('button', { name: 'Use it as it is…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use it as it is' }).click();
  await expect(page.getByRole('row', { name: /Use archive_2024 as it is/ })).toContainText('is used as it is');
  await expect(panelOf(page)).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
});

test('what is lost without a copy is listed by month, and told until it is taken note of', async ({
  openApp,
  store,
}) => {
  await overwrite(store, (content) => {
    content.fill(0, 0, PAGE_BYTES);
    for (let at = 20 * PAGE_BYTES; at < content.length; at += 11 * PAGE_BYTES) content.fill(0, at, at + PAGE_BYTES);
  });
  const { page } = await openApp();
  await expect(notice(page)).toContainText('cannot be read');
  await page.keyboard.press('Alt+9');
  await panelOf(page).getByRole('button', { name: 'Rebuild…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rebuild' }).click();
  await expect(panelOf(page)).toContainText(/(November|December) 2024: \d+ of [\d,]+ records are lost/);
  await expect(notice(page)).toContainText('is incomplete');
  await sound(page);
  await panelOf(page).getByRole('button', { name: 'Taken note' }).click();
  await expect(panelOf(page)).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
});

test('a live file that decayed says what to do in which order, and is used as it is once a person says so', async ({
  openApp,
  store,
}) => {
  await cli(store, 'backup', 'plan', '--to', join(store, '..', 'backups'));
  await cli(store, 'backup');
  decayText(join(store, 'live.db'), 'WO-');
  const { page } = await openApp();
  await expect(notice(page, 'live.db')).toContainText('Damage was found');
  await page.keyboard.press('Alt+0');
  const alert = page.getByRole('listitem').filter({ hasText: 'The live file is damaged' });
  await alert.getByRole('button', { name: 'Show what to do' }).click();
  await expect(panelOf(page)).toContainText('Its bytes are not those that the program left');
  await expect(panelOf(page).getByRole('button')).toHaveText([
    'Check integrity',
    'Restore a backup…',
    'Use it as it is…',
  ]);
  await sound(page);
  await panelOf(page).getByRole('button', { name: 'Restore a backup…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await panelOf(page).getByRole('button', { name: 'Use it as it is…' }).click();
  await expect(page.getByRole('dialog')).toContainText('What turned stays as it is');
  await page.getByRole('dialog').getByRole('button', { name: 'Use it as it is' }).click();
  await expect(panelOf(page)).toHaveCount(0);
  await expect(notice(page, 'live.db')).toHaveCount(0);
  await page.keyboard.press('Alt+0');
  await expect(page.getByRole('heading', { name: 'Health', level: 1 })).toBeVisible();
  await expect(alert).toHaveCount(0);
});
