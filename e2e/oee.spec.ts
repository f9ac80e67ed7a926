import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectUsable } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { goTo, turnThemeAndLanguage } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];
const range = { from: '2024-02-01', to: '2024-12-31' };
const address = `from=${range.from}&to=${range.to}`;

async function openOee(page: Page, params = address): Promise<void> {
  await goTo(page, `#/oee?${params}`);
  await expect(page.getByRole('heading', { level: 1, name: 'OEE' })).toBeVisible();
}

type Row = (string | number | null)[];

async function answerOf(store: string, query: object): Promise<Row[]> {
  const { rows } = await cli(store, 'query', JSON.stringify({ ...range, ...query }));
  return rows as Row[];
}

const percent = (value: unknown) => `${(Number(value) * 100).toFixed(1)}\u202f%`;
/** Tens of thousands of minutes have no decimal. */
const minutes = (value: unknown) => Number(value).toLocaleString('en-GB', { maximumFractionDigits: 0 });

test('the numbers, the losses and the lines are what the store says', async ({ store, openApp }) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.keyboard.press('Alt+3');
  await openOee(page);

  const ratios = ['oee', 'availability', 'performance', 'quality'];
  const [whole = []] = await answerOf(store, { measures: [...ratios, 'plannedMinutes', 'runMinutes'] });
  const [planned = 0, run = 0] = [Number(whole[4]), Number(whole[5])];
  for (const [at, name] of ['OEE', 'Availability', 'Performance', 'Quality'].entries()) {
    await expect(page.getByRole('region', { name, exact: true })).toContainText(
      percent(whole[at]).replace('\u202f', ''),
    );
  }

  const losses = page.getByRole('region', { name: 'Where did the time go?' });
  const bars = losses.getByRole('application');
  await expect(bars).toContainText(`Planned time${minutes(planned)}`);
  await expect(bars).toContainText(`Run time${minutes(run)}`);
  await expect(bars).toContainText(`Fully productive time${minutes(planned * Number(whole[0]))}`);

  // The parts that are shown add up to the last digit.
  const numbers = await bars.locator('[data-tone] text:nth-of-type(2)').allTextContents();
  const shown = numbers.map((written) => Number(written.replaceAll(',', '').replace('−', '-')));
  const lost = shown.filter((value) => value < 0).reduce((sum, value) => sum + value, 0);
  expect((shown[0] ?? 0) + lost).toBe(shown.at(-1));

  // By keyboard each bar is read out with how it is worked out, and a reason becomes a filter.
  await bars.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const [[reason, longest] = []] = await answerOf(store, {
    measures: ['downMinutes'],
    dimensions: ['downtimeReason'],
    orderBy: [{ field: 'downMinutes', direction: 'desc' }],
    limit: 1,
  });
  await expect(losses.getByRole('status').last()).toContainText(`${reason}, −${minutes(longest)}`);
  await expect(losses.getByRole('status').last()).toContainText('Downtime recorded for this reason');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(String(reason));
  await page.goBack();
  await expect(page.getByRole('list', { name: 'Filters' })).toHaveCount(0);

  // Each line and shift; the total is that of the records, and a heading sorts.
  const places = page.getByRole('region', { name: 'Which line and shift?' }).first();
  await places.getByText('Line', { exact: true }).first().click();
  const rows = places.getByRole('table').getByRole('row');
  await places.getByRole('button', { name: 'Availability' }).click();
  const [[line, least] = []] = await answerOf(store, {
    measures: ['availability'],
    dimensions: ['line'],
    orderBy: [{ field: 'availability' }],
    limit: 1,
  });
  await expect(rows.nth(1)).toContainText(String(line));
  await expect(rows.nth(1)).toContainText(percent(least));
  await expect(rows.last()).toContainText(`Total${Math.round(planned).toLocaleString('en-GB')}`);
  await expect(rows.last()).toContainText(percent(whole[0]));
  await rows.nth(1).getByRole('button').click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(String(line));
  await expect(rows).toHaveCount(3);
});

