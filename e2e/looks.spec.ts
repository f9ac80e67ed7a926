import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { settingDefinitions, settingNames } from '../shared/contract/settings.ts';
import { expect, test } from './fixtures.ts';
import { drawingVersion, noteTakenWith, takenWith, useOwnFont } from './looks.ts';
import { cli } from './store.ts';

/** The same plant, so that the same pictures. */
const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];

/** The screens by their addresses; where one needs more than its name, what it shows. */
const screens = {
  overview: 'overview?range=last90days',
  explore: 'explore?range=thisYear&m=defects&by=month,line',
  oee: 'oee?range=last90days',
  quality: 'quality?range=last90days',
  lots: 'lots?range=last90days',
  records: 'records?range=last90days',
  dashboards: 'dashboards?range=last90days',
} as const;
type Screen = keyof typeof screens;

/** Each screen light in English and dark in Korean; two of them the other way round as well, which shows what differs by one of both. */
const looks: readonly { language: 'en' | 'ko'; theme: 'light' | 'dark'; shown: readonly Screen[] }[] = [
  { language: 'en', theme: 'light', shown: Object.keys(screens) as Screen[] },
  { language: 'ko', theme: 'dark', shown: Object.keys(screens) as Screen[] },
  { language: 'en', theme: 'dark', shown: ['overview', 'records'] },
  { language: 'ko', theme: 'light', shown: ['overview', 'records'] },
];

const LOADING = '#content [aria-busy="true"], #content [data-dimmed="true"], [role="grid"] [class*="place-holder"]';

/** Changes to a language and a theme without loading the page anew. */
async function wear(page: Page, language: string, theme: string): Promise<void> {
  const root = page.locator('html');
  if ((await root.getAttribute('data-mantine-color-scheme')) !== theme) await page.keyboard.press('Control+Shift+l');
  await expect(root).toHaveAttribute('data-mantine-color-scheme', theme);
  if ((await root.getAttribute('lang')) === language) return;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('locale');
  await page.keyboard.press('Enter');
  await expect(root).toHaveAttribute('lang', language);
}

/** Shows a screen, and waits until all of it is there. */
async function show(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${address}`);
  await expect(page.locator('#content h1')).toBeVisible();
  await expect(page.locator(LOADING)).toHaveCount(0);
}

test('the main screens look as they did, in both themes and both languages', async ({
  store,
  openApp,
  host,
}, testInfo) => {
  test.skip(host !== 'browser', 'skipped: the window is the same, and the pictures are of one host');
  test.slow();
  await cli(store, 'generate', ...plant);
  // A busy machine would have its alerts in the pictures.
  const alerts = settingNames.filter((name) => settingDefinitions[name].group === 'alerts');
  await writeFile(join(store, 'settings.json'), JSON.stringify(Object.fromEntries(alerts.map((name) => [name, 0]))));
  const { page } = await openApp();
  const version = drawingVersion(page);
  const isRenewing = testInfo.config.updateSnapshots === 'all' || testInfo.config.updateSnapshots === 'changed';
  const expected = (await takenWith()).trim();
  test.skip(
    !isRenewing && version !== expected,
    `skipped: the pictures are of Chromium ${expected}, this is ${version}`,
  );
  if (isRenewing) await noteTakenWith(version);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await useOwnFont(page);
  for (const { language, theme, shown } of looks) {
    await wear(page, language, theme);
    for (const screen of shown) {
      await show(page, screens[screen]);
      await expect
        .soft(page, `${screen}, ${theme}, ${language}`)
        .toHaveScreenshot(`${screen}-${theme}-${language}.png`, { animations: 'disabled', mask: timesOf(page) });
    }
  }
});

/** What tells a time of the clock, which is another one each time. */
function timesOf(page: Page) {
  return [page.locator('time'), page.locator('[data-clock]')];
}
