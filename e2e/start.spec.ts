import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

test('the first screen is fetched by the page itself, not when the frame comes to show it', async ({
  host,
  store,
  openApp,
}) => {
  test.skip(host !== 'browser', 'the desktop serves the same page');
  await cli(store, 'generate', '--records', '2000', '--from', '2023-01-01', '--to', '2024-12-31');
  const { page } = await openApp();
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
  const fetchedBy = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => /overview-screen.*\.js$/.test(name))
      .map(({ initiatorType }) => initiatorType),
  );
  expect(fetchedBy).toEqual(['link']);
});
