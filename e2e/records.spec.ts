import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { ProductionRecord } from '../shared/query/records-query.ts';
import { seriousFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { goTo } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '6000', '--from', '2024-01-01', '--to', '2024-12-31', '--seed', '5'];

function grid(page: Page) {
  return page.getByRole('grid', { name: 'Production records' });
}

function status(page: Page) {
  return page.getByRole('status', { name: 'What is chosen' });
}

function heading(page: Page, name: string) {
  return grid(page)
    .getByRole('columnheader', { name: new RegExp(`^${name}`) })
    .first();
}

async function openRecords(page: Page, params = 'from=2024-01-01&to=2024-12-31'): Promise<void> {
  await goTo(page, `#/records?${params}`);
  await expect(grid(page).getByRole('button', { name: 'Open this record' }).first()).toBeVisible();
}

/** The texts of a column in the first rows, as the grid shows them. */
async function columnOf(page: Page, name: string, rows: number): Promise<string[]> {
  const names = await grid(page).getByRole('columnheader').allTextContents();
  const place = names.findIndex((text) => text.startsWith(name));
  const cells = grid(page).locator(`[data-row] [data-column="${place - 1}"]`);
  return (await cells.allTextContents()).slice(0, rows);
}

async function recordsOf(store: string, ...args: string[]): Promise<ProductionRecord[]> {
  const { rows } = await cli(store, 'records', '--from', '2024-01-01', '--to', '2024-12-31', ...args);
  return rows as ProductionRecord[];
}

test('rows are in the order of several columns, and cells filter by mouse and key', async ({ store, openApp }) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openRecords(page);
  await heading(page, 'Line').click();
  await heading(page, 'Defects').click({ modifiers: ['Shift'] });
  const sorted = await recordsOf(store, '--sort', 'line:asc,defectQuantity:desc', '--limit', '12');
  await expect.poll(() => columnOf(page, 'Lot', 12)).toEqual(sorted.map(({ lotNumber }) => lotNumber ?? '–'));
  await expect(heading(page, 'Defects')).toContainText('2');
  expect(page.url()).toContain('line.asc%2CdefectQuantity.desc');

  // By key: only what is like the cell, then all but that; a step back takes it off again.
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const [shift = ''] = await columnOf(page, 'Shift', 1);
  await page.keyboard.press('=');
  const filters = page.getByRole('list', { name: 'Filters' });
  await expect(filters).toContainText(shift);
  await expect.poll(async () => new Set(await columnOf(page, 'Shift', 20))).toEqual(new Set([shift]));
  await page.keyboard.press('Control+[');
  await expect(filters).toHaveCount(0);
  await expect.poll(async () => (await columnOf(page, 'Shift', 1))[0]).toBe(shift);
  await grid(page).locator('[data-row="0"] [data-column="2"]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: `All but Shift ${shift}` }).click();
  await expect(filters).toContainText('without');
  await expect.poll(async () => (await columnOf(page, 'Shift', 20)).includes(shift)).toBe(false);

  // From a day on, by the menu of a date.
  await grid(page).locator('[data-row="3"] [data-column="0"]').click({ button: 'right' });
  const from = page.getByRole('menuitem', { name: /^From .* on/ });
  const day = (await from.textContent())?.replace(/^From (.*) on.*$/, '$1') ?? '';
  await from.click();
  await expect(page.getByRole('button', { name: /Production dates/ })).toContainText(day.slice(0, 6).trim());
});

