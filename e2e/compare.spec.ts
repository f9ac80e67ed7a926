import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { seriousFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { goTo } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '6000', '--from', '2022-11-01', '--to', '2024-12-31', '--seed', '5'];
const now = { from: '2024-01-01', to: '2024-12-31' };
const before = { from: '2023-01-01', to: '2023-12-31' };

async function openExplore(page: Page, params: string): Promise<void> {
  await goTo(page, `#/explore?${params}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
}

/** Groups of a report by their key, with their one measure. */
async function groupsOf(store: string, query: object): Promise<Map<string, number>> {
  const { rows } = await cli(store, 'query', JSON.stringify(query));
  return new Map((rows as [string, number][]).map(([key, value]) => [key, value]));
}

async function totalOf(store: string, query: object): Promise<number> {
  const { rows } = await cli(store, 'query', JSON.stringify(query));
  return Number((rows as number[][])[0]?.[0]);
}

const signed = (value: number) => `${value < 0 ? '\u2212' : '+'}${Math.round(Math.abs(value)).toLocaleString('en-GB')}`;

test('a year is compared with the year before, and what drove the change adds up and leads to its records', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openExplore(page, 'range=thisYear&m=good&by=line&as=table');
  await page.getByRole('combobox', { name: 'Compare with' }).click();
  await page.getByRole('option', { name: 'A year earlier', exact: true }).click();
  await expect(page.getByText('compared with 1 Jan – 31 Dec 2023')).toBeVisible();

  const lines = { measures: ['good'], dimensions: ['line'] };
  const [nowGroups, beforeGroups] = [
    await groupsOf(store, { ...lines, ...now }),
    await groupsOf(store, { ...lines, ...before }),
  ];
  const changes = [...nowGroups].map(([line, good]) => ({ line, change: good - (beforeGroups.get(line) ?? 0) }));
  const [largest] = changes.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const whole = changes.reduce((sum, { change }) => sum + change, 0);
  const table = page.getByRole('region', { name: 'Good by line' }).last().getByRole('table');
  await expect(table.getByRole('row').filter({ hasText: String(largest?.line) })).toContainText(
    signed(largest?.change ?? 0),
  );
  await expect(table.getByRole('row', { name: /^Total/ })).toContainText(signed(whole));

  const byLine = page.getByRole('table', { name: 'What drove Good, by Line' });
  await expect(byLine.getByRole('row').nth(1)).toContainText(`${largest?.line}${signed(largest?.change ?? 0)}`);
  await expect(byLine.getByRole('row', { name: /^Change/ })).toContainText(signed(whole));
  const items = page.getByRole('table', { name: 'What drove Good, by Item' });
  await expect(items.getByRole('row', { name: /^Change/ })).toContainText(signed(whole));

  await byLine.getByRole('button', { name: String(largest?.line) }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(String(largest?.line));

  // Another shift beside this one, and the plan.
  await openExplore(page, 'range=thisYear&m=scrapRate&by=month&as=line&f.shift=Early&vs=shift:Late');
  await expect(page.getByText('compared with Late')).toBeVisible();
  await expect(page.getByRole('table', { name: 'What drove Scrap rate, by Item' })).toContainText('Own rate');
  expect(await seriousFaults(page)).toEqual([]);
  await openExplore(page, 'range=thisYear&m=good&by=&as=table&vs=plan');
  const planned = await totalOf(store, { measures: ['planned'], ...now });
  await expect(
    page.getByRole('cell', { name: Math.round(planned).toLocaleString('en-GB'), exact: true }),
  ).toBeVisible();
});

test('a mark is left out by its menu and groups by a range; the total is that of what is left', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openExplore(page, 'range=thisYear&m=scrapRate&by=line&as=table');
  const table = page.getByRole('region', { name: 'Scrap rate by line' }).last().getByRole('table');
  const rates = [...(await groupsOf(store, { measures: ['scrapRate'], dimensions: ['line'], ...now }))].sort(
    (a, b) => b[1] - a[1],
  );
  const [worst] = rates;
  await table.getByRole('button', { name: `Look closer at ${worst?.[0]}` }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: `Leave out Line ${worst?.[0]}` }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Line without');
  await expect(table).not.toContainText(String(worst?.[0]));

  await page.getByRole('button', { name: 'Keep by range of Scrap rate' }).click();
  await page.getByRole('textbox', { name: 'From' }).fill('2');
  await page.getByRole('button', { name: 'Keep these' }).click();
  const kept = rates.slice(1).filter(([, rate]) => rate >= 0.02);
  await expect(table.getByRole('row')).toHaveCount(kept.length + 2);
  const total = await totalOf(store, {
    measures: ['scrapRate'],
    ...now,
    filters: [{ field: 'line', in: kept.map(([line]) => line) }],
  });
  await expect(table.getByRole('row', { name: /^Total/ })).toContainText((total * 100).toFixed(2));

  // The menu key does the same on a chart that has the focus.
  await page.getByRole('button', { name: 'Bars', exact: true }).click();
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Show the records' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(String(kept[0]?.[0]));
});

test('a chart is handed on as a picture with its question, filters and as of when, and as a table for a spreadsheet', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExplore(page, 'range=thisYear&m=defects&by=month,line&as=stacked&f.shift=Early');
  await expect(page.getByRole('application')).toBeVisible();
  const save = async (kind: 'PNG' | 'SVG') => {
    await page.getByRole('button', { name: 'Hand on: Defects by month and line' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: `Save as ${kind}` }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const svg = await save('SVG');
  expect(svg.name).toBe('Defects-by-month-and-line.svg');
  const words = svg.bytes.toString('utf8');
  for (const word of ['Defects by month and line', 'Shift: Early', 'As of ', 'Jan 24', '1 Jan – 31 Dec 2024'])
    expect(words).toContain(word);
  expect(words).not.toMatch(/var\(--|class=/);
  const columns = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('svg svg rect').length,
    words,
  );
  expect(columns).toBeGreaterThan(12);
  const png = await save('PNG');
  expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1_000);

  await page.getByRole('button', { name: 'Hand on: Defects by month and line' }).click();
  await page.getByRole('menuitem', { name: 'Copy table' }).click();
  await expect(page.getByText('rows are in the clipboard')).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\r\n');
  expect(lines[0]).toBe('Month\tLine\tDefects');
  const sum = lines.slice(1).reduce((all, line) => all + Number(line.split('\t')[2]), 0);
  const defects = await totalOf(store, { measures: ['defects'], ...now, filters: [{ field: 'shift', in: ['Early'] }] });
  expect(sum).toBeCloseTo(defects, 4);
});
