import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pdfPages } from '../db/testing/pdf-text.ts';
import { sheetRows } from '../db/testing/read-elsewhere.ts';
import { drop, exportAs } from './export-file.ts';
import { expect, test } from './fixtures.ts';
import { goTo } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '2000', '--from', '2024-01-01', '--to', '2024-12-31', '--seed', '5'];

async function openExplore(page: Page, params: string): Promise<void> {
  await goTo(page, `#/explore?${params}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
}

test('a view is written as a workbook and as a PDF, each whole, and each opens the view again', async ({
  store,
  openApp,
}, testInfo) => {
  await generate(store, ...plant);
  const { rows: asked } = await cli(
    store,
    'query',
    JSON.stringify({
      measures: ['defects', 'scrapRate'],
      dimensions: ['item'],
      filters: [{ field: 'line', in: ['Press 1'] }],
    }),
  );
  const answer = asked as [string, number, number][];
  const { page } = await openApp();
  const title = page.getByRole('heading', { name: 'Defects and Scrap rate by item' });
  await openExplore(page, 'm=defects,scrapRate&by=item&from=2024-01-01&to=2024-12-31&f.line=Press+1');
  await expect(title).toBeVisible();
  const workbook = await exportAs(page, 'Excel', testInfo);
  const [headings, ...rows] = await sheetRows(workbook, 'Data');
  expect(headings?.map((heading) => heading.replace(/ \(.*\)$/, ''))).toEqual([
    'Item',
    'Item name',
    'Defects',
    'Scrap rate',
  ]);
  const written = new Map(rows.map(([item = '', , defects, rate]) => [item, [Number(defects), Number(rate)]]));
  for (const [item, defects, rate] of answer) {
    expect(written.get(item)?.[0]).toBe(defects);
    expect(written.get(item)?.[1]).toBeCloseTo(rate, 12);
  }
  expect(rows).toHaveLength(answer.length);

  const pdf = await exportAs(page, 'PDF', testInfo);
  const text = pdfPages(await readFile(pdf)).join('\n');
  for (const [item] of answer) expect(text).toContain(item);
  for (const words of ['Filters: Line: Press 1', 'sum of defects', 'Check totals', 'Page 1 of'])
    expect(text).toContain(words);

  // Dropped on the window, each opens the view again; any other file goes to the import.
  for (const file of [workbook, pdf]) {
    await page.getByRole('link', { name: 'Health' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Health' })).toBeVisible();
    await drop(page, file);
    await expect(title).toBeVisible();
    await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Press 1');
  }
  const other = testInfo.outputPath('other.csv');
  await writeFile(other, 'date;line;good\n2024-01-01;Press 1;5\n');
  await drop(page, other);
  await expect(page.getByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();
});
