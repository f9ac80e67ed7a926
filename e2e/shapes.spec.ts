import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { runCommand } from './steps.ts';

async function choose(page: Page, file: string, button = 'Import a file'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('main').getByRole('button', { name: button }).click();
  await (await chooser).setFiles(file);
}

async function expectGood(page: Page, sum: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('button', { name: /Production dates/ }).click();
  await page.getByRole('button', { name: 'All records' }).click();
  await expect(page.getByRole('main').getByRole('region', { name: 'Good', exact: true })).toContainText(sum);
}

test('a printed list: units below the headings, headings on each page and totals are no records', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('printed.csv');
  const day = (at: number) => `2024-01-${String(at).padStart(2, '0')}`;
  const pageOf = (first: number) => [
    ...[0, 1, 2].map((at) => `${day(first + at)},Press 1,100,7.5`),
    ',Subtotal,300,22.5',
    `Page ${first} of 7,,,`,
  ];
  const heading = ['Date,Line,Good,Run minutes', ',,kg,h'];
  await writeFile(file, [...heading, ...pageOf(1), ...heading, ...pageOf(4), 'Total,,600,45'].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  const panel = page.getByRole('region', { name: 'Which rows are records' });
  await expect(panel.getByText('Line 2 holds the units of the columns')).toBeVisible();
  await expect(panel.getByText('2 repeated headings left out (lines 8, 9)')).toBeVisible();
  await expect(panel.getByText('3 totals left out (lines 6, 13, 15)')).toBeVisible();
  await expect(page.getByText('Left out: adds up other rows').first()).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 6 rows' }).click();
  await expect(page.getByRole('heading', { name: 'printed.csv is imported' })).toBeVisible();
  await expect(page.getByText('2 page marks left out (lines 7, 14)')).toBeVisible();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Records' }).click();
  await expect(page.getByRole('gridcell', { name: '450' }).first()).toBeVisible();
  await expectGood(page, '600');
});

test('a table with a column for each day becomes a record a day, and can be left as columns', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('wide.csv');
  await writeFile(file, 'Line,2024-03-01,2024-03-02,2024-03-03\nPress 1,10,20,30\nPress 2,1,,3\n');
  const { page } = await openApp();
  await choose(page, file);
  const panel = page.getByRole('region', { name: 'Which rows are records' });
  await expect(
    panel.getByText("3 columns, from '2024-03-01' to '2024-03-03', are records beside each other"),
  ).toBeVisible();
  await expect(panel.getByRole('combobox', { name: 'Their headings are' })).toHaveValue('Production date');
  await page.getByRole('button', { name: 'Import 5 rows' }).click();
  await expect(page.getByRole('heading', { name: 'wide.csv is imported' })).toBeVisible();
  await expectGood(page, '64');
});

test('lots and their process values are joined by the lot, and lines of both files that are no rows corrected', async ({
  openApp,
}, testInfo) => {
  const lots = testInfo.outputPath('lots.csv');
  const values = testInfo.outputPath('values.csv');
  await writeFile(
    lots,
    'Date,Line,Lot\n2024-01-01,Press 1,A1\n2024-01-02,Press 1,A2\n2024-01-03,Press 1,A3\n2024-01-04,Press 1\n2024-01-05,Press 1,A5\n',
  );
  await writeFile(values, 'Lot;Good;Speed\nA1;100;7\nA2;200;8\nA4;400;9\nA5;500\n');
  const { page } = await openApp();
  await choose(page, lots);
  await choose(page, values, 'Join a second file');
  const panel = page.getByRole('region', { name: 'Which rows are records' });
  await expect(panel.getByRole('combobox', { name: 'Same in values.csv' })).toHaveValue('Lot');
  await expect(panel.getByText('1 row finds none in the second file (line 4)')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByRole('heading', { name: 'lots.csv is imported' })).toBeVisible();
  await page.getByRole('button', { name: 'Correct rows' }).first().click();

  const grid = page.getByRole('grid', { name: 'Rows set aside' });
  await expect(grid.getByRole('columnheader', { name: 'Why the line makes none' })).toBeVisible();
  await expect(grid.getByRole('columnheader', { name: 'Why the lines of both files make none' })).toBeVisible();
  // What is wider are other lines, below headings of their own.
  await expect(grid.getByRole('columnheader', { name: 'beyond the headings' })).toHaveCount(0);
  await grid.locator('[data-at="1:2"]').click();
  await page.keyboard.type('A4');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 3 are records now')).toBeVisible();
  await grid.locator('[data-at="2:5"]').click();
  await expect(page.getByRole('combobox', { name: 'Column' }).locator('option:checked')).toHaveText('Speed');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 3 are records now')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('lines.png') });
  await page.getByRole('button', { name: 'Import 2 corrected rows' }).click();
  await expect(page.getByText('Imported: 2 records added')).toBeVisible();
  await page.getByRole('button', { name: 'Back to imports' }).click();
  await expect(page.getByText('lots.csv + values.csv').first()).toBeVisible();
  await expectGood(page, '1,200');
});

test('a column that no heading names is called in the language of the window', async ({ openApp }, testInfo) => {
  const file = testInfo.outputPath('between.csv');
  const rows = ['L1,,', '2024-01-01,A,10', '2024-01-02,A,12', 'L2,,', '2024-01-03,B,7', '2024-01-04,B,9'];
  await writeFile(file, ['Date,Item,Good', ...rows].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  const mapping = page.getByRole('region', { name: 'Which column is which' });
  await expect(mapping.getByText('Between rows', { exact: true })).toBeVisible();
  await runCommand(page, 'locale');
  const inKorean = page.getByRole('region', { name: '열과 항목 연결' });
  await expect(inKorean.getByText('행 사이의 글', { exact: true })).toBeVisible();
  await expect(inKorean.getByText('Between rows')).toHaveCount(0);
});
