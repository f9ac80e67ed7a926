import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goTo } from './steps.ts';
import { generate } from './store.ts';

function grid(page: Page) {
  return page.getByRole('grid', { name: 'Production records' });
}

test('the panel of a record is left and come back to by F6, and Escape closes it from anywhere but from what is nearer', async ({
  store,
  openApp,
}) => {
  await generate(store, '--records', '300', '--from', '2024-01-01', '--to', '2024-02-29', '--seed', '5');
  const { page } = await openApp();
  await goTo(page, '#/records?range=all');
  await expect(grid(page).getByRole('button', { name: 'Open this record' }).first()).toBeVisible();
  const panel = page.getByRole('complementary', { name: 'Record', exact: true });

  await test.step('there and back by F6, and the grid goes on where it was', async () => {
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(panel).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('F6');
    await expect(grid(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(grid(page)).toHaveAttribute('aria-activedescendant', /2/);
    await page.keyboard.press('F6');
    await expect(panel).toBeFocused();
  });

  await test.step('what lies over the window is closed first', async () => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog');
    await expect(palette).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
    await expect(panel).toBeVisible();
    await page.keyboard.press('F6');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(panel).toBeVisible();
  });

  await test.step('a field in which something is written keeps its own Escape', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('L');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(panel).toBeVisible();
  });

  await test.step('from the grid, and from within, with the focus at the row again', async () => {
    await grid(page).focus();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(grid(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(panel).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(grid(page)).toBeFocused();
  });

  await test.step('where the panel that opened another is gone, one goes on at the content', async () => {
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Where this record comes from' }).click();
    const why = page.getByRole('complementary', { name: 'Where this record comes from' });
    await expect(why).toBeFocused();
    await expect(panel).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(why).toHaveCount(0);
    await expect(page.getByRole('main')).toBeFocused();
  });
});
