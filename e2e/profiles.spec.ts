import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { writePlantFile } from './plant-file.ts';
import { cli } from './store.ts';

async function openProfiles(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Imports' }).click();
  await page.getByText('Profiles', { exact: true }).click();
}

test('profiles are named, duplicated, changed without a file, handed on as a file and chosen for the next one', async ({
  openApp,
  store,
}, testInfo) => {
  const file = testInfo.outputPath('plant.csv');
  await writePlantFile(file);
  await cli(store, 'import', file);
  const { page } = await openApp();
  await openProfiles(page);
  const panel = page.getByRole('region', { name: 'Profiles' });
  await expect(panel.getByRole('row', { name: /Without a name/ })).toContainText('production_date, line, shift');
  const choose = async (item: string, of: string) => {
    await panel.getByRole('button', { name: `More for ${of}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Rename…', 'Without a name');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('MES daily');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await choose('Duplicate…', 'MES daily');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('MES, plan left out');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  expect(await axeFaults(page)).toEqual([]);

  await panel.getByRole('button', { name: 'Edit MES, plan left out' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit MES, plan left out' });
  await dialog.getByRole('combobox', { name: 'Decimal mark' }).click();
  await page.getByRole('option', { name: /^Comma/ }).click();
  await dialog.getByRole('combobox', { name: 'Rows of totals' }).click();
  await page.getByRole('option', { name: 'Leave the rows out' }).click();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();

  const download = page.waitForEvent('download');
  await choose('Export as a file', 'MES daily');
  const exported = testInfo.outputPath('handed-on.json');
  await (await download).saveAs(exported);
  expect(JSON.parse(await readFile(exported, 'utf8'))).toMatchObject({ name: 'MES daily', delimiter: ',' });
  const chooser = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Add a profile file…' }).click();
  await (await chooser).setFiles(exported);
  const asked = page.getByRole('dialog', { name: 'Which profile is to be kept?' });
  await expect(asked.getByRole('button', { name: 'In place of MES, plan left out' })).toBeVisible();
  await asked.getByRole('button', { name: 'Keep both' }).click();
  await expect(panel.getByRole('row', { name: /MES daily \(2\)/ })).toBeVisible();
  await choose('Remove…', 'MES daily (2)');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the profile' }).click();
  await expect(panel.getByRole('row', { name: /MES daily \(2\)/ })).toBeHidden();

  const spoilt = testInfo.outputPath('spoilt.json');
  await writeFile(spoilt, '{"run": "this"}');
  const again = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Add a profile file…' }).click();
  await (await again).setFiles(spoilt);
  await expect(panel.getByRole('alert')).toContainText('no profile that can be used');

  const files = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await files).setFiles(file);
  const readAs = page.getByRole('combobox', { name: 'Read as' });
  await expect(readAs).toHaveValue('MES daily');
  await readAs.click();
  await page.getByRole('option', { name: 'MES, plan left out' }).click();
  await expect(page.getByRole('combobox', { name: 'Decimal mark' })).toHaveValue(/^Comma/);
  await expect(page.getByText('Rows of totals: Left out')).toBeVisible();
  await readAs.click();
  await page.getByRole('option', { name: 'As guessed' }).click();
  await expect(page.getByRole('combobox', { name: 'Decimal mark' })).toHaveValue(/^Point/);
});
