import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Import a file|Choose files…)$/ })
    .click();
  await (await chooser).setFiles(file);
}

const days = Array.from({ length: 9 }, (_, at) => `2024-03-0${at + 1}`);
const say = (asked: Locator, answer: string) => asked.getByRole('radio', { name: answer }).check();

test('columns that would make wrong records are asked for, and read or left as answered', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('doubts.csv');
  const rows = days.map((day, at) => `${day},Press 1,2.4030${at}E+11,${70 + at},3.${at + 1}5,0.0${at + 1}`);
  await writeFile(file, ['date,line,Lot,Good (pcs),Scrap (kg),Rework', ...rows].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  const heads = page.getByRole('region', { name: 'What the first rows become' }).getByRole('columnheader');
  const group = (name: RegExp) => page.getByRole('group', { name });
  const lots = group(/^A spreadsheet has shortened numbers in Lot \(such as 2\.40300E\+11\)/);
  const scrap = group(/^Scrap \(kg\) counts in another unit than the good quantity/);
  const rework = group(/^Rework has fractions \(such as 0\.01\) beside whole good quantities/);
  await expect(heads.filter({ hasText: 'Lot' })).toHaveCount(0);
  await expect(heads.filter({ hasText: 'Defects' })).toHaveCount(0);
  expect(await axeFaults(page)).toEqual([]);
  await expect(page.getByRole('button', { name: 'Import 9 rows' })).toBeDisabled();
  await say(lots, 'Yes, as it stands');
  await say(scrap, 'Yes, as it stands');
  await say(rework, 'No, it is not read');
  await expect(heads.filter({ hasText: 'Lot' })).toHaveCount(1);
  await expect(heads.filter({ hasText: 'Defects' })).toHaveCount(1);
  await expect(heads.filter({ hasText: 'Rework' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  await expect(page.getByRole('heading', { name: 'doubts.csv is imported' })).toBeVisible();
});

test('days of stamps in UTC are asked for, and go by the zone of the plant once it is named', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('historian.csv');
  const good = [41, 12, 33, 25, 51, 8, 47, 19, 30];
  const rows = days.flatMap((day, at) =>
    [2, 20].map((hour) => `${day}T${String(hour).padStart(2, '0')}:00:00Z,Press 1,${(good[at] ?? 0) + hour}`),
  );
  await writeFile(file, ['ts,line,good', ...rows].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  const asked = page.getByRole('group', { name: /^By which clock are days counted\? ts has 2024-03-01T\d\d:00:00Z/ });
  await say(asked, 'UTC');
  const second = page.getByRole('region', { name: 'What the first rows become' }).getByRole('row').nth(2);
  await expect(second.getByRole('cell', { name: '2024-03-01', exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Time zone of the plant' }).fill('Asia/Seoul');
  await page.getByRole('option', { name: 'Asia/Seoul' }).click();
  await expect(second.getByRole('cell', { name: '2024-03-02', exact: true })).toBeVisible();
  await expect(asked).toHaveCount(0);
  await page.getByRole('button', { name: 'Import 18 rows' }).click();
  await expect(page.getByRole('heading', { name: 'historian.csv is imported' })).toBeVisible();
});

test('rows that are there twice, lines that stand for others and times of twelve hours wait for a decision', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('twice.csv');
  const hours = [6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
  const rows = days.slice(0, 3).flatMap((day, of) =>
    hours.flatMap((hour, at) => {
      const [a, b] = [40 + ((at * 37 + of * 11) % 29), 30 + ((at * 17 + of * 5) % 23)];
      return [`Press 1,${a}`, `Press 2,${b}`, `ALL,${a + b}`].map((made) => `${day},${hour}:00,${made}`);
    }),
  );
  await writeFile(file, ['date,start time,line,good', ...rows, rows[4]].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  const seen = page.getByRole('region', { name: 'Is this meant?' });
  const clock = '91 rows whose times may be of a clock of twelve hours';
  const again = '1 row that is in the file already, equal in all';
  await expect(seen.getByRole('group', { name: clock })).toBeVisible();
  await say(seen.getByRole('group', { name: again }), 'Leave the rows out');
  await page.getByRole('button', { name: 'Import 91 rows' }).click();

  const held = page.getByRole('region', { name: 'twice.csv waits for your decision' });
  await expect(held.getByRole('group', { name: clock })).toContainText('Export times with 24 hours');
  await say(held.getByRole('group', { name: clock }), 'Keep the rows');
  await say(held.getByRole('group', { name: '30 rows that look like totals of other rows' }), 'Leave the rows out');
  expect(await axeFaults(page)).toEqual([]);
  await held.getByRole('button', { name: 'Import with these decisions' }).click();
  await expect(page.getByRole('heading', { name: 'twice.csv is imported' })).toBeVisible();
  const result = page.getByRole('region', { name: 'Not as usual' });
  await expect(result.getByText(`${again} · Left out`)).toBeVisible();
  await expect(result.getByText('30 rows that look like totals of other rows · Left out')).toBeVisible();
});

test('lots that the store has are updated by a file that corrects them, once somebody says so', async ({
  openApp,
}, testInfo) => {
  const write = async (name: string, amount: (at: number) => number) => {
    const file = testInfo.outputPath(name);
    const rows = days.map((day, at) => `${day},Press 1,LOT-${at + 1},${amount(at)}`);
    await writeFile(file, ['date,line,lot,good', ...rows].join('\n'));
    return file;
  };
  const { page } = await openApp();
  await choose(page, await write('lots.csv', (at) => 40 + ((at * 37) % 29)));
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  await expect(page.getByRole('heading', { name: 'lots.csv is imported' })).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();

  await choose(page, await write('corrected.csv', (at) => 41 + ((at * 37) % 29)));
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  const held = page.getByRole('region', { name: 'corrected.csv waits for your decision' });
  await say(held.getByRole('group', { name: '9 rows with a lot that is there already' }), 'Keep the rows');
  await say(held.getByRole('group', { name: '9 rows with a lot that is there already' }), 'Update the records');
  expect(await axeFaults(page)).toEqual([]);
  await held.getByRole('button', { name: 'Import with these decisions' }).click();
  await expect(page.getByRole('heading', { name: 'corrected.csv is imported' })).toBeVisible();
  // Rows, new, updated, unchanged and set aside.
  await expect(page.getByRole('row', { name: /corrected\.csv .* 9 0 9 0 0 / })).toBeVisible();
});

test('what was not good is what is left of all that was made, or its share, once somebody says so', async ({
  openApp,
}, testInfo) => {
  const { page } = await openApp();
  const first = page.getByRole('region', { name: 'What the first rows become' }).getByRole('row').nth(1);
  const amount = (text: string) => first.getByRole('cell', { name: text, exact: true });

  const total = testInfo.outputPath('total.csv');
  await writeFile(
    total,
    ['date,line,Total,Good', ...days.map((day, at) => `${day},Press 1,${75 + at},${70 + at}`)].join('\n'),
  );
  await choose(page, total);
  const left = page.getByRole('group', { name: 'Is what Good leaves of Total scrap?' });
  await expect(amount('5')).toBeVisible();
  await say(left, 'No, Total is not read');
  await expect(amount('5')).toHaveCount(0);
  await say(left, 'Yes: scrap is Total less Good');
  await expect(amount('5')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  await expect(page.getByRole('heading', { name: 'total.csv is imported' })).toBeVisible();

  const share = testInfo.outputPath('share.csv');
  await writeFile(
    share,
    ['date,line,Output,Scrap rate', ...days.map((day, at) => `${day},Press 2,${400 + at},${at + 1}.5 %`)].join('\n'),
  );
  await choose(page, share);
  const rate = page.getByRole('group', {
    name: /^Is Output all that was made, of which Scrap rate \(such as 1\.5 %\)/,
  });
  await say(rate, 'Yes: scrap is Output times Scrap rate, and good the rest');
  await expect(amount('394')).toBeVisible();
  await expect(amount('6')).toBeVisible();
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  await expect(page.getByRole('heading', { name: 'share.csv is imported' })).toBeVisible();
});

test('rows of a tester are one piece each, once somebody says so', async ({ openApp }, testInfo) => {
  const file = testInfo.outputPath('tester.csv');
  const rows = days.map((day, at) => `${day} 08:00:00,ST1,${at % 3 === 2 ? 'NG' : 'OK'}`);
  await writeFile(file, ['Timestamp,Station,Result', ...rows].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  const asked = page.getByRole('group', { name: /^Is each row one piece, of which Result says/ });
  const heads = page.getByRole('region', { name: 'What the first rows become' }).getByRole('columnheader');
  await expect(heads.filter({ hasText: 'Defects' })).toHaveCount(1);
  await say(asked, 'No, nothing is counted');
  await expect(heads.filter({ hasText: 'Defects' })).toHaveCount(0);
  await say(asked, 'Yes, each counts as one piece of what it says');
  await expect(heads.filter({ hasText: 'Defects' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  await expect(page.getByRole('heading', { name: 'tester.csv is imported' })).toBeVisible();
});
