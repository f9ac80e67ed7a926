import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pdfPages } from '../db/testing/pdf-text.ts';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { openScreen, runCommand } from './steps.ts';
import { cli, generate } from './store.ts';

const year = 'from=2024-01-01&to=2024-12-31';

/** Puts a part of the screen that is shown on the dashboard that was made first here. */
async function put(page: Page, part: string | null): Promise<void> {
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('button', { name: 'Put on a dashboard…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put on a dashboard' });
  if (part !== null) {
    await dialog.getByRole('combobox', { name: 'What of this screen' }).click();
    await page.getByRole('option', { name: part }).click();
  }
  await dialog.getByRole('combobox', { name: 'Dashboard' }).click();
  await page.getByRole('option', { name: 'Meeting' }).click();
  await dialog.getByRole('button', { name: 'Put it there' }).click();
  await expect(dialog.getByRole('status')).toContainText('It is the last tile of Meeting.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);
}

const percent = (share: number) => `${(share * 100).toFixed(1)}`;

test('parts of OEE, Quality and Records are put on a dashboard, which is written as one PDF that opens it again', async ({
  store,
  openApp,
}, testInfo) => {
  await generate(store, '--records', '2000', '--from', '2024-01-01', '--to', '2024-12-31', '--seed', '5');
  const asked = { measures: ['oee', 'scrapRate', 'records', 'good'], from: '2024-01-01', to: '2024-12-31' };
  const { rows } = await cli(store, 'query', JSON.stringify(asked));
  const [oee = 0, scrapRate = 0, records = 0, good = 0] = (rows as number[][])[0] ?? [];
  const { page } = await openApp();

  // The first one makes the dashboard.
  await openScreen(page, `#/explore?m=good&by=line&as=bar&${year}`, 'Explore');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('button', { name: 'Put on a dashboard…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put on a dashboard' });
  await dialog.getByRole('combobox', { name: 'Dashboard' }).click();
  await page.getByRole('option', { name: 'A new one' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the dashboard' }).fill('Meeting');
  expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Put it there' }).click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await openScreen(page, `#/oee?${year}`, 'OEE');
  await put(page, 'OEE and its factors');
  await put(page, 'Where the time went');
  await openScreen(page, `#/quality?chart=p&points=month&${year}`, 'Quality');
  await put(page, 'Control chart');
  await put(page, 'First-pass yield');
  await openScreen(page, `#/records?sort=line.asc&${year}`, 'Records');
  await put(page, null);

  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.keyboard.press('Escape');
  await openScreen(page, `#/dashboards?${year}`, 'Morning');
  await page.getByRole('button', { name: 'All dashboards' }).click();
  await page.getByRole('menuitem', { name: 'Meeting' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Meeting' })).toBeVisible();
  const region = (name: string | RegExp) => page.getByRole('main').getByRole('region', { name });
  await expect(region('OEE and its factors')).toContainText(percent(oee));
  await expect(region('Where did the time go?')).toContainText('Planned time');
  await expect(region('Is the scrap rate in control?')).toContainText('%');
  await expect(region('First records').getByRole('row').nth(1)).toContainText('Assembly 1');
  await expect(region('First records')).toContainText(`${records.toLocaleString('en-GB')} records`);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  expect(await axeFaults(page, 'main')).toEqual([]);

  await page.getByRole('button', { name: 'More about this dashboard' }).click();
  await page.getByRole('menuitem', { name: 'Export as PDF…' }).click();
  const writing = page.getByRole('dialog', { name: 'Export what is shown' });
  await expect(writing.getByRole('radio', { name: 'The dashboard Meeting' })).toBeChecked();
  const download = page.waitForEvent('download');
  await writing.getByRole('button', { name: 'Export as PDF' }).click();
  const file = await download;
  const path = testInfo.outputPath('meeting.pdf');
  await file.saveAs(path);
  await expect(writing).toContainText('with 6 tiles.');
  await writing.getByRole('button', { name: 'Close', exact: true }).last().click();
  const text = pdfPages(await readFile(path)).join('\n');
  for (const words of [
    'Meeting',
    'OEE and its factors',
    percent(oee),
    percent(scrapRate).slice(0, 2),
    Math.round(good).toLocaleString('en-GB'),
    `of ${records.toLocaleString('en-GB')} rows`,
    'Upper limit',
    'sum of good',
    'Page 1 of',
  ])
    expect(text).toContain(words);

  // Dropped on the window it opens the dashboard again.
  await openScreen(page, '#/health', 'Health');
  const content = (await readFile(path)).toString('base64');
  await page.evaluate((base64) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'meeting.pdf'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, content);
  await expect(page.getByRole('heading', { level: 1, name: 'Meeting' })).toBeVisible();

  // By the clock, as it is then; and what opens first is chosen among the settings.
  await runCommand(page, 'schedule a report');
  const schedule = page.getByRole('dialog', { name: 'Schedule a report' });
  await expect(schedule.getByLabel('Name')).toHaveValue('Meeting');
  await expect(schedule.getByRole('list', { name: 'Next' }).getByRole('listitem').first()).toContainText(
    /Meeting .*\.pdf/,
  );
  await page.keyboard.press('Escape');
  await expect(schedule).toHaveCount(0);
  await page.keyboard.press('Control+,');
  await page.getByRole('searchbox', { name: 'Search settings' }).fill('landing');
  await page.getByRole('combobox', { name: 'Open first' }).click();
  await page.getByRole('option', { name: 'Meeting' }).click();
  expect(await page.evaluate(() => localStorage.getItem('throughline.start'))).toContain('Meeting');
});

test('the capability of a measure is a tile, with the indices of its screen by the limits that are kept, in its PDF too', async ({
  store,
  openApp,
}) => {
  await generate(store, '--records', '2000', '--from', '2024-01-01', '--to', '2024-12-31', '--seed', '5');
  const { page } = await openApp();
  await openScreen(page, `#/quality?chart=individuals&of=yield&points=week&${year}`, 'Quality');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('button', { name: 'Put on a dashboard…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put on a dashboard' });
  await dialog.getByRole('combobox', { name: 'What of this screen' }).click();
  await page.getByRole('option', { name: 'Capability' }).click();
  await dialog.getByRole('button', { name: 'Put it there' }).click();
  await dialog.getByRole('link', { name: 'Open the dashboard' }).click();
  const tile = page.getByRole('main').getByRole('region', { name: 'Capability: Yield' });
  await expect(tile).toContainText('No limits are kept for Yield.');

  await openScreen(page, `#/quality?chart=individuals&of=yield&points=week&${year}`, 'Quality');
  const capability = page.getByRole('region', { name: 'Is the process able?' });
  for (const [name, value] of [
    ['At least', '90'],
    ['Target', '96'],
    ['At most', '99.9'],
  ] as const) {
    await capability.getByRole('textbox', { name }).fill(value);
    await capability.getByRole('textbox', { name }).press('Enter');
  }
  await capability.getByRole('button', { name: 'Keep these limits' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(capability.getByRole('row')).toHaveCount(3);
  const indices = await capability.getByRole('row').allTextContents();

  await openScreen(page, `#/dashboards?${year}`, 'Morning');
  await expect(tile.getByRole('row')).toHaveText(indices);
  await expect(tile).toContainText('At least 90 %, Target 96 %, At most 99.9 %');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  expect(await axeFaults(page, 'main')).toEqual([]);

  await page.keyboard.press('Control+e');
  const writing = page.getByRole('dialog', { name: 'Export what is shown' });
  const download = page.waitForEvent('download');
  await writing.getByRole('button', { name: 'Export as PDF' }).click();
  const text = pdfPages(await readFile(await (await download).path())).join('\n');
  expect(text).toContain('Capability: Yield');
  const told = indices.flatMap((row) => row.match(/[CP]p[km]? \d+\.\d\d/g) ?? []);
  expect(told).toHaveLength(5);
  for (const index of told) expect(text).toContain(index.replace(' ', ''));
});
