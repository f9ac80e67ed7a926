import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectUsable } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { goTo, openScreen, turnThemeAndLanguage } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];

async function openExplore(page: Page, params = ''): Promise<void> {
  await goTo(page, `#/explore?${params}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
}

function fields(page: Page) {
  return page.getByRole('region', { name: 'Measures and splits' });
}

function chart(page: Page) {
  return page.getByRole('application').first();
}

async function answerOf(store: string, query: object): Promise<(string | number | null)[][]> {
  const { rows } = await cli(store, 'query', JSON.stringify(query));
  return rows as (string | number | null)[][];
}

const number = (value: unknown) => Math.floor(Number(value)).toLocaleString('en-GB');

test('lines have their colours from the first on, those that they have on every chart', async ({ store, openApp }) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  // Which name was seen in which colour, at any moment.
  await page.evaluate(() => {
    const seen = new Map<string, [name: string | null, colour: string | null]>();
    Reflect.set(globalThis, 'coloursSeen', () => [...seen.values()]);
    new MutationObserver(() => {
      for (const name of document.querySelectorAll('main svg text[fill]')) {
        const pair: [string | null, string | null] = [name.textContent, name.getAttribute('fill')];
        seen.set(pair.join(' '), pair);
      }
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  await openExplore(page, 'm=good&by=month,shift&as=line');
  await goTo(page, '#/explore?m=good&by=week,shift&as=line');
  await expect(page.getByRole('heading', { name: 'Good by week and shift' })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(chart(page).locator('text[fill]').nth(1)).toBeVisible();
  const seen: [name: string, colour: string][] = await page.evaluate(() => Reflect.get(globalThis, 'coloursSeen')());
  const names = new Set(seen.map(([name]) => name));
  expect(names.size).toBeGreaterThan(1);
  expect(seen).toHaveLength(names.size);
});

test('scrap by line by month stacked takes two clicks, and the answer is what the store says', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.getByRole('link', { name: 'Explore' }).click();
  await fields(page).getByRole('button', { name: 'Defects', exact: true }).click();
  await fields(page).getByRole('button', { name: 'Line', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Defects by month and line' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stacked', exact: true })).toHaveAttribute('aria-pressed', 'true');

  // The keyboard goes from mark to mark and reads each out.
  await expect(chart(page)).toBeVisible();
  await chart(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const [top] = await answerOf(store, {
    measures: ['defects'],
    dimensions: ['line'],
    from: '2024-01-01',
    to: '2024-12-31',
    orderBy: [{ field: 'defects', direction: 'desc' }],
    limit: 1,
  });
  const [february] = await answerOf(store, {
    measures: ['defects'],
    from: '2024-02-01',
    to: '2024-02-29',
    filters: [{ field: 'line', in: [top?.[0]] }],
  });
  const words = new RegExp(`^Feb 2024, ${top?.[0]}, ${number(february?.[0])}`);
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: words })).toBeVisible();

  // Closer by Enter, closer again, and to the records; the trail and the window's back lead out again.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Defects by day' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(String(top?.[0]));
  await chart(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Defects by day' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Steps that led here' }).getByRole('link', { name: 'All' }).click();
  await expect(page.getByRole('heading', { name: 'Defects by month and line' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toHaveCount(0);
});

test('a chart of lines says why it names fewer than were asked for, and a table names them all', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openExplore(page, 'range=thisYear&m=good&by=month,item&as=line&top=10');
  const why = page.getByText('the top 8 by name, as more colours cannot be told apart');
  await expect(why).toBeVisible();
  await openExplore(page, 'range=thisYear&m=good&by=item&as=table&top=10');
  // The heading, the ten, all others and the total.
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(13);
  await expect(why).toHaveCount(0);
});

test('typing finds what to show; totals and others are worked out from their records', async ({ store, openApp }) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openExplore(page, 'range=thisYear&by=&as=table');
  const find = page.getByRole('textbox', { name: 'Find what to show' });
  await find.fill('scrap r');
  await find.press('Enter');
  await find.fill('item');
  await find.press('Enter');
  await page.getByRole('combobox', { name: 'Shown by name' }).click();
  await page.getByRole('option', { name: 'Top 5', exact: true }).click();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(8);

  const year = { measures: ['scrapRate'], from: '2024-01-01', to: '2024-12-31' };
  const items = await answerOf(store, {
    ...year,
    dimensions: ['item'],
    orderBy: [{ field: 'scrapRate', direction: 'desc' }],
    limit: 5,
  });
  const named = items.map(([item]) => item);
  const [others] = await answerOf(store, { ...year, filters: [{ field: 'item', in: named, not: true }] });
  const [whole] = await answerOf(store, year);
  const percent = (value: unknown) => `${(Number(value) * 100).toFixed(1)}`;
  await expect(rows.nth(1)).toContainText(String(named[0]));
  await expect(rows.nth(6)).toContainText(`Others${percent(others?.[0])}`);
  await expect(rows.nth(7)).toContainText(`Total${percent(whole?.[0])}`);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export what is shown' }).click();
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const written = await readFile(await (await download).path(), 'utf8');
  expect(written).toContain('item,scrapRate');
  expect(written).toContain(String(named[4]));
});

test('a drag over dates chooses them; a link opens the same view; a step back takes it back', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openExplore(page, 'from=2024-03-01&to=2024-12-31&m=good&by=month&as=line&vs=year');
  await expect(page.getByText('compared with 1 Mar – 31 Dec 2023')).toBeVisible();
  const box = await chart(page).boundingBox();
  if (!box) throw new Error('The chart has no place');
  const at = (share: number) => box.x + 50 + (box.width - 60) * share;
  await page.mouse.move(at(0.3), box.y + 60);
  await page.mouse.down();
  await page.mouse.move(at(0.4), box.y + 60);
  await page.mouse.move(at(0.54), box.y + 60);
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /Production dates/ })).toContainText('1 Jun – 31 Aug 2024');
  const link = page.url();
  await page.keyboard.press('Control+[');
  await expect(page.getByRole('button', { name: /Production dates/ })).toContainText('1 Mar – 31 Dec 2024');
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('button', { name: /Production dates/ })).toContainText('1 Jun – 31 Aug 2024');
  await expect(page.getByRole('button', { name: 'Lines', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('a filter says how many records each value has, and leaves out what is ticked', async ({ store, openApp }) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openExplore(page, 'range=thisYear&m=records&by=shift&as=table');
  const [late] = await answerOf(store, {
    measures: ['records'],
    from: '2024-01-01',
    to: '2024-12-31',
    filters: [{ field: 'shift', in: ['Late'] }],
  });
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const list = page.getByRole('dialog');
  await list.getByRole('button', { name: 'Shift', exact: true }).click();
  await expect(list).toContainText(`Late${number(late?.[0])}`);
  await list.getByText('Leave out').click();
  await list.getByRole('checkbox', { name: 'Late' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Shift without');
  await expect(page.getByRole('table')).not.toContainText('Late');
});

test('a view is saved under a name, and is there after a restart, in the list and among the commands', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const first = await openApp();
  await openExplore(first.page, 'range=thisYear&m=scrapRate&by=month,line&as=heat');
  await first.page.getByRole('button', { name: 'Saved views' }).click();
  await first.page.getByRole('button', { name: 'Save this view' }).click();
  await first.page.getByRole('textbox', { name: 'Name of the view' }).fill('Morning scrap');
  await first.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(first.page.getByRole('dialog')).toHaveCount(0);
  await first.close();

  const { page } = await openApp();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('morning scrap');
  await expect(page.getByRole('option', { name: 'Morning scrap' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Scrap rate by month and line' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Heat map', exact: true })).toHaveAttribute('aria-pressed', 'true');

  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('button', { name: 'Rename Morning scrap' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Scrap at six');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByRole('button', { name: 'Saved views' }).click();
  await expect(page.getByRole('link', { name: 'Scrap at six' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete Scrap at six' }).click();
  await page.getByRole('button', { name: 'Delete the view' }).click();
  await page.getByRole('button', { name: 'Saved views' }).click();
  await expect(page.getByText('No view is saved yet.')).toBeVisible();
});

const views = [
  'm=defects&by=time,line',
  'm=scrapRate&by=month,shift,site',
  'm=good,yield&by=line,shift&as=pivot',
  'm=scrapRate&by=month,line&as=heat',
  'm=good,scrapRate&by=item&as=scatter',
  'm=defects&by=item&as=pareto',
  'm=good,defects&by=line&vs=before',
  'm=good,oee&by=line,month&as=table&vs=year',
];

test('every shape, light in English and dark in Korean, has no serious accessibility fault and nothing cut off sideways', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const [screen, shown] of [
    ['Explore', views.slice(0, 4)],
    ['탐색', views.slice(4)],
  ] as const) {
    await expect(page.getByRole('navigation').getByRole('link', { name: screen })).toBeVisible();
    for (const view of shown) {
      await openScreen(page, `#/explore?range=thisYear&${view}`, screen);
      await expectUsable(page, view);
    }
    await turnThemeAndLanguage(page);
  }
});

