import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('main').getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles(file);
}

async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

test('units, numbers that stand for nothing and a date in the name of the file are asked for, and read as answered', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('output_202403.csv');
  const rows = Array.from({ length: 20 }, (_, at) => {
    const weight = at % 2 === 0 ? '2 kg' : '500 g';
    return `Press 1,Bracket,${at === 5 ? '65535 kg' : weight},1.5 h`;
  });
  await writeFile(file, ['line,item_code,good_qty,run_time', ...rows].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  await expect(page.getByRole('group', { name: 'What does good_qty count in?' })).toBeVisible();
  const bar = page.getByText('Answer the questions above first.');
  await expect(bar).toBeVisible();
  await page.getByRole('radio', { name: 'In kg' }).check();
  await page.getByRole('radio', { name: 'No, it stands for nothing recorded' }).check();
  await page.getByRole('radio', { name: 'for all rows, as it names no day' }).check();
  await expect(bar).toHaveCount(0);
  const preview = page.getByRole('region', { name: 'What the first rows become' });
  const row = preview.getByRole('row').filter({ hasText: 'Press 1' });
  await expect(row.nth(0)).toContainText('2024-03-01');
  await expect(row.nth(1).getByRole('cell', { name: '0.5', exact: true })).toBeVisible();
  await expect(row.nth(0).getByRole('cell', { name: '90', exact: true })).toBeVisible();
  await expect(preview.getByRole('table'), 'what stands for nothing is none').not.toContainText('65535');
  expect(await axeFaults(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('values.png'), fullPage: true });
});

test('which of two columns is meant, in what a time counts and which rows take back others is asked for, and read as answered', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('movements.csv');
  const rows = Array.from(
    { length: 9 },
    (_, at) => `2024-03-0${at + 1},Press 1,${at === 4 ? 102 : 101},${100 + at},${200 + at},8,7.5`,
  );
  await writeFile(file, ['Date,Line,Movement type,Qty,Qty,Planned time,Run time', ...rows].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  const bar = page.getByText('Answer the questions above first.');
  await expect(bar).toBeVisible();
  await page.getByRole('radio', { name: 'Qty (2) is read' }).check();
  await page
    .getByRole('group', { name: 'What do the times in Planned time (8) and Run time (7.5) count in?' })
    .getByRole('radio', { name: 'Hours' })
    .check();
  await page.getByRole('radio', { name: 'Yes: what they count is below zero' }).check();
  await expect(bar).toHaveCount(0);
  const preview = page.getByRole('region', { name: 'What the first rows become' });
  const row = preview.getByRole('row').filter({ hasText: 'Press 1' });
  await expect(row.nth(0).getByRole('cell', { name: '200', exact: true })).toBeVisible();
  await expect(row.nth(0).getByRole('cell', { name: '480', exact: true })).toBeVisible();
  await expect(row.nth(0).getByRole('cell', { name: '450', exact: true })).toBeVisible();
  await expect(preview).toContainText('takes back another row');
  expect(await axeFaults(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('movements.png'), fullPage: true });
});

test('a counter that only grows gives each row what it grew by', async ({ openApp }, testInfo) => {
  const file = testInfo.outputPath('counter.csv');
  const rows = Array.from(
    { length: 10 },
    (_, at) => `2024-03-01 06:${String(at * 5).padStart(2, '0')},Press 1,${at * 13}`,
  );
  await writeFile(file, ['time stamp date,line,good', ...rows.reverse()].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  await page.getByRole('button', { name: 'How Good is calculated' }).click();
  await pick(page, 'A counter that only grows', 'What it grew by since the row before');
  await expect(page.getByRole('option'), 'the list has faded').toHaveCount(0);
  await expect(page.getByRole('cell', { name: '13', exact: true }), 'the preview is of now').toHaveCount(9);
  await page.screenshot({ path: testInfo.outputPath('counter.png'), fullPage: true });
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const preview = page.getByRole('region', { name: 'What the first rows become' });
  await expect(preview.getByText('is the first reading of its counter')).toBeVisible();
  await expect(preview.getByRole('cell', { name: '13', exact: true })).toHaveCount(9);
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  await expect(page.getByRole('heading', { name: 'counter.csv is imported' })).toBeVisible();
});

test('what of a quantity is scrap is asked for, where it may be within what was made or a row says so, and read as answered', async ({
  openApp,
}, testInfo) => {
  const days = Array.from({ length: 9 }, (_, at) => `2024-03-0${at + 1}`);
  const made = testInfo.outputPath('made.csv');
  await writeFile(
    made,
    ['date,line,Produced,Scrap', ...days.map((day, at) => `${day},Press 1,${100 + at},7`)].join('\n'),
  );
  const { page } = await openApp();
  await choose(page, made);
  const preview = page.getByRole('region', { name: 'What the first rows become' });
  const first = preview.getByRole('row').filter({ hasText: 'Press 1' }).first();
  await expect(first.getByRole('cell', { name: '100', exact: true })).toBeVisible();
  await page
    .getByRole('group', { name: 'Does Produced count what is in Scrap as well?' })
    .getByRole('radio', { name: 'Yes, it is all that was made: good is Produced less Scrap' })
    .check();
  await expect(first.getByRole('cell', { name: '93', exact: true })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  await expect(page.getByRole('heading', { name: 'made.csv is imported' })).toBeVisible();

  const kinds = testInfo.outputPath('kinds.csv');
  const rows = days.flatMap((day, at) => [`${day},Press 2,Good,${50 + at}`, `${day},Press 2,Scrap,${at + 1}`]);
  await writeFile(kinds, ['date,line,Type,Quantity', ...rows].join('\n'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(kinds);
  const asked = page.getByRole('group', { name: 'Does Type say what each row counts? Good, Scrap' });
  await asked.getByRole('radio', { name: 'Yes: the quantity of a row is what stands there' }).check();
  const second = preview.getByRole('row').filter({ hasText: 'Press 2' }).nth(1);
  await expect(second.getByRole('cell', { name: '50', exact: true })).toHaveCount(0);
  await expect(second.getByRole('cell', { name: '1', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Import 18 rows' }).click();
  await expect(page.getByRole('heading', { name: 'kinds.csv is imported' })).toBeVisible();
});
