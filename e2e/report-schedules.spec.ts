import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pdfPages } from '../db/testing/pdf-text.ts';
import { sheetRows } from '../db/testing/read-elsewhere.ts';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { goTo, runCommand, saveView } from './steps.ts';
import { cli, generate } from './store.ts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

async function openReports(page: Page): Promise<void> {
  await runCommand(page, 'scheduled reports');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scheduled reports');
}

test('what is shown is scheduled, written into a folder now and again without writing over a file, paused and removed', async ({
  openApp,
  store,
}) => {
  await generate(store, '--records', '3000', '--from', daysAgo(40), '--to', daysAgo(0), '--seed', '3');
  const folder = join(store, '..', 'to the office');
  await mkdir(folder);
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await goTo(page, '#/explore?m=good,yield&by=line&as=table');
  await expect(page.getByRole('columnheader', { name: /Yield/ }).first()).toBeVisible();
  await saveView(page, 'Good by line');

  await runCommand(page, 'schedule a report');
  const dialog = page.getByRole('dialog', { name: 'Schedule a report' });
  await expect(dialog.getByLabel('Name')).toHaveValue('Good by line');
  await dialog.getByLabel('Folder').fill(join(folder, 'not there'));
  await dialog.getByRole('combobox', { name: 'Of which days' }).click();
  await page.getByRole('option', { name: 'Last 7 days' }).click();
  await expect(dialog.getByRole('list', { name: 'Next' }).getByRole('listitem')).toContainText([
    /06:00.*Good by line .* to .*\.csv/,
    /06:00/,
    /06:00/,
  ]);
  expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('is not there. Nothing was saved');
  await dialog.getByLabel('Folder').fill(folder);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();

  await openReports(page);
  const reports = page.getByRole('region', { name: 'Reports', exact: true });
  const history = page.getByRole('region', { name: 'What was written' });
  const row = reports.getByRole('row', { name: /Good by line/ });
  await expect(row).toContainText(/Every day at 06:00.*Last 7 days.*06:00.*none yet/);
  const runNow = row.getByRole('button', { name: 'Run now: Good by line' });
  await runNow.click();
  await expect(row).toContainText(/\d+ rows, /);
  await runNow.click();
  await expect(history.getByRole('row')).toHaveCount(3);
  expect(await axeFaults(page)).toEqual([]);

  const [first = '', ...others] = (await readdir(folder)).toSorted().toReversed();
  const range = { from: daysAgo(7), to: daysAgo(1) };
  expect(first).toBe(`Good by line ${range.from} to ${range.to}.csv`);
  expect(others).toEqual([`Good by line ${range.from} to ${range.to} (2).csv`]);
  const asked = { measures: ['good', 'yield'], dimensions: ['line'], ...range };
  const answer = (await cli(store, 'query', JSON.stringify(asked))) as { rows: (string | number)[][] };
  const written = (await readFile(join(folder, first), 'utf8')).split('\r\n');
  for (const [line, good] of answer.rows)
    expect(written.some((text) => text.startsWith(`${line},${good},`))).toBe(true);

  await row.getByRole('button', { name: 'Change the report Good by line' }).click();
  const change = page.getByRole('dialog', { name: 'Change Good by line' });
  await change.getByText('After each shift').click();
  await change.getByRole('combobox', { name: 'Shift, as records name it' }).fill('A');
  await change.getByLabel('Ends at').fill('22:00');
  await change.getByRole('combobox', { name: 'Format' }).click();
  await page.getByRole('option', { name: 'Workbook (XLSX)' }).click();
  await expect(change.getByRole('list', { name: 'Next' })).toContainText(/22:30.*Good by line \S+ A\.xlsx/);
  await change.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row).toContainText('30 min after the shifts A (22:00)');
  await cli(store, 'report-schedules', 'run', 'Good by line');
  expect((await readdir(folder)).filter((name) => name.endsWith(' A.xlsx'))).toHaveLength(1);

  await rename(folder, `${folder} of before`);
  await runNow.click();
  await expect(row).toContainText(`${folder} is not there.`);
  await row.getByRole('switch', { name: 'Good by line by itself' }).press('Space');
  await expect(row).toContainText('Paused');
  await row.getByRole('button', { name: 'Remove the report Good by line' }).click();
  await page.getByRole('button', { name: 'Remove the report', exact: true }).click();
  await expect(reports).toContainText('No report is written by itself yet');
  expect(await readdir(`${folder} of before`)).toHaveLength(3);
});

