import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pdfPages } from '../db/testing/pdf-text.ts';
import { sheetRows } from '../db/testing/read-elsewhere.ts';
import { drop, exportAs } from './export-file.ts';
import { expect, test } from './fixtures.ts';
import { openScreen, runCommand } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '6000', '--from', '2023-01-01', '--to', '2024-12-31', '--seed', '5'];
const year = 'from=2024-01-01&to=2024-12-31';

/** The text of a PDF without its spaces, of which there are several kinds. */
async function wordsOf(path: string): Promise<string> {
  return pdfPages(await readFile(path))
    .join('')
    .replaceAll(/\s/g, '');
}

/** Texts of a picture that begin at the same place and lie over each other, those of charts left out. */
function textsOverEachOther(svg: string): string[] {
  const around = svg.replace(/^<svg[^>]*>/, '').replaceAll(/<svg[\s\S]*?<\/svg>/g, '');
  const texts = [...around.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)[^>]*>([^<]*)/g)].map(
    ([, x = '', y, size, words = '']) => ({ x, y: Number(y), size: Number(size), words }),
  );
  return texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter(({ x, y, size }) => x === one.x && Math.abs(y - one.y) < size * 0.9)
      .map(({ words }) => `${one.words} / ${words}`),
  );
}

const percent = (share: unknown) => `${(Number(share) * 100).toFixed(1)}`;
const whole = (value: unknown) => Math.round(Number(value)).toLocaleString('en-GB');

test('what OEE, Quality and Lots show is handed on as workbook and as PDF with the numbers of the screen', async ({
  store,
  openApp,
}, testInfo) => {
  await generate(store, ...plant);
  const { page } = await openApp();

  await openScreen(page, `#/oee?${year}&places=line`, 'OEE');
  const places = page.getByRole('region', { name: 'Which line and shift?' }).first().getByRole('table');
  await expect(places.getByRole('row').last()).toContainText('Total');
  const [headings = [], ...lines] = await sheetRows(await exportAs(page, 'Excel', testInfo), 'Data');
  const [line, oee] = [headings.indexOf('Line'), headings.indexOf('OEE')];
  expect(lines).toHaveLength((await places.getByRole('row').count()) - 2);
  for (const row of lines)
    await expect(places.getByRole('row').filter({ hasText: row[line] })).toContainText(percent(row[oee]));
  const placesPdf = await wordsOf(await exportAs(page, 'PDF', testInfo));
  for (const row of lines) expect(placesPdf).toContain(`${percent(row[oee])}%`);
  const allOfOee = await wordsOf(await exportAs(page, 'PDF', testInfo, 'All of OEE'));
  const told = await page.getByRole('region', { name: 'OEE', exact: true }).innerText();
  expect(allOfOee).toContain(/\d+\.\d/.exec(told)?.[0] ?? 'no number');
  for (const words of ['Wherethetimewent', 'Plannedtime', 'Downtimebyreason']) expect(allOfOee).toContain(words);

  await openScreen(page, `#/quality?${year}&chart=p&points=month&rules=limits`, 'Quality');
  const [pointHeadings = [], ...months] = await sheetRows(await exportAs(page, 'Excel', testInfo), 'Data');
  expect(months).toHaveLength(12);
  const rate = pointHeadings.indexOf('Scrap rate');
  await page.getByRole('application').first().focus();
  await page.keyboard.press('ArrowRight');
  const point = page.getByRole('main').getByRole('status').filter({ hasText: 'center' });
  await expect(point).toContainText((Number(months[0]?.[rate]) * 100).toFixed(1).slice(0, 3));
  const allOfQuality = await wordsOf(await exportAs(page, 'PDF', testInfo, 'All of Quality'));
  for (const words of ['Controlchart', 'Upperlimit', 'Paretoofdefects', 'First-passyield'])
    expect(allOfQuality).toContain(words);

  // The records of a lot, and what they add up to.
  const { rows } = await cli(store, 'records', '--filter', 'line=Press 1', '--limit', '50');
  const lot = String((rows as { lotNumber: string }[])[20]?.lotNumber);
  await openScreen(page, `#/lots?lot=${encodeURIComponent(lot)}&${year}`, 'Lots');
  const totals = page.getByRole('region', { name: 'Totals of the lot' });
  await expect(totals).toBeVisible();
  const { summary } = (await cli(store, 'lot', lot)) as { summary: { good: number; records: number } };
  await expect(totals).toContainText(summary.good.toLocaleString('en-GB'));
  await page.getByRole('link', { name: 'Show its records' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(lot);
  const [fields = [], ...records] = await sheetRows(await exportAs(page, 'Excel', testInfo), 'Data');
  expect(records).toHaveLength(summary.records);
  const sum = records.reduce((all, record) => all + Number(record[fields.indexOf('Good')]), 0);
  expect(sum).toBeCloseTo(summary.good, 6);
  expect(await wordsOf(await exportAs(page, 'PDF', testInfo, 'By line'))).toContain(whole(summary.good));
});

test('the whole overview is one PDF that opens it again, a comparison is written with its differences, and a dashboard by the clock is a PDF', async ({
  store,
  openApp,
}, testInfo) => {
  await generate(store, ...plant);
  const asked = { measures: ['good', 'defects', 'yield'], from: '2024-01-01', to: '2024-12-31' };
  const { rows } = await cli(store, 'query', JSON.stringify(asked));
  const [good = 0, , yieldOfAll = 0] = (rows as number[][])[0] ?? [];
  const { page } = await openApp();
  await openScreen(page, `#/overview?${year}&grain=quarter`, 'Overview');
  const overview = await exportAs(page, 'PDF', testInfo, 'The whole overview');
  const words = await wordsOf(overview);
  for (const part of [
    'Keynumbers',
    'Trend',
    'Outputbyline',
    whole(good),
    `${percent(yieldOfAll)}%`,
    'sumofgood',
    'Asof',
  ])
    expect(words).toContain(part);
  await openScreen(page, '#/health', 'Health');
  await drop(page, overview);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page).toHaveURL(/grain=quarter/);

  await openScreen(page, `#/explore?from=2024-02-01&to=2024-12-31&m=good&by=line&as=table&vs=year`, 'Explore');
  const table = page.getByRole('region', { name: 'Good by line' }).last().getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'Year before' })).toBeVisible();
  const [headings = [], ...compared] = await sheetRows(await exportAs(page, 'Excel', testInfo), 'Data');
  expect(headings.map((heading) => heading.replace(/ \(.*\)$/, ''))).toEqual([
    'Line',
    'Good',
    'Good, Year before',
    'Good, Difference',
    'Good, Change',
  ]);
  for (const [name = '', now, before, difference] of compared) {
    expect(Number(now) - Number(before)).toBeCloseTo(Number(difference), 5);
    const row = table.getByRole('row').filter({ hasText: name });
    for (const number of [whole(now), whole(before), whole(Math.abs(Number(difference)))])
      await expect(row).toContainText(number);
  }

  const folder = join(store, '..', 'reports');
  await mkdir(folder);
  await openScreen(page, '#/dashboards', 'Morning');
  await runCommand(page, 'schedule a report');
  const schedule = page.getByRole('dialog', { name: 'Schedule a report' });
  await expect(schedule.getByLabel('Name')).toHaveValue('Morning');
  await schedule.getByText('After each shift').click();
  await schedule.getByRole('combobox', { name: 'Shift, as records name it' }).fill('Early');
  await schedule.getByLabel('Ends at').fill('14:00');
  await schedule.getByLabel('Folder').fill(folder);
  await schedule.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(schedule).toBeHidden();
  await runCommand(page, 'scheduled reports');
  const row = page.getByRole('region', { name: 'Reports', exact: true }).getByRole('row', { name: /Morning/ });
  await row.getByRole('button', { name: 'Run now: Morning' }).click();
  await expect(row).toContainText(/rows?, /);
  const [file = ''] = await readdir(folder);
  expect(file).toMatch(/^Morning \d{4}-\d{2}-\d{2} Early\.pdf$/);
  const written = await wordsOf(join(folder, file));
  for (const part of ['Morning', 'Shift:Early', 'Page1of']) expect(written).toContain(part);
});