test('records are filtered from the head of a column: by a range, a part of a text, values and days', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openRecords(page);
  const conditions = page.getByRole('list', { name: 'Conditions on single records' });
  const count = page.getByRole('main').getByRole('status').first();

  // By keyboard: the range of a number, from its cell.
  await grid(page).focus();
  const good = heading(page, 'Good');
  const place = Number((await good.getAttribute('aria-colindex')) ?? 0) - 2;
  await grid(page).locator(`[data-row="0"] [data-column="${place}"]`).click();
  await page.keyboard.press('Alt+ArrowDown');
  const filter = page.getByRole('form', { name: 'Filter by Good' });
  await expect(filter.getByRole('textbox', { name: 'From' })).toBeFocused();
  await page.keyboard.type('300');
  await filter.getByRole('textbox', { name: 'To', exact: true }).fill('310.5');
  await page.keyboard.press('Enter');
  await expect(conditions).toContainText('300 to 310.5');
  await expect(grid(page)).toBeFocused();
  const wanted = await recordsOf(store, '--where', 'goodQuantity=300..310.5', '--limit', '1000');
  const whole = wanted.reduce((sum, { goodQuantity }) => sum + Math.round((goodQuantity ?? 0) * 1e6), 0) / 1e6;
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.length).toBeLessThan(1_000);
  await expect(count).toHaveText(`${wanted.length} records found`);
  await expect
    .poll(() => columnOf(page, 'Lot', 12))
    .toEqual(wanted.slice(0, 12).map(({ lotNumber }) => lotNumber ?? '–'));
  // The foot adds up what was found, as it adds up all.
  await expect(grid(page).getByRole('row').last()).toContainText(
    whole.toLocaleString('en-GB', { maximumFractionDigits: 0 }).slice(0, 5),
  );

  // A part of a text, by the funnel of a heading, beside the range; then both from the link, and a step back.
  const part = wanted.find(({ lotNumber }) => lotNumber)?.lotNumber?.slice(-3) ?? '';
  await heading(page, 'Lot').hover();
  await page.getByRole('button', { name: 'Filter by Lot' }).click();
  await page.getByRole('combobox', { name: 'What is kept' }).click();
  await page.getByRole('option', { name: 'Contains' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill(part);
  await page.getByRole('button', { name: 'Keep these' }).click();
  await expect(conditions.getByRole('listitem')).toHaveCount(2);
  const both = wanted.filter(({ lotNumber }) => lotNumber?.toLowerCase().includes(part.toLowerCase()));
  await expect(count).toHaveText(both.length === 1 ? '1 record found' : `${both.length} records found`);
  await page.reload();
  await expect(conditions.getByRole('listitem')).toHaveCount(2);
  await expect(count).toHaveText(both.length === 1 ? '1 record found' : `${both.length} records found`);
  await grid(page).focus();
  await page.keyboard.press('Control+z');
  await expect(conditions.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+Z');
  await expect(conditions.getByRole('listitem')).toHaveCount(2);

  // Taken off by chip and from the form; what was found has an explanation, and no fault of accessibility.
  await page.getByRole('button', { name: /Take off the filter Lot/ }).click();
  await heading(page, 'Good').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Filter…/ }).click();
  expect.soft(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take off', exact: true }).click();
  await expect(conditions).toHaveCount(0);

  // Values of a list and days are the filters that all screens have.
  await heading(page, 'Line').hover();
  await page.getByRole('button', { name: 'Filter by Line' }).click();
  await page.getByRole('checkbox').first().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toHaveCount(1);
  await heading(page, 'Production date').hover();
  await page.getByRole('button', { name: 'Filter by Production date' }).click();
  await page.getByLabel('First day').fill('2024-03-01');
  await page.getByLabel('Last day').fill('2024-03-31');
  await page.getByRole('button', { name: 'Keep these' }).click();
  await expect.poll(() => page.url()).toContain('from=2024-03-01&to=2024-03-31');
});

