import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { runCommand } from './steps.ts';
import { cli, generate } from './store.ts';

test.beforeEach(async ({ store }) => {
  await generate(store, '--records', '2000', '--from', '2025-01-01', '--to', '2025-06-30', '--seed', '3');
});

const openMaintenance = (page: Page) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Maintenance' }).click();
const panelOf = (page: Page) => page.getByRole('region', { name: 'Done by itself' });
const rowOf = (page: Page, task: string) => panelOf(page).getByRole('row', { name: new RegExp(task) });

test('when each task runs is seen, chosen and kept', async ({ openApp, store }) => {
  const first = await openApp();
  const { page } = first;
  await openMaintenance(page);
  await expect(rowOf(page, 'Check integrity')).toContainText(/Sundays at 03:00.*03:00.*none yet/);
  await expect(rowOf(page, 'Back up')).toContainText('Once backups are set up');
  await expect(rowOf(page, 'Compact')).toContainText('Off');

  await page.getByRole('button', { name: 'Change when: Check integrity' }).click();
  const dialog = page.getByRole('dialog', { name: 'When: Check integrity' });
  await dialog.getByRole('combobox', { name: 'Every' }).click();
  await page.getByRole('option', { name: 'Month' }).click();
  await dialog.getByRole('combobox', { name: 'On' }).click();
  await page.getByRole('option', { name: 'The last day' }).click();
  await dialog.getByLabel('At').fill('04:45');
  await expect(dialog).toContainText(/Next: .*04:45.*04:45.*04:45/);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, 'Check integrity')).toContainText('The last day of the month at 04:45');

  await page.getByRole('switch', { name: 'Compact (VACUUM) by itself' }).click();
  await expect(rowOf(page, 'Compact')).toContainText(/Day 3 of the month at 05:00.*05:00/);
  await page.getByRole('switch', { name: 'Optimise by itself' }).click();
  await expect(rowOf(page, 'Optimise')).toContainText('Off');
  await cli(store, 'backup', 'plan', '--to', join(store, '..', 'backups'));
  await first.close();

  const again = await openApp();
  await openMaintenance(again.page);
  await expect(rowOf(again.page, 'Check integrity')).toContainText('The last day of the month at 04:45');
  await expect(rowOf(again.page, 'Optimise')).toContainText('Off');
  await expect(rowOf(again.page, 'Back up')).toContainText(/Every day at 02:10.*02:10/);
});

test('a rule of cron is checked as it is typed, in words', async ({ openApp }) => {
  const { page } = await openApp();
  await openMaintenance(page);
  await page.getByRole('button', { name: 'Change when: Optimise' }).click();
  const dialog = page.getByRole('dialog', { name: 'When: Optimise' });
  await dialog.getByRole('combobox', { name: 'Every' }).click();
  await page.getByRole('option', { name: 'By a rule' }).click();
  const rule = dialog.getByRole('textbox', { name: 'Rule' });
  const save = dialog.getByRole('button', { name: 'Save', exact: true });
  await expect(rule).toHaveValue('30 2 * * 0');
  await rule.fill('30 25 * * 1-5');
  await expect(dialog.getByRole('status')).toHaveText('The second part is an hour, 0 to 23.');
  await expect(save).toBeDisabled();
  expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
  await rule.fill('30 21 * * 1-5');
  await expect(dialog.getByRole('status')).toHaveText(/^Next: .*21:30/);
  await save.click();
  await expect(rowOf(page, 'Optimise')).toContainText('By the rule 30 21 * * 1-5');
});

test('a task is run now, from its row or the palette, and what came of it is its last run', async ({ openApp }) => {
  const { page } = await openApp();
  await openMaintenance(page);
  await page.getByRole('button', { name: 'Run now: Check integrity' }).click();
  await expect(rowOf(page, 'Check integrity')).toContainText('All is sound: 2,000 records in 1 file');
  await runCommand(page, 'analyze');
  await expect(rowOf(page, 'Optimise')).toContainText(/The keys of \d+ indexes were counted anew/);
  await runCommand(page, 'cron');
  await expect(page.locator(':focus')).toContainText('Done by itself');
  expect(await axeFaults(page)).toEqual([]);
});
