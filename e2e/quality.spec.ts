import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectUsable } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { openScreen, turnThemeAndLanguage } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];

async function openQuality(page: Page, params = ''): Promise<void> {
  await openScreen(page, `#/quality?${params}`, 'Quality');
}

async function answerOf(store: string, query: object): Promise<(string | number | null)[][]> {
  const { rows } = await cli(store, 'query', JSON.stringify(query));
  return rows as (string | number | null)[][];
}

const press = { from: '2024-10-01', to: '2024-12-31', filters: [{ field: 'line', in: ['Press 1'] }] };
const pressParams = 'from=2024-10-01&to=2024-12-31&f.line=Press+1';

/** What is read out of the point that the keyboard is on. */
function told(page: Page) {
  return page.getByRole('main').getByRole('status').filter({ hasText: 'center' });
}

test('a point of the p chart is what the store says, with limits of its own, and leads to its records', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Quality' })).toBeVisible();
  await openQuality(page, `${pressParams}&points=week&rules=limits`);
  const [whole] = await answerOf(store, { measures: ['scrapRate'], ...press });
  const weeks = await answerOf(store, { measures: ['scrapRate', 'total', 'records'], dimensions: ['week'], ...press });
  const [name, rate, units, records] = weeks[0] ?? [];
  const center = Number(whole?.[0]);
  const reach = 3 * Math.sqrt((center * (1 - center)) / Number(units));

  await page.getByRole('application').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: '2024 W40, no data' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const counted = Number(units).toLocaleString('en-GB');
  await expect(told(page)).toContainText(`${String(name).replace('-', ' ')}, `);
  await expect(told(page)).toContainText(`${Math.round(Number(rate) * Number(units))} of ${counted}`);
  const numbers = ((await told(page).textContent()) ?? '').match(/center ([\d.]+).*limits ([\d.]+).* to ([\d.]+)/);
  const percents = numbers?.slice(1).map(Number) ?? [];
  const expected = [center, Math.max(0, center - reach), center + reach];
  expect(percents.map((percent, at) => Math.abs(percent - (expected[at] ?? 0) * 100) <= 0.051)).toEqual([
    true,
    true,
    true,
  ]);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`Records${records} record`);
});

test('what stands out is said in a sentence; indices go by typed limits; the Pareto filters; steps are rolled; all stays in the link', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openQuality(page, `${pressParams}&rules=limits`);
  await page.getByText('Single values (I-MR)', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Is yield in control, value by value?' })).toBeVisible();
  await expect(page.getByRole('application')).toHaveCount(3);

  // Indices by what is typed, worked out from the values of the days.
  const capability = page.getByRole('region', { name: 'Is the process able?' });
  await capability.getByRole('textbox', { name: 'At least' }).fill('95');
  await capability.getByRole('textbox', { name: 'At least' }).press('Enter');
  const days = await answerOf(store, { measures: ['yield'], dimensions: ['day'], ...press });
  const values = days.map(([, value]) => value).filter((value) => typeof value === 'number');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const overall = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  await expect(capability).toContainText(`Ppk ${((mean - 0.95) / (3 * overall)).toFixed(2)}`);
  await expect(capability).toContainText('fewer than 50');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export what is shown' }).click();
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('day,yield');
  await page.keyboard.press('Escape');

  // A reason by keyboard; the others stay in sight, and defects a unit are counted of it alone.
  const pareto = page.getByRole('region', { name: 'Which reasons make the defects?' });
  const reasons = await answerOf(store, {
    measures: ['defects'],
    dimensions: ['defectReason'],
    orderBy: [{ field: 'defects', direction: 'desc' }],
    ...press,
  });
  const first = String(reasons.find(([reason]) => reason !== null)?.[0]);
  await pareto.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(first);
  await page.getByText('Scrap rate (p)', { exact: true }).click();
  await page.getByRole('button', { name: 'Count defects a unit of the reason' }).click();
  await expect(page.getByRole('heading', { name: 'Are defects a unit in control?' })).toBeVisible();

  const steps = page.getByRole('region', { name: 'How much passes all steps at the first try?' });
  for (const line of ['Moulding 1', 'Press 1']) {
    await steps.getByRole('combobox', { name: 'Lines as steps' }).fill(line);
    await page.getByRole('option', { name: line, exact: true }).click();
  }
  const yields = await answerOf(store, {
    measures: ['firstPassYield'],
    dimensions: ['line'],
    from: press.from,
    to: press.to,
    filters: [
      { field: 'line', in: ['Moulding 1', 'Press 1'] },
      { field: 'defectReason', in: [first] },
    ],
  });
  const rolled = yields.reduce((product, [, value]) => product * Number(value), 1);
  await expect(steps).toContainText(`${(rolled * 100).toFixed(1)}`);
  await expect(steps).toContainText('of the units pass all 2 steps');

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(steps).toContainText('of the units pass all 2 steps');
  await expect(page.getByRole('heading', { name: 'Are defects a unit in control?' })).toBeVisible();
});