test('each picture and table of OEE and Quality is handed on as it stands', async ({ store, openApp }, testInfo) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const [address, heading, panels] of [
    [`#/oee?${year}`, 'OEE', 6],
    [`#/quality?${year}&chart=p&points=month&rules=limits`, 'Quality', 3],
  ] as const) {
    await openScreen(page, address, heading);
    const menus = page.getByRole('main').getByRole('button', { name: /^Hand on: / });
    await expect(menus).toHaveCount(panels);
    for (const menu of await menus.all()) {
      const title = (await menu.getAttribute('aria-label'))?.replace('Hand on: ', '') ?? '';
      const panel = page.getByRole('main').getByRole('region', { name: title, exact: true }).first();
      await menu.click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: 'Save as SVG' }).click();
      const path = testInfo.outputPath((await download).suggestedFilename());
      await (await download).saveAs(path);
      const drawn = await readFile(path, 'utf8');
      for (const word of title.split(' ')) expect(drawn).toContain(word);
      expect(textsOverEachOther(drawn), title).toEqual([]);
      const shown = await panel.locator('[data-picture="body"] :is(svg text, td, th)').allInnerTexts();
      for (const words of shown.flatMap((each) => /\d[\d.,]*/.exec(each) ?? []).slice(0, 10))
        expect(drawn, title).toContain(words);
      await menu.click();
      await page.getByRole('menuitem', { name: 'Copy table' }).click();
      await expect(
        page
          .getByRole('main')
          .getByText(/rows? (is|are) in the clipboard/)
          .last(),
      ).toBeVisible();
      const table = await page.evaluate(() => navigator.clipboard.readText());
      expect(table.split('\r\n').length, title).toBeGreaterThan(1);
    }
  }
});