test('what is chosen is added up exactly, by keyboard and by row, and copied as the locale writes it', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openRecords(page);
  const rows = await recordsOf(store, '--limit', '5');
  const sum = (field: 'goodQuantity' | 'defectQuantity') =>
    Math.round(rows.reduce((total, record) => total + Math.round((record[field] ?? 0) * 1e6), 0)) / 1e6;
  await expect(status(page)).toContainText('Choose several cells');

  // Five whole rows by their numbers.
  await grid(page).locator('[data-row="0"] [data-gutter]').click();
  await grid(page)
    .locator('[data-row="4"] [data-gutter]')
    .click({ modifiers: ['Shift'] });
  await expect(status(page)).toContainText('5 records chosen');
  const share = (sum('goodQuantity') / (sum('goodQuantity') + sum('defectQuantity'))) * 100;
  await expect(status(page)).toContainText(`Yield ${share.toFixed(1)}`);

  // One column of them by keyboard.
  const good = heading(page, 'Good');
  const place = Number((await good.getAttribute('aria-colindex')) ?? 0) - 2;
  await grid(page).locator(`[data-row="0"] [data-column="${place}"]`).click();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowDown');
  const shown = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  await expect(status(page)).toContainText(`Sum ${shown(sum('goodQuantity'))}`);
  await page.keyboard.press('Control+Shift+c');
  await expect(page.getByText('Copied 5 × 1 cells')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\r\n')).toEqual(['Good', ...rows.map(({ goodQuantity }) => String(goodQuantity))]);
  await grid(page).locator('[data-row="0"] [data-column="0"]').click();
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied 1 × 1 cells')).toBeVisible();
  const [, year, month, date] = /^(\d+)-(\d+)-(\d+)$/.exec(rows[0]?.productionDate ?? '') ?? [];
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${date}/${month}/${year}`);

  // A page on, and the active cell is where it was on the screen.
  const at = () => grid(page).locator('[aria-selected="true"][data-column]').boundingBox();
  const before = await at();
  await page.keyboard.press('PageDown');
  await expect(grid(page).locator('[data-row="0"]')).not.toBeInViewport();
  expect((await at())?.y).toBe(before?.y);
  // All that is loaded, then the last row of all.
  await page.keyboard.press('Control+a');
  await expect(status(page)).toContainText(/[1-9]00 records chosen/);
  await page.keyboard.press('Control+End');
  await expect(grid(page).locator('[data-row]').last()).toContainText('6,000');
});

test('a column that is moved again just as the address takes over where it was stays where it was moved to', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openRecords(page);
  const names = async () =>
    (await grid(page).getByRole('columnheader').allTextContents()).slice(1, 5).map((name) => name.trim());
  const [date = '', second = '', third = '', fourth = ''] = await names();
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  const key = { key: 'ArrowRight', altKey: true, shiftKey: true, bubbles: true };
  await grid(page).evaluate((element, init) => {
    const pressAgain = () => element.dispatchEvent(new KeyboardEvent('keydown', init));
    window.addEventListener('hashchange', pressAgain, { once: true, capture: true });
  }, key);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(names).toEqual([second, third, date, fourth]);
});

test('columns are moved, frozen, fitted and kept as a set that is there after a restart', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const first = await openApp();
  const { page } = first;
  await page.setViewportSize({ width: 1440, height: 900 });
  await openRecords(page);
  const names = () => grid(page).getByRole('columnheader').allTextContents();

  await heading(page, 'Good').dragTo(heading(page, 'Shift'));
  await expect
    .poll(async () => (await names()).slice(1, 4).map((name) => name.trim()))
    .toEqual(['Production date', 'Line', 'Good']);
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect
    .poll(async () => (await names()).slice(1, 4).map((name) => name.trim()))
    .toEqual(['Production date', 'Good', 'Line']);

  await page.setViewportSize({ width: 1024, height: 700 });
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Freeze up to here' }).click();
  await page.keyboard.press('End');
  await expect(heading(page, 'Operator')).toBeInViewport();
  await expect(heading(page, 'Line')).toBeInViewport({ ratio: 1 });

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByText('Compact', { exact: true }).click();
  await page.getByRole('button', { name: 'Save these columns' }).click();
  await page.getByRole('textbox', { name: 'Name of the column set' }).fill('Morning round');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Morning round', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: 'As at first' }).click();
  await expect.poll(async () => (await names())[2]).toBe('Line');
  await first.close();

  const { page: again } = await openApp();
  await openRecords(again);
  await again.getByRole('button', { name: 'Columns' }).click();
  await again.getByRole('button', { name: 'Morning round', exact: true }).click();
  await expect.poll(async () => (await grid(again).getByRole('columnheader').allTextContents())[2]).toContain('Good');
  await expect(grid(again).locator('[data-row]').first()).toHaveCSS('height', '24px');
  await again.getByRole('button', { name: 'Columns' }).click();
  await again.getByRole('button', { name: 'Delete Morning round' }).click();
  await again.getByRole('button', { name: 'Delete the set' }).click();
  await expect(again.getByRole('button', { name: 'Morning round', exact: true })).toHaveCount(0);
});

test('columns that no record fills are hidden with a word how to see them, and the grid has no accessibility fault', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('short.csv');
  const lines = Array.from(
    { length: 30 },
    (_, at) => `2024-05-${String((at % 28) + 1).padStart(2, '0')};Press 1;${(at * 7) % 13};1`,
  );
  await writeFile(file, ['Date;Line;Good;Defects', ...lines].join('\n'));
  const { page } = await openApp();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('main').getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: /^Import .*rows?$/ }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await openRecords(page, 'range=all');
  const names = (await grid(page).getByRole('columnheader').allTextContents()).slice(1);
  expect(names.map((name) => name.trim())).toEqual(['Production date', 'Line', 'Good', 'Defects']);

  await page.getByRole('button', { name: /columns without values are hidden/ }).click();
  await page.getByRole('checkbox', { name: 'Operator' }).click();
  await expect(heading(page, 'Operator')).toBeVisible();
  await page.keyboard.press('Escape');
  for (const theme of ['light', 'dark']) {
    await grid(page).locator('[data-row="0"] [data-gutter]').click();
    expect.soft(await seriousFaults(page), theme).toEqual([]);
    await page.keyboard.press('Control+Shift+l');
  }
});

test('at 1024 px the foot still says how many records its sums are of where the columns are scrolled away', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.setViewportSize({ width: 1024, height: 700 });
  await openRecords(page);
  const total = grid(page).getByRole('rowheader', { name: 'Total of 6,000 records' });
  const words = total.getByText('Total of 6,000 records');
  await expect(grid(page).getByText(/^Yield .* Plan/)).toBeVisible();
  const before = await words.boundingBox();
  await grid(page).evaluate((each) => each.scrollBy(100_000, 0));
  await expect(heading(page, 'Operator')).toBeInViewport();
  expect(await words.boundingBox()).toEqual(before);
  expect(await words.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
});
