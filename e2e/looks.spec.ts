import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { settingDefinitions, settingNames } from '../shared/contract/settings.ts';
import { expect, test } from './fixtures.ts';
import { drawingVersion, noteTakenWith, takenWith, useOwnFont } from './looks.ts';
import { writePlantFile } from './plant-file.ts';
import { goTo, runCommand } from './steps.ts';
import { generate } from './store.ts';

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

const LOADING = '[aria-busy="true"], #content [data-dimmed="true"], [role="grid"] [class*="place-holder"]';

/** The screens of the store itself, with what is of the moment or of the machine masked: whole parts, as numbers are of other widths. */
const storeScreens = {
  imports: { address: 'imports', masked: [] },
  maintenance: { address: 'maintenance', masked: ['h1 + *', 'dl', 'table'] },
  health: {
    address: 'health?part=store',
    masked: ['h1 + *', '[class*="figure"] [class*="values"]', '[class*="figure"] [class*="words"]', 'table', 'dl'],
  },
} as const;

/** Changes to a language and a theme without loading the page anew. */
async function wear(page: Page, language: string, theme: string): Promise<void> {
  const root = page.locator('html');
  if ((await root.getAttribute('data-mantine-color-scheme')) !== theme) await page.keyboard.press('Control+Shift+l');
  await expect(root).toHaveAttribute('data-mantine-color-scheme', theme);
  if ((await root.getAttribute('lang')) === language) return;
  await runCommand(page, 'locale');
  await expect(root).toHaveAttribute('lang', language);
}

/** Shows a screen, and waits until all of it is there. */
async function show(page: Page, address: string): Promise<void> {
  await goTo(page, `#/${address}`);
  await expect(page.locator('#content h1')).toBeVisible();
  await expect(page.locator(LOADING)).toHaveCount(0);
}

test('the main screens look as they did, in both themes and both languages', async ({
  store,
  openApp,
  host,
}, testInfo) => {
  test.skip(host !== 'browser', 'skipped: the window is the same, and the pictures are of one host');
  await generate(store, ...plant);
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
  await chooseFile(page, testInfo.outputPath('plant.csv'));
  for (const { language, theme, shown } of looks) {
    await wear(page, language, theme);
    for (const screen of shown) {
      await show(page, screens[screen]);
      await expect
        .soft(page, `${screen}, ${theme}, ${language}`)
        .toHaveScreenshot(`${screen}-${theme}-${language}.png`, { animations: 'disabled', mask: timesOf(page) });
    }
    if (shown.length < Object.keys(screens).length) continue;
    await show(page, 'imports'); // with the file that waits there
    await expect(page.locator('#content').getByText('plant.csv')).toBeVisible();
    await expect.soft(page).toHaveScreenshot(`review-${theme}-${language}.png`, { animations: 'disabled' });
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('dialog');
    await expect(settings).toBeVisible();
    await expect.soft(settings).toHaveScreenshot(`settings-${theme}-${language}.png`, { animations: 'disabled' });
    await page.keyboard.press('Escape');
    await expect(settings).toBeHidden();
  }
  await show(page, 'imports');
  await page.getByRole('button', { name: '이 파일 제외' }).click();
  for (const { language, theme, shown } of looks) {
    if (shown.length < Object.keys(screens).length) continue;
    await wear(page, language, theme);
    for (const [screen, { address, masked }] of Object.entries(storeScreens)) {
      await show(page, address);
      if (screen === 'imports') await stillTimes(page);
      const mask = masked.map((part) => page.locator('#content').locator(part));
      await expect
        .soft(page, `${screen}, ${theme}, ${language}`)
        .toHaveScreenshot(`${screen}-${theme}-${language}.png`, { animations: 'disabled', mask });
    }
  }
});

/** Leaves a file on Imports that nobody has settled yet. */
async function chooseFile(page: Page, path: string): Promise<void> {
  await writePlantFile(path);
  await show(page, 'imports');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(path);
  await expect(page.getByRole('heading', { name: 'What the first rows become' })).toBeVisible();
}

/** What tells a time of the clock, which is another one each time. */
function timesOf(page: Page) {
  return [page.locator('time'), page.locator('[data-clock]')];
}

/** Writes one time in place of those at which files were imported, as columns are as wide as what they hold. */
async function stillTimes(page: Page): Promise<void> {
  await page.locator('tbody td:first-child').evaluateAll((cells) => {
    for (const cell of cells) if (cell.firstChild) cell.firstChild.nodeValue = '1 Jan 2025, 09:00';
  });
}
