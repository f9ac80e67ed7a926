import { expect, test } from './fixtures.ts';
import { generate } from './store.ts';

test('the page itself names the first screen to be fetched, and it is fetched once', async ({
  host,
  store,
  openApp,
}) => {
  test.skip(host !== 'browser', 'the desktop serves the same page');
  await generate(store, '--records', '2000', '--from', '2023-01-01', '--to', '2024-12-31');
  const { page } = await openApp();
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeVisible();
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const screens = fetched.filter((name) => /overview-screen[^/]*\.js$/.test(name));
  expect(screens).toHaveLength(1);
  const html = await (await page.request.get(new URL('/', page.url()).href)).text();
  expect(html).toContain(`<link rel="modulepreload" crossorigin href="${new URL(screens[0] ?? '').pathname}">`);
});
