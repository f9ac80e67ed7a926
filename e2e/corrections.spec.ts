import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

test('what an import changed of a record is told in its panel, also once it was undone', async ({
  openApp,
  store,
}, testInfo) => {
  const file = testInfo.outputPath('output.csv');
  const profile = testInfo.outputPath('profile.json');
  const fields = { productionDate: { column: 'day' }, lotNumber: { column: 'lot' }, line: { column: 'line' } };
  const read = { fields: { ...fields, goodQuantity: { column: 'good' } }, key: ['lotNumber'] };
  await writeFile(profile, JSON.stringify(read));
  for (const good of [100, 120]) {
    await writeFile(file, `day,line,lot,good\n2024-03-01,Press 1,L1,${good}\n`);
    await cli(store, 'import', file, '--profile', profile);
  }
  await cli(store, 'undo', '2');
  const { page } = await openApp();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Records' }).click();
  await page.getByRole('gridcell', { name: 'L1' }).dblclick();
  const changes = page.getByRole('region', { name: 'Changes' });
  await expect(changes).toContainText('Import 2, output.csv');
  await expect(changes).toContainText('Undone');
  await expect(changes.getByRole('row', { name: 'Good 100 120' })).toBeVisible();
  await page.getByRole('button', { name: 'Show the line of the file' }).click();
  await expect(page.getByText('The file is another than the one that was imported.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('changes.png') });
});

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('main').getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles(file);
}

test('rows that were set aside are corrected in place, imported, undone, and there again after a restart', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('output.csv');
  const day = (at: number) => `2024-01-${String(at).padStart(2, '0')}`;
  const rows = [
    ...Array.from({ length: 20 }, (_, at) => `${day(at + 1)},Press 1,L${at},${at}`),
    `${day(21)},Press 1,L20,many`,
    '2024/13/01,Press 1,L21,5',
    '2024/13/02,Press 1,L22,6',
    `${day(22)},Press 1,L23,1,5`,
  ];
  await writeFile(file, ['day,line,lot,good', ...rows].join('\n'));
  const { page, close } = await openApp();
  await choose(page, file);
  await page.getByRole('button', { name: /^Import 2\d rows$/ }).click();
  await expect(page.getByRole('heading', { name: 'output.csv is imported' })).toBeVisible();
  const reasons = page.getByRole('list', { name: 'Set aside, by reason' });
  await expect(reasons).toContainText("2Production date: … in column 'day'");
  await page.getByRole('button', { name: 'Correct rows' }).first().click();

  await expect(page.getByRole('heading', { name: 'Rows set aside of output.csv' })).toBeVisible();
  await expect(page.getByText('0 of 4 are records now')).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Rows set aside' });
  await grid.getByRole('gridcell', { name: 'many', exact: true }).click();
  await page.keyboard.type('110');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 4 are records now')).toBeVisible();

  await page.getByRole('button', { name: /Production date: … in column 'day'/ }).click();
  await expect(page.getByRole('combobox', { name: 'Column' })).toHaveValue('0');
  await page.getByRole('textbox', { name: 'Replace' }).fill('2024/13/');
  await page.getByRole('textbox', { name: 'By' }).fill('2024-02-');
  await page.getByRole('button', { name: 'Replace in these rows' }).click();
  await expect(page.getByText('3 of 4 are records now')).toBeVisible();
  await expect(grid.getByText('A record now')).toHaveCount(2);
  expect(await axeFaults(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('corrections.png') });

  // A decimal comma tore a cell in two: the second half is taken out, and the first is written anew.
  await page.getByRole('button', { name: /^All rows set aside/ }).click();
  await expect(grid.getByText('L23')).toBeVisible();
  await grid.getByRole('gridcell', { name: '5', exact: true }).last().click();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByText('4 of 4 are records now')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('3 of 4 are records now')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Import 3 corrected rows' }).click();
  // Far more than the line makes on other days: that is asked of corrected rows as of any others.
  await page.getByRole('radio', { name: 'Keep the rows' }).click();
  await page.getByRole('button', { name: 'Import with these decisions' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Imported: 3 records added' })).toBeVisible();
  await expect(page.getByText('0 of 1 are records now')).toBeVisible();

  await page.getByRole('button', { name: 'Back to imports' }).click();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Records' }).click();
  await page.getByRole('gridcell', { name: 'L20' }).dblclick();
  const panel = page.getByRole('complementary', { name: 'Record' });
  await expect(panel.getByText("good: 'many' in the file, corrected to '110'")).toBeVisible();
  await panel.getByRole('button', { name: 'Show the line of the file' }).click();
  await expect(panel.getByText('no copy of it is kept')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Choose the file…' }).click();
  await (await chooser).setFiles(file);
  await expect(panel.getByText('The line as it stands in the file that was imported.')).toBeVisible();
  await expect(panel.getByText('many', { exact: true })).toBeVisible();

  await close();
  const { page: again } = await openApp();
  const screens = again.getByRole('navigation', { name: 'Screens' });
  await screens.getByRole('link', { name: 'Imports' }).click();
  await expect(again.getByText('corrected rows of import 1')).toBeVisible();
  await expect(again.getByText('3 corrected since')).toBeVisible();
  await again
    .getByRole('button', { name: /^Undo the import of/ })
    .first()
    .click();
  await again.getByRole('button', { name: 'Remove 3 records' }).click();
  await expect(again.getByText('3 corrected since')).toHaveCount(0);
  await again.getByRole('button', { name: 'Correct the rows of output.csv that were set aside' }).click();
  await expect(again.getByText('0 of 4 are records now')).toBeVisible();
});
