import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];

async function openQuality(page: Page, params = ''): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/quality?${params}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Quality' })).toBeVisible();
  await expect(page.locator('#content [aria-busy="true"]')).toHaveCount(0);
}

async function answerOf(store: string, query: object): Promise<(string | number | null)[][]> {
  const { rows } = await cli(store, 'query', JSON.stringify(query));
  return rows as (string | number | null)[][];
}

const press = { from: '2024-10-01', to: '2024-12-31', filters: [{ field: 'line', in: ['Press 1'] }] };
const pressParams = 'from=2024-10-01&to=2024-12-31&f.line=Press+1';

/** What is read out of the point that the keyboard is on. */
function told(page: Page) {
  return page.getByRole('main').getByRole('status').filter({ hasText: 'center' });
}

test('a point of the p chart is what the store says, with limits of its own, and leads to its records', async ({
  store,
  openApp,
}) => {
  await cli(store, 'generate', ...plant);
  const { page } = await openApp();
  await page.keyboard.press('Alt+4');
  await openQuality(page, `${pressParams}&points=week&rules=limits`);
  const [whole] = await answerOf(store, { measures: ['scrapRate'], ...press });
  const weeks = await answerOf(store, { measures: ['scrapRate', 'total', 'records'], dimensions: ['week'], ...press });
  const [name, rate, units, records] = weeks[0] ?? [];
  const center = Number(whole?.[0]);
  const reach = 3 * Math.sqrt((center * (1 - center)) / Number(units));

  await page.getByRole('application').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: '2024 W40, no data' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const counted = Number(units).toLocaleString('en-GB');
  await expect(told(page)).toContainText(`${String(name).replace('-', ' ')}, `);
  await expect(told(page)).toContainText(`${Math.round(Number(rate) * Number(units))} of ${counted}`);
  const numbers = ((await told(page).textContent()) ?? '').match(/center ([\d.]+).*limits ([\d.]+).* to ([\d.]+)/);
  const percents = numbers?.slice(1).map(Number) ?? [];
  const expected = [center, Math.max(0, center - reach), center + reach];
  expect(percents.map((percent, at) => Math.abs(percent - (expected[at] ?? 0) * 100) <= 0.051)).toEqual([
    true,
    true,
    true,
  ]);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`Records${records} record`);
});
