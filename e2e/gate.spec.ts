import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';

/** Thirty days of a line, one of them written with a year to come, and a total below that is not what they add up to. */
async function writeOutput(path: string, month: string): Promise<void> {
  const rows = Array.from(
    { length: 28 },
    (_, at) =>
      `${at === 4 ? '2091' : '2024'}-${month}-${String(at + 1).padStart(2, '0')},Press 1,L${month}${at},110,${90 + at}`,
  );
  const total = `2024-${month}-28,Total,L${month}99,3080,2800`;
  await writeFile(path, ['Date,Line,Lot,Planned,Good', ...rows, total].join('\n'));
}

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Import a file|Choose files…)$/ })
    .click();
  await (await chooser).setFiles(file);
}

const future = '1 row dated in the future';
const totals = '1 row that looks like totals of other rows';

test('what is not plausible waits for a decision, which holds for the next file of its kind', async ({
  openApp,
}, testInfo) => {
  const [first, second] = [testInfo.outputPath('february.csv'), testInfo.outputPath('march.csv')];
  await writeOutput(first, '02');
  await writeOutput(second, '03');
  const { page } = await openApp();

  await choose(page, first);
  const seen = page.getByRole('region', { name: 'Is this meant?' });
  await expect(seen.getByRole('group', { name: future })).toContainText('line 6');
  await seen.getByRole('group', { name: totals }).getByRole('radio', { name: 'Leave the rows out' }).check();
  await seen.getByRole('group', { name: totals }).getByRole('checkbox').check();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 29 rows' }).click();

  const held = page.getByRole('region', { name: 'february.csv waits for your decision' });
  await expect(held.getByText(`Still to decide: ${future}`)).toBeVisible();
  await expect(
    held.getByRole('group', { name: totals }).getByRole('radio', { name: 'Leave the rows out' }),
  ).toBeChecked();
  const go = held.getByRole('button', { name: 'Import with these decisions' });
  await expect(go).toBeDisabled();
  expect(await axeFaults(page)).toEqual([]);
  await held.getByRole('group', { name: future }).getByRole('radio', { name: 'Keep the rows' }).check();
  await go.click();
  await expect(page.getByRole('heading', { name: 'february.csv is imported' })).toBeVisible();
  const result = page.getByRole('region', { name: 'Not as usual' });
  await expect(result.getByText(`${totals} · Left out, as decided for this kind of file`)).toBeVisible();
  await expect(result.getByText(`${future} · Kept`)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();

  await choose(page, second);
  await expect(seen.getByRole('group', { name: totals }).getByRole('checkbox')).toBeChecked();
  await expect(
    seen.getByRole('group', { name: future }).getByRole('radio', { name: 'Keep the rows' }),
  ).not.toBeChecked();
  await seen.getByRole('group', { name: future }).getByRole('radio', { name: 'Leave the rows out' }).check();
  await page.getByRole('button', { name: 'Import 29 rows' }).click();
  await expect(page.getByRole('heading', { name: 'march.csv is imported' })).toBeVisible();
  await expect(page.getByText('27', { exact: true }).first()).toBeVisible();

  // The list of imports tells it of each.
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'What was found in february.csv' }).click();
  const told = page.getByRole('dialog', { name: 'What was found in february.csv' });
  await expect(told.getByText(`${future} · Kept`)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});
