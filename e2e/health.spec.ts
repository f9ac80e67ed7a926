import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openReadable } from '../db/engine/sqlite/connection.ts';
import { writeFromOutside } from '../db/testing/write-from-outside.ts';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { goTo, runCommand } from './steps.ts';
import { cli, generate } from './store.ts';

test.beforeEach(async ({ store }) => {
  await generate(store, '--records', '4000', '--from', '2025-01-01', '--to', '2025-12-31', '--seed', '3');
});

async function change(page: Page, settings: Record<string, string>): Promise<void> {
  await page.keyboard.press('Control+,');
  for (const [name, value] of Object.entries(settings)) await page.getByRole('textbox', { name }).fill(value);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Asks what Overview asks for a range that nothing was asked for yet. */
async function ask(page: Page, from: string): Promise<void> {
  await goTo(page, `#/overview?from=${from}&to=2025-12-31`);
  await expect(page.getByRole('region', { name: 'Which line made what?' }).getByRole('table')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

test('what was asked shows up, and a slow question is listed with how it was answered', async ({ openApp, store }) => {
  const { rows } = (await cli(store, 'records', '--limit', '1')) as { rows: { lotNumber: string }[] };
  const lot = rows[0]?.lotNumber ?? '';
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await change(page, { 'A question is slow after': '1' });
  // No summary and no column holds lots, so it is read from the file, which takes longer than that.
  await ask(page, `2025-02-03&f.lot=${lot}`);
  await page.keyboard.press('Alt+0');
  await expect(page.getByRole('heading', { level: 1, name: 'Health' })).toBeVisible();
  const figure = page.locator('section', { has: page.getByRole('heading', { name: 'Response time', exact: true }) });
  await expect(figure).toContainText(/\d+ questions in the last hour/);
  await expect(page.getByRole('application', { name: /How long did answers take/ })).toBeVisible();

  const kinds = page.getByRole('region', { name: 'What was asked?' }).getByRole('table');
  await expect(kinds.getByRole('rowheader', { name: 'Figures and charts' })).toBeVisible();
  const shapes = page.getByRole('region', { name: 'Which questions take the most time?' }).getByRole('table');
  const shape = /^report of .*by line; days; where lot is one/;
  await expect(shapes.getByRole('rowheader', { name: shape })).toBeVisible();

  const slow = page.getByRole('region', { name: 'Which questions were slow?' }).getByRole('table');
  await slow.getByRole('button', { name: shape }).click();
  const drawer = page.getByRole('complementary', { name: 'A slow question' });
  await expect(drawer.getByRole('heading', { name: 'Where the time went' })).toBeVisible();
  await expect(drawer.getByText('Reading')).toBeVisible();
  await drawer.locator('summary').first().click();
  await expect(drawer.getByText(/^SELECT/i).first()).toBeVisible();
  await expect(drawer, 'no value of a filter is kept').not.toContainText(lot);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('tables sort by their headings, by keyboard too', async ({ openApp }) => {
  const { page } = await openApp();
  await ask(page, '2025-03-04');
  await page.keyboard.press('Alt+0');
  const table = page.getByRole('region', { name: 'What was asked?' }).getByRole('table');
  const heading = table.getByRole('columnheader', { name: 'Kind' });
  await expect(heading).toHaveAttribute('aria-sort', 'none');
  await heading.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  const names = await table.getByRole('rowheader').allTextContents();
  expect(names).toEqual(names.toSorted());
});

test('an alert is told once, is counted at the rail while it lasts, and goes with its cause', async ({ openApp }) => {
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const notice = page.getByText('The disk is nearly full');
  const link = page.getByRole('link', { name: 'Health' });
  await expect(notice).toHaveCount(0);

  await change(page, { 'Little free disk space': '10000' });
  await expect(notice).toBeVisible();
  await expect(link).toContainText('1 alert');
  await page.getByRole('button', { name: 'Close this message' }).click();
  await expect(notice).toHaveCount(0);

  await link.click();
  const alerts = page.getByRole('region', { name: 'Alerts' });
  await expect(alerts).toContainText('The disk is nearly full');
  await expect(alerts).toContainText('less than 10,000.00 GB');
  await page.keyboard.press('Alt+1');
  await expect(notice, 'told again').toHaveCount(0);
  await page.keyboard.press('Alt+0');
  await alerts.getByRole('button', { name: 'Make room' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Maintenance' })).toBeVisible();

  await change(page, { 'Little free disk space': '0' });
  await expect(link).not.toContainText('alert');
  await page.keyboard.press('Alt+0');
  await expect(page.getByText('Nothing needs attention')).toBeVisible();
});

test('an alert leads to what is to be looked at', async ({ openApp }) => {
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await change(page, { 'A question is slow after': '1', 'Answers are slow': '1' });
  // Fewer than fifty questions say nothing of how slow they are in general.
  for (let day = 1; day <= 9; day += 1) await ask(page, `2025-02-0${day}`);
  await page.keyboard.press('Alt+0');
  await page.getByRole('tab', { name: 'Store' }).click();
  await expect(page.getByRole('region', { name: 'How large is the store?' })).toBeVisible();
  await page.getByRole('button', { name: 'Show slow questions' }).click();
  await expect(page.getByRole('region', { name: 'Which questions were slow?' })).toBeInViewport();
});

test('the alerts of the log, of the integrity check and of backups lead to what ends them', async ({
  openApp,
  store,
}) => {
  const live = join(store, 'live.db');
  writeFromOutside(live, "UPDATE import_batches SET imported_at = '2020-01-01T00:00:00.000Z'");
  // Who reads a file keeps its log from being given back.
  const other = openReadable(live);
  const held = other.iterate('SELECT id FROM records');
  held.next();
  await cli(store, 'generate', '--records', '9000', '--from', '2026-01-01', '--to', '2026-02-28', '--seed', '4');

  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await change(page, { 'Large write-ahead log': '1' });
  await page.keyboard.press('Alt+0');
  const alert = (title: string) =>
    page.getByRole('region', { name: 'Alerts' }).getByRole('listitem').filter({ hasText: title });
  await expect(alert('The integrity check is overdue')).toContainText('No check has run yet');
  await expect(alert('The backup is overdue')).toContainText('No backup has been made yet');

  await alert('The write-ahead log is large').getByRole('button', { name: 'Show the store' }).click();
  await expect(page.getByRole('tab', { name: 'Store' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: 'How large is the store?' })).toBeInViewport();
  held.return?.();
  other.close();

  await alert('The backup is overdue').getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Maintenance' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Folder' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+0');

  await alert('The integrity check is overdue').getByRole('button', { name: 'Check integrity' }).click();
  await expect(page.getByText('All is sound', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Alt+0');
  await expect(alert('The backup is overdue')).toBeVisible();
  await expect(alert('The integrity check is overdue')).toHaveCount(0);
});

test('answers that are kept can be forgotten', async ({ openApp }) => {
  const { page } = await openApp();
  await ask(page, '2025-04-05');
  await page.keyboard.press('Alt+0');
  await page.getByRole('tab', { name: 'Memory' }).click();
  const room = page.getByRole('region', { name: 'Room' });
  await expect(room.getByText(/^[1-9]\d*$/).first()).toBeVisible();
  await room.getByRole('button', { name: 'Forget all answers' }).click();
  await expect(room.getByText(/^\d+ forgotten\.$/)).toBeVisible();
});

test('every part of the screen, light and dark and in both languages, has no accessibility fault', async ({
  openApp,
}) => {
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await change(page, { 'A question is slow after': '1', 'Little free disk space': '10000' });
  await ask(page, '2025-05-06');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Alt+0');
  for (const language of ['en', 'ko']) {
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const theme of ['light', 'dark']) {
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await expect(tab).toHaveAttribute('aria-selected', 'true');
        expect.soft(await axeFaults(page), `${await tab.textContent()}, ${theme}`).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(overflow, 'cut off sideways').toBeLessThanOrEqual(0);
      }
      await page.keyboard.press('Control+Shift+l');
    }
    await runCommand(page, 'locale');
  }
});

test('the report is printed by a command from anywhere, light and on several pages', async ({ openApp }) => {
  const { page } = await openApp();
  await ask(page, '2025-06-07');
  await page.emulateMedia({ colorScheme: 'dark' });
  const printed = page.evaluate(
    () =>
      new Promise((resolve) => {
        window.print = () => resolve(document.querySelectorAll('h2').length);
      }),
  );
  await runCommand(page, 'health report');
  expect(await printed, 'the titles of all parts').toBeGreaterThan(12);
  await expect(page.getByRole('heading', { level: 1, name: 'Health report' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Health' })).toHaveAttribute('aria-current', 'page');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Back to Health' })).toBeHidden();
  const cut = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const scheme = document.documentElement.getAttribute('data-mantine-color-scheme');
    dispatchEvent(new Event('afterprint'));
    return { scheme, hidden: document.body.scrollHeight < (document.querySelector('main')?.scrollHeight ?? 0) };
  });
  expect(cut).toEqual({ scheme: 'light', hidden: false });
});
