import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];

function tile(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}

async function answerOf(store: string, query: object): Promise<(string | number | null)[][]> {
  const { rows } = await cli(store, 'query', JSON.stringify(query));
  return rows as (string | number | null)[][];
}

test('nobody begins with an empty page: the morning is there, its numbers those of the store', async ({
  store,
  openApp,
}) => {
  await cli(store, 'generate', ...plant);
  const { page } = await openApp();
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('heading', { level: 1, name: 'Morning' })).toBeVisible();

  const day = { from: '2024-12-31', to: '2024-12-31' };
  const [output] = await answerOf(store, { measures: ['good'], ...day });
  const [scrap] = await answerOf(store, { measures: ['scrapRate'], ...day });
  await expect(tile(page, 'Good')).toContainText(Math.floor(Number(output?.[0])).toLocaleString('en-GB'));
  await expect(tile(page, 'Good')).toContainText('Newest day');
  await expect(tile(page, 'Scrap rate')).toContainText(`${(Number(scrap?.[0]) * 100).toFixed(1)}`);
  await expect(tile(page, 'OEE by line').getByRole('application')).toBeVisible();
  await expect(tile(page, 'How much was made?')).toBeVisible();
});
