import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];
const range = { from: '2024-02-01', to: '2024-12-31' };
const address = `from=${range.from}&to=${range.to}`;

async function openOee(page: Page, params = address): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/oee?${params}`);
  await expect(page.getByRole('heading', { level: 1, name: 'OEE' })).toBeVisible();
}

type Row = (string | number | null)[];

async function answerOf(store: string, query: object): Promise<Row[]> {
  const { rows } = await cli(store, 'query', JSON.stringify({ ...range, ...query }));
  return rows as Row[];
}

const percent = (value: unknown) => `${(Number(value) * 100).toFixed(1)}\u202f%`;
const minutes = (value: unknown) =>
  Number(value).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

test('the numbers, the losses and the lines are what the store says', async ({ store, openApp }) => {
  await cli(store, 'generate', ...plant);
  const { page } = await openApp();
  await page.keyboard.press('Alt+3');
  await openOee(page);

  const ratios = ['oee', 'availability', 'performance', 'quality'];
  const [whole = []] = await answerOf(store, { measures: [...ratios, 'plannedMinutes', 'runMinutes'] });
  const [planned = 0, run = 0] = [Number(whole[4]), Number(whole[5])];
  for (const [at, name] of ['OEE', 'Availability', 'Performance', 'Quality'].entries()) {
    await expect(page.getByRole('region', { name, exact: true })).toContainText(
      percent(whole[at]).replace('\u202f', ''),
    );
  }

  const losses = page.getByRole('region', { name: 'Where did the time go?' });
  const bars = losses.getByRole('application');
  await expect(bars).toContainText(`Planned time${minutes(planned)}`);
  await expect(bars).toContainText(`Run time${minutes(run)}`);
  await expect(bars).toContainText(`Fully productive time${minutes(planned * Number(whole[0]))}`);

  // The parts that are shown add up to the last digit.
  const numbers = await bars.locator('[data-tone] text:nth-of-type(2)').allTextContents();
  const shown = numbers.map((written) => Math.round(Number(written.replaceAll(',', '').replace('−', '-')) * 10));
  const lost = shown.filter((value) => value < 0).reduce((sum, value) => sum + value, 0);
  expect((shown[0] ?? 0) + lost).toBe(shown.at(-1));

  // By keyboard each bar is read out with how it is worked out, and a reason becomes a filter.
  await bars.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const [[reason, longest] = []] = await answerOf(store, {
    measures: ['downMinutes'],
    dimensions: ['downtimeReason'],
    orderBy: [{ field: 'downMinutes', direction: 'desc' }],
    limit: 1,
  });
  await expect(losses.getByRole('status')).toContainText(`${reason}, −${minutes(longest)}`);
  await expect(losses.getByRole('status')).toContainText('Downtime recorded for this reason');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(String(reason));
  await page.goBack();
  await expect(page.getByRole('list', { name: 'Filters' })).toHaveCount(0);

  // Each line and shift; the total is that of the records, and a heading sorts.
  const places = page.getByRole('region', { name: 'Which line and shift?' }).first();
  await places.getByText('Line', { exact: true }).first().click();
  const rows = places.getByRole('table').getByRole('row');
  await places.getByRole('button', { name: 'Availability' }).click();
  const [[line, least] = []] = await answerOf(store, {
    measures: ['availability'],
    dimensions: ['line'],
    orderBy: [{ field: 'availability' }],
    limit: 1,
  });
  await expect(rows.nth(1)).toContainText(String(line));
  await expect(rows.nth(1)).toContainText(percent(least));
  await expect(rows.last()).toContainText(`Total${Math.round(planned).toLocaleString('en-GB')}`);
  await expect(rows.last()).toContainText(percent(whole[0]));
  await rows.nth(1).getByRole('button').click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(String(line));
  await expect(rows).toHaveCount(3);
});