test('a limit on days in a row is watched, listed at Health, opened at its place, and let go', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openQuality(page, pressParams);
  await page.getByRole('button', { name: 'Watch this' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name of the alert' }).fill('Scrap of press 1');
  await dialog.getByRole('radio', { name: 'the measure passes a limit on production days in a row' }).check();
  await dialog.getByRole('textbox', { name: 'Limit, Scrap rate' }).fill('0.1');
  await dialog.getByRole('textbox', { name: 'Production days in a row' }).fill('2');
  await dialog.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(dialog).toHaveCount(0);

  await page.keyboard.press('Alt+0');
  const found = page.getByRole('region', { name: 'Alerts of measures' });
  await expect(found).toContainText('Scrap of press 1 Scrap rate over 0.10');
  await found.getByRole('link', { name: 'Look at it' }).click();
  await expect(page.getByRole('heading', { name: 'Is the scrap rate in control?' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Press 1');
  await page.getByRole('button', { name: 'Watch this' }).click();
  await page.getByRole('button', { name: 'Stop watching Scrap of press 1' }).click();
  await expect(page.getByRole('region', { name: 'What is watched' })).toHaveCount(0);
});

test('limits are kept for the line that is filtered by, hold on screen, in files and for alerts, and are let go and taken back', async ({
  store,
  openApp,
}) => {
  await cli(store, 'generate', ...plant);
  const { page } = await openApp();
  await openQuality(page, `${pressParams}&chart=individuals&of=yield&rules=limits`);
  const capability = page.getByRole('region', { name: 'Is the process able?' });
  const lower = capability.getByRole('textbox', { name: 'At least' });
  await lower.fill('95');
  await lower.press('Enter');
  await expect(capability).toContainText('Typed in this view and its link alone.');
  const index = await capability.getByRole('row', { name: /overall/ }).textContent();
  await capability.getByRole('button', { name: 'Keep these limits' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Yield: At least 95 %');
  await dialog.getByRole('combobox', { name: 'Line' }).click();
  await expect(page.getByRole('option', { name: 'All lines' })).toBeVisible();
  await page.getByRole('option', { name: 'Press 1' }).click();
  await dialog.getByLabel('From production day').fill('2024-11-01');
  await expectUsable(page, 'dialog of limits that are kept');
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(capability).toContainText('Kept for Press 1.');
  await expect(capability).toContainText('They hold from 1 Nov 2024; nothing was asked before');
  expect(page.url()).not.toContain('lsl');
  await expect(capability.getByRole('row', { name: /overall/ })).toHaveText(index ?? '');
  await expectUsable(page, 'limits that are kept');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export what is shown' }).click();
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain(
    '"lower limit of yield, Press 1 from 2024-11-01",0.95',
  );
  await page.keyboard.press('Escape');

  // An alert goes by them; of another line nothing is kept.
  await page.getByRole('button', { name: 'Watch this' }).click();
  await dialog
    .getByRole('radio', { name: 'the measure is outside its kept limits on production days in a row' })
    .check();
  await dialog.getByRole('textbox', { name: 'Production days in a row' }).fill('1');
  await dialog.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await openQuality(page, pressParams.replace('Press+1', 'Press+2').concat('&chart=individuals&of=yield'));
  await expect(lower).toHaveValue('');
  await page.getByRole('button', { name: 'Watch this' }).click();
  await expect(dialog).toContainText('Yield outside its kept limits on a production day · Press 1');
  await expect(dialog.getByRole('radio', { name: /outside its kept limits/ })).toBeDisabled();
  await page.keyboard.press('Escape');

  await openQuality(page, `${pressParams}&chart=individuals&of=yield`);
  await capability.getByText('1 kept for this measure').click();
  await capability.getByRole('button', { name: 'Delete the limits of Press 1, from 1 Nov 2024' }).click();
  await expect(lower).toHaveValue('');
  await capability.getByRole('button', { name: 'Undo' }).click();
  await expect(lower).toHaveValue('95');
  await capability.getByRole('textbox', { name: 'Target' }).fill('97');
  await capability.getByRole('textbox', { name: 'At most' }).fill('99');
  await capability.getByRole('textbox', { name: 'At most' }).press('Enter');
  await expect(capability.getByRole('row', { name: /about the target Cpm/ })).toBeVisible();
  await capability.getByRole('button', { name: 'Use the kept ones' }).click();
  await expect(capability.getByRole('textbox', { name: 'Target' })).toHaveValue('');
});

const views = [
  'range=last90days',
  'range=last90days&chart=individuals&of=throughput&rules=nelson&lsl=300&usl=900&step=Press+1&step=Packing',
  'range=last30days&chart=u&points=shift&limits=between',
  'range=last90days&chart=means&of=oee&group=line',
];

test('every chart, light in English and dark in Korean, has no serious accessibility fault and nothing cut off sideways', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const [screen, shown] of [
    ['Quality', views.slice(0, 2)],
    ['품질', views.slice(2)],
  ] as const) {
    await expect(page.getByRole('navigation').getByRole('link', { name: screen })).toBeVisible();
    for (const view of shown) {
      await openScreen(page, `#/quality?${view}`, screen);
      await expectUsable(page, view);
    }
    await turnThemeAndLanguage(page);
  }
});

test('where no defect has a reason recorded, none is said to make them', async ({ store, openApp }, testInfo) => {
  const file = testInfo.outputPath('plain.csv');
  await writeFile(file, 'date,line,good,defects\n2025-03-13,Press 1,1190,10\n2025-03-14,Press 1,1200,14\n');
  await cli(store, 'import', file);
  const { page } = await openApp();
  await openScreen(page, '#/quality?range=all', 'Quality');
  const pareto = page.getByRole('region', { name: 'Which reasons make the defects?' });
  await expect(pareto).toContainText('no defect has a reason recorded');
  await expect(pareto).not.toContainText('1 reason makes');
});
