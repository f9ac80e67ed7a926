import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectUsable } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { openScreen, turnThemeAndLanguage } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];

interface Told {
  lot: string;
  summary: { good: number; yield: number; records: number; lines: string[]; total: number };
  neighbours: { before: { summary: { lot: string } }[]; after: { summary: { lot: string } }[] }[];
}

async function openLots(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Lots' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lots' })).toBeVisible();
}

const find = (page: Page) => page.getByRole('searchbox', { name: 'Find a lot' });
const found = (page: Page) => page.getByRole('navigation', { name: 'Lots found' }).getByRole('link');

test('a part of its number finds a lot, whose whole story a link opens again', async ({ store, openApp }) => {
  await generate(store, ...plant);
  const { rows } = await cli(store, 'records', '--filter', 'line=Press 1', '--limit', '400');
  const lot = String((rows as { lotNumber: string }[])[200]?.lotNumber);
  const told = (await cli(store, 'lot', lot)) as unknown as Told;
  const { page } = await openApp();
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('navigation', { name: 'The newest lots' }).getByRole('link').first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(lot.slice(2));
  await expect(found(page).first()).toContainText(lot);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: `Lot ${lot}` })).toBeVisible();

  const totals = page.getByRole('region', { name: 'Totals of the lot' });
  await expect(totals).toContainText(told.summary.good.toLocaleString('en-GB'));
  await expect(totals).toContainText((told.summary.yield * 100).toFixed(1));
  const timeline = page.getByRole('region', { name: 'What happened, in order' }).getByRole('table');
  await expect(timeline.getByRole('row')).toHaveCount(told.summary.records + 1);

  // A record opens with the way to its line; Escape gives the focus back.
  await timeline.getByRole('button').first().click();
  await expect(page.getByRole('complementary', { name: 'Record' })).toContainText('Import 1');
  await expect(page.getByRole('button', { name: 'Show the line of the file' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(timeline.getByRole('button').first()).toBeFocused();

  const before = String(told.neighbours[0]?.before[0]?.summary.lot);
  const beside = page.getByRole('region', { name: 'Made next to it' });
  await beside.getByRole('link', { name: before }).click();
  await expect(page.getByRole('heading', { level: 2, name: `Lot ${before}` })).toBeVisible();
  await expect(beside.getByRole('link', { name: `After: ${lot}` })).toBeVisible();
  await page.keyboard.press('Control+[');
  await expect(page.getByRole('heading', { level: 2, name: `Lot ${lot}` })).toBeVisible();

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 2, name: `Lot ${lot}` })).toBeVisible();
  await expect(find(page)).toHaveValue(lot.slice(2));
  await page.getByRole('link', { name: 'Show its records' }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(lot);
});

test('what was corrected is told, what else was touched is counted by each rule and written whole to a file', async ({
  store,
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('output.csv');
  const profile = testInfo.outputPath('profile.json');
  const columns = { productionDate: 'day', line: 'line', shift: 'shift', operator: 'who', itemCode: 'item' };
  const amounts = { lotNumber: 'lot', orderNumber: 'order', goodQuantity: 'good', defectQuantity: 'bad' };
  const fields = Object.entries({ ...columns, ...amounts }).map(([field, column]) => [field, { column }]);
  await writeFile(profile, JSON.stringify({ fields: Object.fromEntries(fields), key: ['lotNumber'] }));
  const rows = [
    '2024-03-04,Press 1,Early,Kim,A,LOT-1,WO-1,90,10',
    '2024-03-04,Press 1,Late,Lee,A,LOT-2,WO-1,95,5',
    '2024-03-04,Press 2,Early,Kim,B,LOT-3,WO-2,50,',
    '2024-03-05,Press 1,Early,Kim,A,LOT-4,WO-1,97,3',
    '2024-03-04,Press 1,Early,Park,A,,WO-3,40,2',
  ];
  await writeFile(file, ['day,line,shift,who,item,lot,order,good,bad', ...rows].join('\n'));
  await cli(store, 'import', file, '--profile', profile);
  await writeFile(file, ['day,line,shift,who,item,lot,order,good,bad', rows[0]?.replace('90,10', '93,7')].join('\n'));
  await cli(store, 'import', file, '--profile', profile);

  const { page } = await openApp();
  await openLots(page);
  await find(page).fill('lot-');
  await found(page).filter({ hasText: 'LOT-1' }).click();
  await expect(page.getByRole('region', { name: 'Changes' }).getByRole('row', { name: 'Good 90 93' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Totals of the lot' })).toContainText('93.0');
  await expect(page.getByRole('region', { name: 'Lots like it' }).getByRole('row')).toContainText([
    'Lot',
    'LOT-1',
    'LOT-2',
    'LOT-4',
  ]);

  const touched = page.getByRole('region', { name: 'What else was touched' }).first();
  await expect(touched.getByRole('radio', { name: 'Same lines 1' })).toBeChecked();
  await expect(touched).toContainText('1 more record has no lot number');
  await touched.getByText('Same operator and shift 1').click();
  await expect(touched.getByRole('link')).toHaveText(['LOT-3']);
  await touched.getByText('Same order 2').click();
  await expect(page).toHaveURL(/touched=order/);
  await expect(touched.getByRole('link')).toHaveText(['LOT-2', 'LOT-4']);

  const download = page.waitForEvent('download');
  await touched.getByRole('button', { name: 'Export as CSV' }).click();
  const written = await readFile(await (await download).path(), 'utf8');
  const lines = written.replace('\uFEFF', '').split('\r\n');
  expect(lines.slice(0, 3)).toEqual([
    'lot_number,first_date,last_date,lines,item_codes,item_names,units,good_quantity,defect_quantity,yield,records,touching_records',
    'LOT-2,2024-03-04,2024-03-04,Press 1,A,A,,95,5,0.95,1,1',
    'LOT-4,2024-03-05,2024-03-05,Press 1,A,A,,97,3,0.97,1,1',
  ]);
  expect(written).toContain('rows,2');
  await expect(touched.getByRole('status')).toContainText('2 lots written to');
});

test('light in English and dark in Korean, in a small window, nothing is cut off and there is no serious accessibility fault', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { rows } = await cli(store, 'records', '--limit', '50');
  const lot = String((rows as { lotNumber: string }[])[30]?.lotNumber);
  const { page } = await openApp();
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const screen of ['Lots', '로트']) {
    for (const params of ['', 'find=zzzz', `find=24&lot=${encodeURIComponent(lot)}`, 'lot=no-such-lot']) {
      await openScreen(page, `#/lots?${params}`, screen);
      await expectUsable(page, `${screen} ${params}`);
    }
    await turnThemeAndLanguage(page);
  }
});

test('where none of the newest records has a lot, the list says so and an older one is found by a part of its number', async ({
  store,
  openApp,
}, testInfo) => {
  const rows = Array.from({ length: 11_000 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(at / 100))).toISOString().slice(0, 10);
    return `${day},Press ${at % 7},${at < 50 ? `OLD-${at + 100}` : ''},${100 + (at % 13)}`;
  });
  const file = testInfo.outputPath('runs.csv');
  await writeFile(file, `${['date,line,lot number,good', ...rows].join('\n')}\n`);
  await cli(store, 'import', file, '--accept-guess');
  const { page } = await openApp();
  await openLots(page);
  await expect(page.getByText('None of the newest 10,000 records has a lot number')).toBeVisible();
  await find(page).fill('ld-12');
  await expect(found(page).first()).toContainText('OLD-129');
  await expect(found(page)).toHaveCount(10);
});
