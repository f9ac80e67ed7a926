/** What a person does on every screen. */
import { expect, type Page } from '@playwright/test';

/** Goes to an address within the window, as a link there does: `#/explore?m=good`. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

/** Goes to an address and waits until its screen, by its heading, has all that it asked for. */
export async function openScreen(page: Page, address: string, heading: string): Promise<void> {
  await goTo(page, address);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Runs the first command of the palette that these words find. */
export async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** From light to dark and from English to Korean, or back. */
export async function turnThemeAndLanguage(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+l');
  await runCommand(page, 'locale');
}

/** Keeps what the screen shows as a view of this name. */
export async function saveView(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
