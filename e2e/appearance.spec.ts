import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

const screens = ['Overview', 'Records', 'Imports', 'Maintenance'] as const;
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

test('every screen, light and dark, has no serious accessibility fault and nothing cut off sideways', async ({
  openApp,
  store,
}, testInfo) => {
  test.slow();
  await cli(store, 'generate', '--records', '4000', '--from', '2024-01-01', '--to', '2025-12-31', '--seed', '3');
  const { page } = await openApp();
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const screen of screens) {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
      await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
      for (const size of sizes) {
        await page.setViewportSize(size);
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        const name = `${screen.toLowerCase()}-${theme}-${size.width}.png`;
        await page.screenshot({ path: join('test-results', 'screenshots', testInfo.project.name, name) });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(overflow, `${screen}, ${theme}, ${size.width} wide: cut off sideways`).toBeLessThanOrEqual(0);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      const faults = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(', ')}`);
      expect.soft(faults, `${screen}, ${theme}`).toEqual([]);
    }
    await page.keyboard.press('Control+Shift+l');
  }
});
