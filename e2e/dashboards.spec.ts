import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectUsable } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { goTo, openScreen, saveView, turnThemeAndLanguage } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];
const day = { from: '2024-12-31', to: '2024-12-31' };

function tile(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}

async function answerOf(store: string, query: object): Promise<(string | number | null)[][]> {
  const { rows } = await cli(store, 'query', JSON.stringify(query));
  return rows as (string | number | null)[][];
}

const whole = (value: unknown) => Math.floor(Number(value)).toLocaleString('en-GB');

test('nobody begins with an empty page: the morning is there, its numbers those of the store, each a way on', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('heading', { level: 1, name: 'Morning' })).toBeVisible();

  const [output] = await answerOf(store, { measures: ['good'], ...day });
  const [scrap] = await answerOf(store, { measures: ['scrapRate'], ...day });
  await expect(tile(page, 'Good')).toContainText(whole(output?.[0]));
  await expect(tile(page, 'Good')).toContainText('Newest day');
  await expect(tile(page, 'Scrap rate')).toContainText(`${(Number(scrap?.[0]) * 100).toFixed(1)}`);
  await expect(tile(page, 'OEE by line').getByRole('application')).toBeVisible();
  await expect(tile(page, 'How much was made?')).toBeVisible();

  // The bar's range is not that of a tile with its own; its filters hold for all.
  const lines = await answerOf(store, { measures: ['good'], dimensions: ['line'], ...day });
  const line = String(lines[0]?.[0]);
  await goTo(page, `#/dashboards?range=lastYear&f.line=${encodeURIComponent(line)}`);
  await expect(tile(page, 'Good')).toContainText(whole(lines[0]?.[1]));

  // All that is behind a tile, as a file.
  await tile(page, 'OEE by line').getByRole('button', { name: 'More about OEE by line' }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  await expect(page.getByRole('radio', { name: 'OEE by line' })).toBeChecked();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export as CSV/ }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('line,oee');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // A mark leads closer; back leads to the dashboard again.
  const chart = tile(page, 'OEE by line').getByRole('application');
  await chart.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Morning' })).toBeVisible();
});

