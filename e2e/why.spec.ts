import type { Locator, Page } from '@playwright/test';
import { seriousFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { writePlantFile } from './plant-file.ts';
import { runCommand } from './steps.ts';
import { cli, generate } from './store.ts';

/** Opens what explains something, by its button's name. */
async function explain(page: Page, name: string | RegExp, title: string): Promise<Locator> {
  await page.getByRole('button', { name }).click();
  const drawer = page.getByRole('complementary', { name: title });
  await expect(drawer.getByRole('heading', { name: 'Where the time went' })).toBeVisible();
  return drawer;
}

test('any number says where it comes from, from its formula to the steps of SQLite', async ({ openApp, store }) => {
  await generate(store, '--records', '4000', '--from', '2024-01-01', '--to', '2025-12-31', '--seed', '3');
  await cli(store, 'archive', '--year', '2024');
  const { page } = await openApp();

  await test.step('a number of the overview, by keyboard, and back to where it was', async () => {
    const button = page.getByRole('button', { name: 'Why this number: Yield' });
    await button.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary', { name: 'Why this number' });
    await expect(drawer).toBeFocused();
    await expect(drawer.getByText('good / (good + defects)')).toBeVisible();
    await expect(drawer.getByText("answered by the rollup 'lines'", { exact: false })).toBeVisible();
    await expect(drawer.getByText('items: could answer as well, and is larger')).toBeVisible();
    await expect(drawer.getByText('holds days of the range').first()).toBeVisible();
    const statement = drawer.locator('summary').first();
    await statement.focus();
    await page.keyboard.press('Enter');
    await expect(drawer.getByText('Looks up in rollup_lines itself', { exact: false }).first()).toBeVisible();
    await expect(drawer.getByText('FROM rollup_lines AS r', { exact: false }).first()).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  await test.step('another number while the drawer is open, and back to that', async () => {
    await page.getByRole('button', { name: 'Why this number: Good' }).click();
    const other = page.getByRole('button', { name: 'Why this number: Defects' });
    await other.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary', { name: 'Why this number' });
    await expect(drawer).toHaveCount(1);
    await expect(drawer).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(other).toBeFocused();
  });

  await test.step('its records, and from one of them to the line of its file', async () => {
    const overview = page.url();
    const drawer = await explain(page, 'Why this number: Yield', 'Why this number');
    await drawer.getByRole('link', { name: 'Show these records' }).click();
    await expect(drawer).toHaveCount(0);
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('row').nth(2)).toBeVisible();
    expect(page.url()).toContain('#/records?from=2025-01-01&to=2025-12-31');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    expect(page.url()).toBe(overview);
  });

  await test.step('the SQL goes to the clipboard with its parameters', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const drawer = await explain(page, 'Why these numbers: Which line made what?', 'Why these numbers');
    await drawer.locator('summary').first().click();
    await drawer.getByRole('button', { name: 'Copy the SQL' }).first().click();
    await expect(drawer.getByText('Copied, with its parameters', { exact: false }).first()).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\.parameter set @from \d+\n/);
    expect(copied).toContain('FROM rollup_lines AS r');
  });

  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Records' }).click();
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(5)).toBeVisible();

  await test.step('the count and the totals of the records', async () => {
    const count = await explain(page, 'Why this number: Records', 'Why this number');
    await expect(count.getByText('Split by Day')).toBeVisible();
    await explain(page, 'Why these numbers: Totals', 'Why these numbers');
    await expect(page.getByRole('complementary')).toHaveCount(1);
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('how the rows were found, and where one of them comes from', async () => {
    const rows = await explain(page, 'How these rows were found', 'How these rows were found');
    await expect(rows.getByText('Read from the files in the order that is shown')).toBeVisible();
    await grid.getByRole('row').nth(2).dblclick();
    const panel = page.getByRole('complementary', { name: 'Record' });
    await expect(panel).toBeVisible();
    const records = page.url();
    const story = panel.getByTitle('The whole story of this lot, and what else it touched');
    const lot = await story.innerText();
    await story.click();
    await expect(page.getByRole('heading', { level: 2, name: `Lot ${lot}` })).toBeVisible();
    await expect(page.getByRole('region', { name: 'What else was touched' }).first()).toBeVisible();
    await page.goBack();
    await expect(grid.getByRole('row').nth(2)).toBeVisible();
    expect(page.url()).toBe(records);
    await grid.getByRole('row').nth(2).dblclick();
    await expect(panel).toBeVisible();
    const record = await explain(page, 'Where this record comes from', 'Where this record comes from');
    await expect(record.getByText('Line of the file')).toBeVisible();
    await expect(record.getByText('Read by its id')).toBeVisible();
    await expect(page.getByRole('complementary'), 'there is room for one').toHaveCount(1);
    await page.keyboard.press('Escape');
  });

  await test.step('the count of what a text finds', async () => {
    await page.getByLabel('Search records').fill('25');
    await expect(page.getByText(/\d records? found/)).toBeVisible();
    const found = await explain(page, 'Why this number: Records', 'Why this number');
    await expect(found.getByText("Lot, item, order or note contains '25'")).toBeVisible();
    await expect(found.getByText('Looked for record by record', { exact: false })).toBeVisible();
  });

  await test.step('in Korean', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Overview' }).click();
    await runCommand(page, 'locale');
    await page.getByRole('button', { name: '이 숫자의 근거: 수율' }).click();
    const drawer = page.getByRole('complementary', { name: '이 숫자의 근거' });
    await expect(drawer.getByText('이 기간의 날짜가 있음').first()).toBeVisible();
    await drawer.locator('summary').first().click();
    await expect(drawer.getByText('rollup_lines에서 바로 찾음', { exact: false }).first()).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

/** Numbers of the content with nothing beside them, in their row or their panel, that says where they come from. */
function unexplained(page: Page): Promise<string[]> {
  return page.getByRole('main').evaluate((main) => {
    const isNumber = (text: string) => /^[+−-]?\d[\d.,]*\s?(%|ms|sec|kB|MB|GB|bytes?|days?)?$/.test(text.trim());
    const isExplained = (leaf: Element) => {
      for (let around: Element | null = leaf; around !== null && around !== main; around = around.parentElement) {
        if (around.querySelector('button[aria-label^="Why th"], button[aria-label^="How these"]')) return true;
        if (around.matches('section')) return false;
      }
      return false;
    };
    return [...main.querySelectorAll('*:not(svg *):not([role="rowgroup"] *):not(input):not(button *)')]
      .filter((element) => element.childElementCount === 0 && isNumber(element.textContent ?? ''))
      .filter((leaf) => !isExplained(leaf))
      .map((leaf) => `${leaf.textContent} in ${leaf.closest('section')?.textContent?.slice(0, 60)}`);
  });
}

/** Opens every explanation of what is shown, one after the other; each says what the number is and where it comes from. */
async function openAll(page: Page, place: string): Promise<void> {
  expect(await unexplained(page), place).toEqual([]);
  const buttons = page.getByRole('main').getByRole('button', { name: /^Why th/ });
  const count = await buttons.count();
  expect(count, place).toBeGreaterThan(0);
  const drawer = page.getByRole('complementary', { name: /^Why th/ });
  for (let at = 0; at < count; at += 1) {
    const label = (await buttons.nth(at).getAttribute('aria-label')) ?? '';
    await buttons.nth(at).click();
    await expect(drawer, label).toHaveCount(1);
    const definition = drawer.locator('section', { has: page.getByRole('heading', { name: 'Definition' }) });
    await expect(definition.locator('dd').first(), label).toHaveText(/\w/);
    const source = page.getByRole('heading', { name: /^(Where it comes from|How it was answered)$/ });
    await expect(drawer.locator('section', { has: source }).last(), label).toHaveText(/\w{3,}/);
    if (at === count - 1) expect(await seriousFaults(page), `${place}: ${label}`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
  }
}

test('every number of every screen has its explanation beside it', async ({ openApp, store }) => {
  await generate(store, '--records', '3000', '--from', '2024-01-01', '--to', '2025-12-31', '--seed', '3');
  await cli(store, 'archive', '--year', '2024');
  const { page } = await openApp();
  const go = async (screen: string) => {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  };
  await go('Records');
  await expect(page.getByRole('button', { name: 'Why these numbers: Totals' })).toBeVisible();
  for (const screen of ['Overview', 'Records', 'Imports', 'Maintenance']) {
    await go(screen);
    await openAll(page, screen);
  }
  await go('Health');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    await openAll(page, `Health, ${await tab.textContent()}`);
  }
});

test('an import says what it counted, and finds its records where they are by now', async ({
  openApp,
  store,
}, testInfo) => {
  const file = testInfo.outputPath('plant.csv');
  await writePlantFile(file);
  const first = await openApp();
  const chooser = first.page.waitForEvent('filechooser');
  await first.page.getByRole('main').getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles(file);
  await first.page.getByRole('button', { name: /^Import .*rows?$/ }).click();
  await expect(first.page.getByRole('heading', { name: 'plant.csv is imported' })).toBeVisible();
  expect(await unexplained(first.page), 'what came of it').toEqual([]);
  await first.page.getByRole('button', { name: 'Why these numbers: plant.csv' }).first().click();
  await expect(first.page.getByRole('complementary').getByText(/^Rows\s*209$/)).toBeVisible();
  await first.close();
  await cli(store, 'archive', '--year', '2024');

  const { page } = await openApp();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Imports' }).click();
  await page.getByRole('button', { name: 'Why these numbers: plant.csv' }).click();
  const drawer = page.getByRole('complementary', { name: 'Why these numbers' });
  await expect(drawer.getByText('Counted while the file was read', { exact: false })).toBeVisible();
  await expect(drawer.getByText('new + updated + unchanged + set aside', { exact: false })).toBeVisible();
  await drawer.getByRole('button', { name: 'Count the records' }).click();
  await expect(drawer.getByRole('status').first()).toHaveText('208 of 208 records: all are there');
  await expect(drawer.getByText('archive_2024.db')).toBeVisible();
  await drawer.locator('summary').last().click();
  await expect(drawer.getByText('SELECT b.*, d.corrects', { exact: false })).toBeVisible();

  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Maintenance' }).click();
  await expect(drawer, 'another screen').toHaveCount(0);
  await page.getByRole('button', { name: 'Why these numbers: archive_2024.db' }).click();
  await expect(drawer.getByText('sum of the records of each month')).toBeVisible();
  await drawer.getByRole('button', { name: 'Count the records' }).click();
  await expect(drawer.getByRole('status').first()).toHaveText(/all are there$/);
});
