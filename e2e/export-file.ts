import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Exports in a format what the dialog proposes, or what is named; gives where the file lies. */
export async function exportAs(page: Page, format: string, testInfo: TestInfo, what?: string): Promise<string> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export what is shown' });
  if (what !== undefined) await dialog.getByRole('radio', { name: what, exact: true }).check();
  await dialog.getByText(format, { exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: `Export as ${format}` }).click();
  const file = await download;
  const path = testInfo.outputPath(file.suggestedFilename());
  await file.saveAs(path);
  await expect(dialog.getByText('is written, with')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(dialog).toHaveCount(0);
  return path;
}

/** Drops a file of this machine anywhere on the window. */
export async function drop(page: Page, path: string): Promise<void> {
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
