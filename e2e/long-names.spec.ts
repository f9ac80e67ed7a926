import { writeFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { axeFaults, seriousFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { openScreen } from './steps.ts';
import { cli } from './store.ts';

const HALL = 'Welding cell for rear cross members and suspension brackets, hall 3 north,';
const lines = [
  `${HALL} robot 1`,
  `${HALL} robot 2`,
  '제2공장 후방 크로스멤버 및 서스펜션 브라켓 용접 로봇 셀 북측 3호기',
];
const items = ['A', 'B'].map(
  (revision) => `Bracket, rear suspension, left-hand side, with bush M12 (rev. ${revision})`,
);
const quoted = (text: string) => `"${text}"`;

async function fill(store: string, file: string): Promise<void> {
  const rows = Array.from({ length: 20 }, (_, day) =>
    lines.flatMap((line, at) =>
      items.map((item, which) => {
        const date = new Date(Date.UTC(2024, 11, 22 + day)).toISOString().slice(0, 10);
        // The second line says nothing of its times, so that there is something to tell of what OEE stands on.
        const times = at === 1 ? ',,' : '480,420,20';
        const lot = `W${day}-${at + 1}${which + 1}`;
        return `${date},${lot},${quoted(line)},${quoted(item)},${1000 + 40 * at + ((day * 7) % 20)},${10 + 5 * at + which},${times}`;
      }),
    ),
  ).flat();
  const head = 'date,lot,line,item name,good,defects,planned minutes,run minutes,ideal cycle (s)';
  await writeFile(file, [head, ...rows].join('\n'));
  await cli(store, 'import', file, '--accept', 'all');
}

/** Whether all of an element is drawn within another, in its width. */
async function isWithin(inner: Locator, outer: Locator): Promise<boolean> {
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()];
  return a !== null && b !== null && a.x >= b.x - 1 && a.x + a.width <= b.x + b.width + 1;
}

test('names that differ only at their end stay apart on Explore, within their columns and charts', async ({
  openApp,
  store,
}, testInfo) => {
  await fill(store, testInfo.outputPath('output.csv'));
  const { page } = await openApp();
  const main = page.getByRole('main');

  await openScreen(page, '#/explore?range=all&m=good&by=line,item&as=pivot', 'Explore');
  const table = main.getByRole('table');
  for (const line of lines) await expect(table.getByRole('rowheader', { name: line })).toBeVisible();
  for (const item of items) {
    const heading = table.getByRole('columnheader', { name: item });
    expect((await heading.boundingBox())?.width, item).toBeLessThan(300);
    const end = heading.getByText(/rev\. .\)$/).last();
    expect(await isWithin(end, heading), item).toBe(true);
  }
  expect(await axeFaults(page)).toEqual([]);

  await openScreen(page, '#/explore?range=all&m=good&by=line&as=bar', 'Explore');
  for (const end of ['robot 1', 'robot 2', '3호기'])
    await expect(main.getByText(new RegExp(`….*${end}$`))).toBeVisible();

  await openScreen(page, '#/explore?range=all&m=good,defects&by=line&as=scatter', 'Explore');
  const named = main.locator('svg text').filter({ hasText: '…' });
  await expect(named.first()).toBeVisible();
  for (const name of await named.all()) {
    const beyond = await name.evaluate((each) => {
      const [text, chart] = [each, each.closest('svg')].map((part) => part?.getBoundingClientRect());
      return text && chart ? Math.max(chart.left - text.left, text.right - chart.right) : null;
    });
    expect(beyond).toBeLessThanOrEqual(0);
  }
});

test('lines of a chart are named at their ends, within it and cut off by nothing', async ({
  openApp,
  store,
}, testInfo) => {
  await fill(store, testInfo.outputPath('output.csv'));
  const { page } = await openApp();
  await openScreen(page, '#/explore?range=all&m=good&by=day,line&as=line', 'Explore');
  const name = page.getByRole('main').getByText(/^Welding.*robot 2$/);
  await expect(name).toBeVisible();
  // A clip around the marks leaves room for no name beyond them, though it would still count as visible.
  expect(await name.evaluate((each) => each.closest('[clip-path]') === null)).toBe(true);
});

test('at 1024 px OEE tells what it stands on without scrolling sideways, and dates of imports take one line', async ({
  openApp,
  store,
}, testInfo) => {
  await fill(store, testInfo.outputPath('output.csv'));
  const { page } = await openApp();
  await page.setViewportSize({ width: 1024, height: 700 });
  await openScreen(page, '#/oee?range=all', 'OEE');
  const basis = page.getByRole('group', { name: 'What do the numbers stand on?' });
  await expect(basis.getByRole('row')).toHaveCount(4);
  expect(await basis.evaluate((part) => part.scrollWidth - part.clientWidth)).toBeLessThanOrEqual(0);

  await openScreen(page, '#/imports', 'Imports');
  const dates = page.getByRole('row', { name: /output\.csv/ }).getByRole('cell', { name: /2024.*2025/ });
  const height = await dates.evaluate((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return range.getClientRects().length;
  });
  expect(height, 'lines of the dates').toBe(1);
});

test('lots of items that differ only at their end can be told apart in the list, among neighbours and where they touch', async ({
  openApp,
  store,
}, testInfo) => {
  await fill(store, testInfo.outputPath('output.csv'));
  const { page } = await openApp();
  await openScreen(page, '#/lots?lot=W5-12', 'Lots');
  const main = page.getByRole('main');
  const found = main.getByRole('navigation').getByRole('link', { name: 'W19-12' });
  const touched = main
    .getByRole('region', { name: 'What else was touched' })
    .first()
    .getByRole('row', { name: /W5-11/ });
  const neighbour = main.getByRole('region', { name: 'Made next to it' }).getByRole('link', { name: /W5-11/ });
  for (const place of [found, touched, neighbour]) {
    const end = place.getByText(/rev\. .\)$/).last();
    await expect(end).toBeVisible();
    expect(await isWithin(end, place)).toBe(true);
  }
});

test('a long name in one word is read out as one, and a chip and a search tell long names apart', async ({
  openApp,
  store,
}, testInfo) => {
  const word = '제2공장후방크로스멤버및서스펜션브라켓용접로봇셀북측3호기';
  const file = testInfo.outputPath('words.csv');
  const days = Array.from({ length: 9 }, (_, day) => `2024-12-0${day + 1}`);
  const rows = days.flatMap((day) => [word, ...lines].map((line) => `${day},${quoted(line)},Bracket,100,1`));
  await writeFile(file, ['date,line,item name,good,defects', ...rows].join('\n'));
  await cli(store, 'import', file, '--accept', 'all');
  const { page } = await openApp();
  await openScreen(page, `#/explore?range=all&m=good&by=item&as=table&f.line=${word}`, 'Explore');
  const chip = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  const name = chip.getByTitle(word, { exact: true });
  await expect(name).toBeVisible();
  expect(await name.ariaSnapshot()).toBe(`- text: ${word}`);

  await openScreen(page, '#/explore?range=all&m=good&by=line&as=table', 'Explore');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const field = page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name: 'Line', exact: true });
  await field.click();
  await page.keyboard.type('robot 2');
  await expect(page.getByRole('textbox', { name: 'Search values' })).toHaveValue('robot 2');
  await page.getByRole('checkbox', { name: lines[1] }).check();
  await expect(page.getByRole('checkbox')).toHaveCount(1);
  await page.getByTitle('Other field').click();
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  const end = chip.getByText(/robot 2$/).last();
  await expect(end).toBeVisible();
  expect(await isWithin(end, chip)).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
});
