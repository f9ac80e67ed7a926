import { writeFile } from 'node:fs/promises';
import { expectUsable } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { openScreen } from './steps.ts';
import { cli } from './store.ts';

test('records that come once a month have months for OEE, no shorter splits, and no tile offered of what they lack', async ({
  store,
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('monthly.csv');
  const months = Array.from(
    { length: 24 },
    (_, at) => `${2023 + Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, '0')}-01`,
  );
  const rows = months.map(
    (day, at) => `${day},Press 1,A-100,${900 + ((at * 7) % 24)},40,pieces,9600,${8000 + ((at * 50) % 240)},480`,
  );
  const headings =
    'production_date,line,item_code,good_quantity,defect_quantity,unit,planned_minutes,run_minutes,ideal_cycle_seconds';
  await writeFile(file, `${[headings, ...rows].join('\n')}\n`);
  await cli(store, 'import', file);
  const { page } = await openApp();

  await openScreen(page, '#/oee?range=2024-01-01..2024-12-31', 'OEE');
  await expect(page.getByRole('region', { name: 'Which days?' })).toHaveCount(0);
  const panel = page.getByRole('region', { name: 'Which months?' });
  await expect(panel).toContainText('OEE by month; a click shows the period');
  await panel.getByText('Availability', { exact: true }).click();
  await expect(panel).toContainText('Availability by month');
  await panel.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Production dates/ })).toContainText(/(Jan|Feb) 2024/);
  await expectUsable(page, 'OEE of records that come once a month');

  await openScreen(page, '#/explore', 'Explore');
  const fields = page.getByRole('region', { name: 'Measures and splits' });
  await expect(fields.getByRole('button', { name: 'Month', exact: true })).toBeVisible();
  await expect(fields.getByRole('button', { name: 'Day', exact: true })).toHaveCount(0);
  await expect(fields.getByRole('button', { name: 'Week', exact: true })).toHaveCount(0);
  await fields.getByRole('textbox').fill('week');
  await expect(fields.getByRole('button', { name: 'Week', exact: true })).toBeVisible();

  await openScreen(page, '#/dashboards', 'Morning');
  await page.getByRole('button', { name: 'Add a tile' }).click();
  const numbers = page.getByRole('dialog').getByRole('region', { name: 'One number with its change' });
  await expect(numbers.getByRole('button', { name: 'Add Good: Number' })).toBeVisible();
  await expect(numbers.getByRole('button', { name: 'Add Plan attainment: Number' })).toBeHidden();
  await page.getByRole('textbox', { name: 'Find what to add' }).fill('plan');
  await expect(numbers.getByRole('button', { name: 'Add Plan attainment: Number' })).toBeVisible();
});
