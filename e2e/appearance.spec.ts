import { join } from 'node:path';
import { seriousFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { runCommand } from './steps.ts';
import { generate } from './store.ts';

const screens = ['Overview', 'Explore', 'Records', 'Imports', 'Maintenance', 'Health'] as const;

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

test('every screen, light and dark, has no serious accessibility fault and nothing cut off sideways', async ({
  openApp,
  store,
}, testInfo) => {
  await generate(store, '--records', '4000', '--from', '2024-01-01', '--to', '2025-12-31', '--seed', '3');
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
      expect.soft(await seriousFaults(page), `${screen}, ${theme}`).toEqual([]);
    }
    await page.keyboard.press('Control+Shift+l');
  }
});

test('what opens over a screen has no serious accessibility fault, in either language', async ({ openApp, store }) => {
  await generate(store, '--records', '2000', '--from', '2024-01-01', '--to', '2025-12-31', '--seed', '3');
  const { page } = await openApp();
  const check = async (what: string, open: () => Promise<void>) => {
    await open();
    await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toBeVisible();
    expect.soft(await seriousFaults(page), what).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
  };
  for (const language of ['en', 'ko']) {
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const bar = page.locator('header').first();
    await check(`calendar, ${language}`, () => bar.getByRole('button', { name: /^(Production dates|생산일)/ }).click());
    await check(`filters, ${language}`, () => bar.getByRole('button', { name: /^(Filter|필터)/ }).click());
    await check(`menu, ${language}`, () => bar.getByRole('button').last().click());
    await check(`palette, ${language}`, () => page.keyboard.press('Control+k'));
    await check(`export, ${language}`, () => page.keyboard.press('Control+e'));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('seal');
    await check(`archive, ${language}`, () => page.keyboard.press('Enter'));
    await page.keyboard.press('Alt+1');
    await runCommand(page, 'locale');
  }
});