test('stops, shifts and days are what the store says, and a day that is clicked stays among its neighbours', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await openOee(page);

  // MTBF and MTTR of a line from its own sums; planned stops are no failures.
  const stops = page.getByRole('region', { name: 'How often, and for how long?' }).first();
  const row = stops.getByRole('row').filter({ hasText: 'Press 2' });
  const press = [{ field: 'line', in: ['Press 2'] }];
  const [[run] = []] = await answerOf(store, { measures: ['runMinutes'], filters: press });
  const entries = await answerOf(store, {
    measures: ['records', 'downMinutes'],
    dimensions: ['downtimeReason'],
    filters: press,
  });
  const sum = (rows: Row[], column: number) => rows.reduce((total, each) => total + Number(each[column]), 0);
  const failures = sum(entries, 1);
  await expect(row).toContainText(failures.toLocaleString('en-GB'));
  await expect(row).toContainText((Number(run) / 60 / failures).toFixed(2));
  await expect(row.getByRole('cell').last()).toHaveText((sum(entries, 2) / failures).toFixed(1));
  await stops.getByRole('button', { name: 'Planned stops' }).click();
  const changeover = page.getByRole('checkbox', { name: 'Changeover' });
  await changeover.click();
  await expect(changeover).toBeChecked();
  await page.keyboard.press('Escape');
  const unplanned = entries.filter(([reason]) => reason !== 'Changeover');
  await expect(row.getByRole('cell').last()).toHaveText((sum(unplanned, 2) / sum(unplanned, 1)).toFixed(1));
  await expect(stops.getByRole('button', { name: 'Planned stops (1)' })).toBeVisible();

  // Shift against shift, by keyboard.
  const shifts = page.getByRole('region', { name: 'Shift against shift' });
  const [[, early] = []] = await answerOf(store, {
    measures: ['oee'],
    dimensions: ['shift'],
    filters: [{ field: 'shift', in: ['Early'] }],
  });
  await shifts.getByRole('application').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(shifts.getByRole('status').filter({ hasText: 'Early' }).first()).toContainText(
    `OEE, Early, ${percent(early)}`,
  );

  // The calendar reads a day out and shows it; the year stays around it.
  const days = page.getByRole('region', { name: 'Which days?' });
  await days.getByRole('application').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const [[oee] = []] = await answerOf(store, { measures: ['oee'], from: '2024-02-08', to: '2024-02-08' });
  await expect(days.getByRole('status').last()).toContainText(`8 Feb 2024, OEE ${percent(oee)}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Production dates/ })).toContainText('8 Feb 2024');
  await expect(days.locator('[data-chosen="true"]')).toHaveCount(1);
  await expect(days.locator('[data-date="2024-11-05"]')).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'OEE', exact: true })).toContainText(
    percent(oee).replace('\u202f', ''),
  );
});

test('what is missing is told with lines and items, performance above 100 % is flagged, and nothing is guessed', async ({
  store,
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('oee.csv');
  const head =
    'production_date,line,shift,item_code,good_quantity,defect_quantity,planned_minutes,run_minutes,down_minutes,ideal_cycle_seconds';
  const rows = [
    // The golden case, an item without a cycle, and one whose cycle is set too long.
    '2024-03-04,Press,Early,A-100,380,20,480,420,60,60',
    '2024-03-05,Saw,Early,B-200,300,10,480,400,80,',
    '2024-03-06,Mixer,Early,C-300,500,0,480,400,0,60',
  ];
  await writeFile(file, [head, ...rows].join('\n'));
  await cli(store, 'import', file);
  const { page } = await openApp();
  await openOee(page, 'range=all');
  const basis = page.getByRole('region', { name: 'What do the numbers stand on?' }).first();
  const performance = basis.getByRole('row').filter({ hasText: 'Performance' });
  await expect(performance).toContainText(/2 \(66\.7.%\)1Saw 1B-200 1/);
  await expect(basis.getByRole('row').filter({ hasText: 'Availability' })).toContainText(/3 \(100\.0.%\)0––/);
  await expect(basis).toContainText(/above 100 %.*C-300 125\.0/);

  await openOee(page, 'range=all&f.line=Press');
  for (const [name, value] of [
    ['Availability', '87.5'],
    ['Performance', '95.2'],
    ['Quality', '95.0'],
    ['OEE', '79.2'],
  ] as const) {
    await expect(page.getByRole('region', { name, exact: true })).toContainText(`${value}%`);
  }
  const bars = page.getByRole('region', { name: 'Where did the time go?' }).getByRole('application');
  await expect(bars).toContainText('Fully productive time380');

  await openOee(page, 'range=all&f.line=Saw');
  await expect(page.getByRole('region', { name: 'Performance', exact: true })).toContainText('needs run minutes');
  await expect(bars).toContainText('Run time400');
  await expect(bars).not.toContainText('Net run time');

  await openOee(page, 'range=all&f.line=Mixer');
  await expect(bars).toContainText('Faster than ideal+100');
  await expect(page.getByRole('region', { name: 'Performance', exact: true })).toContainText('above 100 %');
});

test('light in English and dark in Korean the screen has no serious accessibility fault and nothing cut off sideways', async ({
  store,
  openApp,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  // So high that nothing has to be scrolled to, as axe then takes the colour of another place for the ground of a text.
  await page.setViewportSize({ width: 1024, height: 2600 });
  await openOee(page);
  for (const question of ['Which days?', '어느 날인가?']) {
    await expect(page.getByRole('region', { name: question }).getByRole('application')).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectUsable(page, question);
    await turnThemeAndLanguage(page);
  }
});
