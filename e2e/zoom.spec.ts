import { seriousFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { openScreen } from './steps.ts';
import { generate } from './store.ts';

/** A window of 1280 x 800 at twice the size. */
const zoomed = { width: 640, height: 400 };

const addresses = {
  Overview: 'overview?range=all',
  Explore: 'explore?range=all&m=good,planned&by=line&as=bar',
  OEE: 'oee?range=all',
  Quality: 'quality?range=all',
  Records: 'records?range=all',
  Dashboards: 'dashboards?range=all',
  Imports: 'imports',
  Maintenance: 'maintenance',
  Health: 'health',
} as const;

test('at twice the size no screen is cut off sideways', async ({ store, openApp }) => {
  await generate(store, '--records', '2000', '--from', '2024-01-01', '--to', '2025-12-31', '--seed', '3');
  const { page } = await openApp();
  await page.setViewportSize(zoomed);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [screen, address] of Object.entries(addresses)) {
    await openScreen(page, `#/${address}`, screen === 'Dashboards' ? 'Morning' : screen);
    const overflow = await page.locator('#content').evaluate((content) => content.scrollWidth - content.clientWidth);
    expect.soft(overflow, `${screen}: cut off sideways`).toBeLessThanOrEqual(0);
    // What stands otherwise here than at the usual size.
    if (screen === 'Explore') expect.soft(await seriousFaults(page), screen).toEqual([]);
  }
});

test('at twice the size a lot is chosen from the list, which then gives its room to the story', async ({
  store,
  openApp,
}) => {
  await generate(store, '--records', '2000', '--from', '2024-01-01', '--to', '2025-12-31', '--seed', '3');
  const { page } = await openApp();
  await page.setViewportSize(zoomed);
  await page.keyboard.press('Alt+5');
  const lots = page.getByRole('navigation', { name: 'The newest lots' });
  const first = lots.getByRole('link').first();
  const number = (await first.locator('[class*="number"]').textContent()) ?? '';
  expect.soft(await seriousFaults(page), 'Lots').toEqual([]);
  await first.click();
  await expect(page.getByRole('heading', { level: 2, name: `Lot ${number}` })).toBeVisible();
  await page.getByRole('heading', { level: 2, name: `Lot ${number}` }).click();
  await expect(lots).toBeHidden();
});
