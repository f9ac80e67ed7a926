import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { pdfPages } from '../db/testing/pdf-text.ts';
import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

const plant = ['--records', '3000', '--from', '2024-01-01', '--to', '2024-12-31', '--seed', '5'];

async function openExplore(page: Page, params: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/explore?${params}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
}

/** Exports what is shown in a format; gives where the file lies. */
async function exportAs(page: Page, format: string, testInfo: TestInfo): Promise<string> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export what is shown' });
  await dialog.getByText(format, { exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: `Export as ${format}` }).click();
  const file = await download;
  const path = testInfo.outputPath(file.suggestedFilename());
  await file.saveAs(path);
  await expect(dialog.getByText('is written, with')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  return path;
}

/** Drops a file of this machine anywhere on the window. */
async function drop(page: Page, path: string): Promise<void> {
  const content = (await readFile(path)).toString('base64');
  await page.evaluate(
    ([name = '', base64 = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [basename(path), content],
  );
}

test('a view is written as a workbook whose sums are those of the store', async ({ store, openApp }, testInfo) => {
  await cli(store, 'generate', ...plant);
  const { page } = await openApp();
  await openExplore(page, 'm=good,scrapRate&by=line,month&from=2024-01-01&to=2024-12-31');
  await expect(page.getByRole('heading', { name: 'Good and Scrap rate by line and month' })).toBeVisible();
  const path = await exportAs(page, 'Excel', testInfo);

  // Read by the import, which did not write it.
  const { columns, rows: written } = await cli(store, 'inspect', path);
  const { rows } = await cli(store, 'query', JSON.stringify({ measures: ['good'] }));
  const groups = await cli(store, 'query', JSON.stringify({ measures: ['good'], dimensions: ['line', 'month'] }));
  expect(written).toBe((groups.rows as unknown[]).length);
  expect(columns).toContainEqual(expect.objectContaining({ name: 'Good', sum: String((rows as number[][])[0]?.[0]) }));

  // Dropped on the window, it opens the view again; any other file goes to the import.
  await page.getByRole('link', { name: 'Health' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Health' })).toBeVisible();
  await drop(page, path);
  await expect(page.getByRole('heading', { name: 'Good and Scrap rate by line and month' })).toBeVisible();
  expect(page.url()).toContain('from=2024-01-01&to=2024-12-31');
});

test('a view is written as a PDF that tells what it is, and opens again; the dialog has no fault', async ({
  store,
  openApp,
}, testInfo) => {
  await cli(store, 'generate', ...plant);
  const { page } = await openApp();
  await openExplore(page, 'm=defects&by=line&from=2024-01-01&to=2024-12-31&f.shift=A');
  await expect(page.getByRole('heading', { name: 'Defects by line' })).toBeVisible();
  await page.keyboard.press('Control+e');
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await page.keyboard.press('Escape');
  const path = await exportAs(page, 'PDF', testInfo);
  const text = pdfPages(await readFile(path)).join('\n');
  const { rows } = await cli(
    store,
    'query',
    JSON.stringify({ measures: ['defects'], dimensions: ['line'], filters: [{ field: 'shift', in: ['A'] }] }),
  );
  for (const [line] of rows as [string, number][]) expect(text).toContain(line);
  expect(text).toContain('Filters: Shift: A');
  expect(text).toContain('sum of defects');
  await page.getByRole('link', { name: 'Health' }).click();
  await drop(page, path);
  await expect(page.getByRole('heading', { name: 'Defects by line' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('A');
  const other = testInfo.outputPath('other.csv');
  await writeFile(other, 'date;line;good\n2024-01-01;Press 1;5\n');
  await drop(page, other);
  await expect(page.getByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();
});