test('a report asks what its view shows by now, and one that fails is told of until it is paused', async ({
  openApp,
  store,
}) => {
  await generate(store, '--records', '1000', '--from', daysAgo(20), '--to', daysAgo(0), '--seed', '3');
  const folder = join(store, '..', 'to the office');
  await mkdir(folder);
  const query = { measures: ['good'], dimensions: ['line'], filters: [], orderBy: [] };
  const scheduled = {
    name: 'Scrap',
    question: { of: 'report', query },
    view: { screen: 'explore', params: 'm=good&by=line&as=table' },
    savedAs: 'Scrap',
    range: 'last7days',
    format: 'xlsx',
    folder,
    when: { by: 'rule', rule: '0 6 * * *' },
  };
  await cli(store, 'report-schedules', 'add', JSON.stringify(scheduled));
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await goTo(page, '#/explore?m=scrapRate&by=line&as=table');
  await expect(page.getByRole('columnheader', { name: /Scrap rate/ }).first()).toBeVisible();
  await saveView(page, 'Scrap');
  await openReports(page);
  await page.getByRole('button', { name: 'Change the report Scrap' }).click();
  const change = page.getByRole('dialog', { name: 'Change Scrap' });
  await expect(change).toContainText('The view Scrap was changed since.');
  await change.getByRole('button', { name: 'Use the view as it is now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Schedule a report' });
  await expect(dialog.getByRole('combobox', { name: 'Report' })).toHaveValue('Scrap');
  await expect(dialog.getByRole('radio', { name: 'Scrap rate by line' })).toBeChecked();
  await expect(dialog.getByRole('combobox', { name: 'Format' })).toHaveValue('Workbook (XLSX)');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  await cli(store, 'report-schedules', 'run', 'Scrap');
  const [file = ''] = await readdir(folder);
  const [headings] = await sheetRows(join(folder, file), 'Data');
  expect(headings).toEqual(['Line', 'Scrap rate']);

  await openReports(page);
  await rename(folder, `${folder} of before`);
  await page.getByRole('button', { name: 'Run now: Scrap' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'A scheduled report was not written' })).toBeVisible();
  await page.getByRole('button', { name: 'Show health' }).click();
  const alerts = page.getByRole('region', { name: 'Alerts' });
  await expect(alerts).toContainText('A scheduled report was not written Scrap.');
  await alerts.getByRole('button', { name: 'Show scheduled reports' }).click();
  await page.getByRole('switch', { name: 'Scrap by itself' }).press('Space');
  await expect(page.getByRole('row', { name: /Scrap/ }).first()).toContainText('Paused');
  await page.getByRole('link', { name: 'Health' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Health');
  await expect(page.getByText('A scheduled report was not written')).toHaveCount(0);
});

test('a whole screen is scheduled from where it is shown, with what is chosen on it, and written of the days of its run', async ({
  openApp,
  store,
}) => {
  await generate(store, '--records', '1000', '--from', daysAgo(20), '--to', daysAgo(0), '--seed', '3');
  const folder = join(store, '..', 'to the office');
  await mkdir(folder);
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await goTo(page, '#/overview?range=last30days&view=yield');
  await expect(page.getByText('How good was it?')).toBeVisible();
  await runCommand(page, 'schedule a report');
  const dialog = page.getByRole('dialog', { name: 'Schedule a report' });
  await expect(dialog.getByRole('radio', { name: 'The whole overview' })).toBeChecked();
  await expect(dialog.getByLabel('Name')).toHaveValue('The whole overview');
  await expect(dialog.getByRole('list', { name: 'Next' })).toContainText(/The whole overview .*\.pdf/);
  await dialog.getByLabel('Folder').fill(folder);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  const [kept] = ((await cli(store, 'report-schedules')) as { schedules: { schedule: unknown }[] }).schedules;
  expect(kept?.schedule).toMatchObject({
    question: { of: 'screen', screen: 'overview', params: 'view=yield', filters: [] },
    format: 'pdf',
  });
  await cli(store, 'report-schedules', 'run', 'The whole overview');
  expect(await readdir(folder)).toEqual([`The whole overview ${daysAgo(1)}.pdf`]);
  const text = pdfPages(await readFile(join(folder, `The whole overview ${daysAgo(1)}.pdf`))).join('');
  for (const part of ['Key numbers', 'Trend', 'Output by line', 'Defects by reason']) expect(text).toContain(part);
});