test('views of any screen are saved, duplicated and found; tiles show them, follow their names and the other window', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page, close } = await openApp();
  await goTo(page, '#/records?range=thisYear');
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible();
  await saveView(page, 'Rows of the year');
  await goTo(page, '#/explore?range=thisYear&m=scrapRate,good&by=line&as=table');
  await expect(page.getByRole('table')).toBeVisible();
  await saveView(page, 'Scrap by line');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('button', { name: 'Duplicate Scrap by line' }).click();
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('link', { name: 'Rows of the year' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible();

  // A dashboard of one's own, with the view as a table and as a number.
  await goTo(page, '#/dashboards?range=last30days');
  await page.getByRole('button', { name: 'All dashboards' }).click();
  await page.getByRole('menuitem', { name: 'New dashboard' }).click();
  await page.getByRole('textbox', { name: 'Name of the dashboard' }).fill('Quality meeting');
  await page.getByRole('button', { name: 'Make the dashboard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quality meeting' })).toBeVisible();
  const add = async (name: string) => {
    await page.getByRole('button', { name: 'Add a tile' }).first().click();
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await add('Add Scrap by line: Picture');
  await add('Add Scrap by line 2: Number');
  await add('Add Output by line');
  const [scrap] = await answerOf(store, { measures: ['scrapRate'], from: '2024-12-02', to: '2024-12-31' });
  const total = `${(Number(scrap?.[0]) * 100).toFixed(1)}`;
  await expect(tile(page, 'Scrap by line').getByRole('table')).toContainText(`Total${total}`);
  await expect(tile(page, 'Scrap by line 2')).toContainText(total);

  // Another window sees what is changed here, and a tile its view's new name.
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  const other = await opened;
  await expect(tile(other, 'Scrap by line 2')).toContainText(total);
  await other.getByRole('button', { name: 'Saved views' }).click();
  await other.getByRole('button', { name: 'Rename Scrap by line 2' }).click();
  await other.getByRole('textbox', { name: 'Name of the view' }).fill('Scrap today');
  await other.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(tile(page, 'Scrap today')).toContainText(total);

  // Arranged by keyboard, step by step, and back.
  await page.getByRole('button', { name: 'Arrange', exact: true }).click();
  const handle = page.getByRole('button', { name: 'Move Scrap today' });
  const spoken = page.getByRole('main').getByRole('status');
  await handle.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(spoken.filter({ hasText: 'Scrap today: column 7, row 1, 4 wide, 3 high' })).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(spoken.filter({ hasText: 'Scrap today: column 8, row 1, 4 wide, 3 high' })).toBeAttached();
  await expect(handle).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  // What the other window did meanwhile is not among what is taken back.
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  const places = async () => {
    const kept = JSON.parse(await readFile(join(store, 'dashboards.json'), 'utf8'));
    return kept[1].tiles.map(({ place }: { place: object }) => Object.values(place).join(' '));
  };
  await expect.poll(places).toContain('6 0 4 3');

  // A tile with dates of its own.
  await tile(page, 'Scrap today').getByRole('button', { name: 'More about Scrap today' }).click();
  await page.getByRole('menuitem', { name: 'Set up…' }).click();
  await page.getByRole('combobox', { name: 'Dates' }).click();
  await page.getByRole('option', { name: 'Newest day' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Scrap of the day');
  await page.getByRole('button', { name: 'Keep' }).click();
  const [ofDay] = await answerOf(store, { measures: ['scrapRate'], ...day });
  await expect(tile(other, 'Scrap of the day')).toContainText(`${(Number(ofDay?.[0]) * 100).toFixed(1)}`);

  // A view that is deleted leaves a word of it.
  await other.getByRole('button', { name: 'Saved views' }).click();
  await other.getByRole('button', { name: 'Delete Scrap by line' }).click();
  await other.getByRole('button', { name: 'Delete the view' }).click();
  await expect(tile(page, 'Scrap by line')).toContainText("The saved view 'Scrap by line' is not there any more");
  const address = new URL(page.url()).hash;

  // What is shown opens first from now on, in a new window too.
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('button', { name: 'Open with this page' }).click();
  await expect(page.getByText('Your windows open with: Quality meeting')).toBeVisible();
  await page.keyboard.press('Escape');
  const next = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.origin));
  await expect((await next).getByRole('heading', { level: 1, name: 'Quality meeting' })).toBeVisible();
  await close();

  // After a restart it is found among the commands, and a link opens the same.
  const again = await openApp();
  await again.page.keyboard.press('Control+k');
  await again.page.keyboard.type('quality meet');
  await expect(again.page.getByRole('option', { name: 'Quality meeting' })).toBeVisible();
  await again.page.keyboard.press('Escape');
  await goTo(again.page, address);
  await expect(again.page.getByRole('heading', { level: 1, name: 'Quality meeting' })).toBeVisible();
  await expect(tile(again.page, 'Scrap of the day')).toBeVisible();
});

test('reading and arranging, light in English and dark in Korean, have no serious accessibility fault and nothing cut off sideways', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const [screen, arrange, done] of [
    ['Morning', 'Arrange', 'Done'],
    ['아침', '배치', '완료'],
  ] as const) {
    await goTo(page, '#/dashboards');
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
    for (const isArranging of [false, true]) {
      if (isArranging) await page.getByRole('button', { name: arrange, exact: true }).click();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectUsable(page, `${screen} ${isArranging}`);
    }
    await page.getByRole('button', { name: done, exact: true }).click();
    await turnThemeAndLanguage(page);
  }
});

test('at 1024 px in Korean a tile of a number says its dates and its own range as a whole', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.setViewportSize({ width: 1024, height: 700 });
  await turnThemeAndLanguage(page);
  await openScreen(page, '#/dashboards', '아침');
  const tile = page.getByRole('main').getByRole('region', { name: '양품', exact: true });
  const own = tile.getByText('최근 하루');
  await expect(own).toBeVisible();
  const line = tile.locator('[data-picture="subtitle"]');
  const [within, box] = [await line.boundingBox(), await own.boundingBox()];
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((within?.x ?? 0) + (within?.width ?? 0) + 1);
  expect(box?.width).toBeGreaterThan(40);
  expect(await line.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
  expect(await tile.locator('[data-picture="body"]').evaluate((each) => each.scrollHeight - each.clientHeight)).toBe(0);
});
