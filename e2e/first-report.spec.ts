import { readFile, writeFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { pdfPages } from '../db/testing/pdf-text.ts';
import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

/** A list as an MES prints it: letters of Windows, a title, numbers with commas, a subtotal a day and a total. */
function printedList(): { text: string; good: number; defects: number } {
  const lines: string[] = [];
  let good = 0;
  let defects = 0;
  for (let day = 1; day <= 28; day++) {
    const date = `2025.03.${String(day).padStart(2, '0')}`;
    let goodOfDay = 0;
    let defectsOfDay = 0;
    for (const [at, line] of ['프레스 1호기', '프레스 2호기'].entries()) {
      const [made, bad] = [1100 + 13 * day + 70 * at, (day * 7 + at * 3) % 30];
      lines.push(`${date},${line},브라켓,L25${day}-${at},"${made.toLocaleString('en')}",${bad}`);
      goodOfDay += made;
      defectsOfDay += bad;
    }
    lines.push(`${date} 소계,,,,"${goodOfDay.toLocaleString('en')}",${defectsOfDay}`);
    good += goodOfDay;
    defects += defectsOfDay;
  }
  const head = ['생산실적 현황', '출력일시: 2025-04-01 08:11', '', '작업일자,라인,품명,로트번호,양품수량,불량수량'];
  return { text: [...head, ...lines, `합계,,,,"${good}",${defects}`].join('\r\n'), good, defects };
}

test('a file that nobody has seen becomes a PDF report in seven gestures, with the totals that it says of itself', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('생산실적.csv');
  const { text, good, defects } = printedList();
  await writeFile(file, iconv.encode(text, 'cp949'));
  const { page } = await openApp();
  const main = page.getByRole('main');

  const chooser = page.waitForEvent('filechooser');
  await main.getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('radio', { name: /a whole number$/ }).check();
  const preview = page.getByRole('region', { name: 'What the first rows become' });
  await expect(preview.getByText('56 become records, 0 are set aside')).toBeInViewport();
  await page.getByRole('button', { name: 'Import 56 rows' }).click();
  await page.getByRole('button', { name: 'Show what came in' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const written = [good, defects].map((total) => total.toLocaleString('en-GB'));
  await expect(main.getByRole('region', { name: 'Good', exact: true })).toContainText(String(written[0]));
  await main.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export what is shown' });
  await expect(dialog.getByRole('radio', { name: 'The whole overview' })).toBeChecked();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export as PDF' }).click();
  const path = testInfo.outputPath('report.pdf');
  await (await download).saveAs(path);
  const pages = pdfPages(await readFile(path)).join('\n');
  for (const total of written) expect(pages).toContain(total);

  // The same every morning is one gesture away.
  await dialog.getByRole('button', { name: 'Schedule it…' }).click();
  const schedule = page.getByRole('dialog', { name: 'Schedule a report' });
  await expect(dialog).toHaveCount(0);
  await expect(schedule.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(schedule.getByRole('radio', { name: 'The whole overview' })).toBeChecked();
  await expect(schedule.getByRole('combobox', { name: 'Format' })).toHaveValue('PDF');
});

test('a file that tells of times alone leads to what it tells, from what came in and from the overview', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('stops.csv');
  const rows = Array.from(
    { length: 20 },
    (_, at) => `2025-03-${String(at + 1).padStart(2, '0')},Press ${1 + (at % 2)},${at}`,
  );
  await writeFile(file, ['date,line,downtime', ...rows].join('\n'));
  const { page } = await openApp();
  const main = page.getByRole('main');
  const chooser = page.waitForEvent('filechooser');
  await main.getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: /^Import .*rows$/ }).click();
  await page.getByRole('button', { name: 'Show what came in' }).click();
  await expect(page.getByRole('heading', { name: 'Downtime by day' })).toBeVisible();
  expect(page.url()).toContain('m=downMinutes');
  await page.getByRole('link', { name: 'Overview' }).click();
  await main.getByRole('button', { name: 'Show what is recorded' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
  // Every other day from 0 to 18, and from 1 to 19.
  await expect(main.getByRole('row', { name: /Press 1 / })).toContainText('90');
  await expect(main.getByRole('row', { name: /Press 2 / })).toContainText('100');
});

test('a plant that records no lines has no panel of lines on its overview, and the trend has the room', async ({
  openApp,
  store,
}, testInfo) => {
  const file = testInfo.outputPath('batches.csv');
  const rows = Array.from(
    { length: 20 },
    (_, at) => `2025-03-${String(at + 1).padStart(2, '0')},Tablet ${at % 2},${100 + at},${at % 4}`,
  );
  await writeFile(file, ['date,item,good,defects', ...rows].join('\n'));
  await cli(store, 'import', file);
  const { page } = await openApp();
  const main = page.getByRole('main');
  const widthOf = async (name: string) =>
    (await main.getByRole('region', { name, exact: true }).boundingBox())?.width ?? 0;
  await expect(main.getByRole('region', { name: 'Which line made what?' })).toHaveCount(0);
  // Four tiles stand above it from edge to edge.
  await expect.poll(() => widthOf('How much was made?')).toBeGreaterThan(3.9 * (await widthOf('Good')));
});

test('a PDF of the overview has nothing that the plant does not record, and ranks items by what was made', async ({
  openApp,
  store,
}, testInfo) => {
  const file = testInfo.outputPath('lots.csv');
  const rows = Array.from(
    { length: 20 },
    (_, at) => `2025-03-${String(at + 1).padStart(2, '0')},Tablet ${at % 3},${100 + 50 * (at % 3)}`,
  );
  await writeFile(file, ['date,item,good', ...rows].join('\n'));
  await cli(store, 'import', file);
  const { page } = await openApp();
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export what is shown' });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export as PDF' }).click();
  const path = testInfo.outputPath('report.pdf');
  await (await download).saveAs(path);
  await expect(dialog.getByText('with 3 tiles')).toBeVisible();
  const pages = pdfPages(await readFile(path)).join('\n');
  for (const part of ['Key numbers', 'Trend', 'Items made most']) expect(pages).toContain(part);
  for (const part of ['Output by line', 'Defects by reason', 'Scrap rate', 'OEE']) expect(pages).not.toContain(part);
  const ranked = pages.slice(pages.indexOf('Items made most'));
  expect(ranked.indexOf('Tablet 1')).toBeLessThan(ranked.indexOf('Tablet 0'));
});

test('a file that is chosen while the last one is told of is looked at without another gesture', async ({
  openApp,
}, testInfo) => {
  const { page } = await openApp();
  const choose = async (name: string, day: number) => {
    const file = testInfo.outputPath(name);
    const rows = Array.from({ length: 9 }, (_, at) => `2025-03-${day + at},Press 1,${100 + at}`);
    await writeFile(file, ['date,line,good', ...rows].join('\n'));
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(Import a file|Choose files…)$/ })
      .click();
    await (await chooser).setFiles(file);
    await page.getByRole('button', { name: 'Import 9 rows' }).click();
    await expect(page.getByRole('heading', { name: `${name} is imported` })).toBeVisible();
  };
  await choose('first.csv', 10);
  await choose('second.csv', 20);
  await expect(page.getByRole('button', { name: 'Show what came in' })).toBeVisible();
});
