import { writeFile } from 'node:fs/promises';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';

const STEP_MINUTES = 20;

/** Runs of twenty minutes around the clock, with a counter that begins anew with each of two lots. */
function runs(): string[] {
  const clock = (minutes: number) =>
    new Date(Date.UTC(2024, 2, 4, 6, minutes)).toISOString().slice(0, 16).replace('T', ' ');
  return Array.from({ length: 60 }, (_, at) => {
    const start = clock(at * STEP_MINUTES);
    const end = clock((at + 1) * STEP_MINUTES);
    return `${start},${end},Press 1,Bracket,${at < 30 ? 'L1' : 'L2'},${5 * (1 + (at % 30))}`;
  });
}

test('counters are asked about, run times a choice, and shifts are found by the calendar that is set up', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('runs.csv');
  await writeFile(file, ['started_at,ended_at,line,item_code,lot_number,good_quantity', ...runs()].join('\n'));
  const { page } = await openApp();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('main').getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles(file);

  const questions = page.getByRole('region', { name: 'Only you can tell' });
  const counter = questions.getByRole('group', { name: /^good_quantity goes up from row to row/ });
  await counter.getByRole('radio', { name: /^Yes, anew with each lot/ }).check();
  // The file has something else to be measured by, so that this is no question but a choice.
  await page.getByRole('checkbox', { name: 'The run time is from start to end' }).check();
  await expect(page.getByText('Answer the questions above first.')).toHaveCount(0);

  await page.getByRole('button', { name: 'Set up shifts' }).click();
  const version = page.getByRole('group', { name: 'Version 1' });
  const names = version.getByRole('textbox', { name: 'Shift', exact: true });
  for (const [at, name] of ['Early', 'Late', 'Night'].entries()) await names.nth(at).fill(name);
  await version.getByLabel('Starts').first().fill('05:00');
  await expect(page.getByText(/^Version 1: .* overlap/)).toBeVisible();
  await version.getByLabel('Starts').first().fill('06:00');
  await expect(page.getByText(/overlap/)).toHaveCount(0);
  expect(await axeFaults(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('calendar.png'), fullPage: true });
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  const preview = page.getByRole('region', { name: 'What the first rows become' });
  await expect(preview.getByRole('cell', { name: 'Early', exact: true }).first()).toBeVisible();
  await expect(preview.getByRole('cell', { name: '20', exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Import 60 rows' }).click();
  await expect(page.getByRole('heading', { name: 'runs.csv is imported' })).toBeVisible();
  await page.getByRole('button', { name: 'Show the records' }).click();
  const totals = page.getByRole('row', { name: /^All|total/i }).last();
  await expect(totals).toContainText('300');
  await page.screenshot({ path: testInfo.outputPath('records.png') });
});