test('what a store has nothing of stands folded below what it has, is found by name, and Quality leads to what there is', async ({
  store,
  openApp,
}, testInfo) => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `2024-03-${String(at + 1).padStart(2, '0')},Press ${at % 2},${90 + at}`,
  );
  const file = testInfo.outputPath('good.csv');
  await writeFile(file, `${['date,line,good', ...rows].join('\n')}\n`);
  await cli(store, 'import', file, '--accept-guess');
  const { page } = await openApp();
  await openExplore(page);
  const button = (name: string) => fields(page).getByRole('button', { name, exact: true });
  await expect(button('Good')).toBeVisible();
  await expect(button('Line')).toBeVisible();
  await expect(button('OEE')).toBeHidden();
  await expect(button('Shift')).toBeHidden();
  await fields(page)
    .getByText(/^Without data/)
    .click();
  await expect(button('OEE')).toBeVisible();
  await page.getByRole('textbox', { name: 'Find what to show' }).fill('shift');
  await expect(button('Shift')).toBeVisible();
  await expectUsable(page, 'fields without data');

  await page.getByRole('link', { name: 'Quality' }).click();
  await page.getByRole('button', { name: 'Show single values of good' }).click();
  await expect(page.getByRole('heading', { name: 'Is good in control, value by value?' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Measure' }).click();
  await expect(
    page.getByRole('group', { name: 'Without data' }).getByRole('option', { name: 'Yield', exact: true }),
  ).toBeVisible();
});
