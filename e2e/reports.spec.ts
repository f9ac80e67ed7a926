import type { Page, TestInfo } from '@playwright/test';
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
});
