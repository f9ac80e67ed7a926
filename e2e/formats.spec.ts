import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import iconv from 'iconv-lite';
import { workbookOf, zipOf } from '../db/testing/zip-file.ts';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('main').getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles(file);
}

test('a file in a code page is guessed, said to be a guess, and can be read otherwise', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('output.csv');
  const rows = Array.from(
    { length: 30 },
    (_, at) => `2024-01-${String(at + 1).padStart(2, '0')},프레스 1호기,브라켓,120`,
  );
  await writeFile(
    file,
    iconv.encode(['일일 생산 실적', '생산일자,라인,품목코드,양품수량', ...rows].join('\n'), 'cp949'),
  );
  const { page } = await openApp();
  await choose(page, file);
  const encoding = page.getByRole('combobox', { name: 'Letters are written in' });
  await expect(encoding).toHaveValue('Korean (CP949, EUC-KR)');
  await expect(page.getByText('Look whether names are right')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Line of the headings' })).toHaveValue('2');
  await expect(page.getByText('프레스 1호기').first()).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  await encoding.click();
  await page.getByRole('option', { name: 'Western (Windows-1252, Latin-1)' }).click();
  await expect(page.getByText('프레스 1호기')).toHaveCount(0);
  await encoding.click();
  await page.getByRole('option', { name: 'UTF-8', exact: true }).click();
  await expect(page.getByRole('alert').getByText('is not UTF-8 text')).toBeVisible();
  await page.getByRole('button', { name: 'Read it as it was found' }).click();

  await page.getByRole('button', { name: 'Import 30 rows' }).click();
  await expect(page.getByRole('heading', { name: 'output.csv is imported' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Records' }).click();
  await expect(page.getByRole('gridcell', { name: '프레스 1호기' }).first()).toBeVisible();
});

test('of a workbook the sheet is chosen, and its rows become records', async ({ openApp }, testInfo) => {
  const file = testInfo.outputPath('plant.xlsx');
  const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const codes = `<row r="1">${text('A1', 'code')}${text('B1', 'meaning')}</row><row r="2">${text('A2', '1')}${text('B2', 'stop')}</row>`;
  const output = Array.from(
    { length: 10 },
    (_, at) =>
      `<row r="${at + 2}"><c r="A${at + 2}" s="1"><v>${45_296 + at}</v></c>${text(`B${at + 2}`, 'Press 1')}<c r="C${at + 2}"><v>100.5</v></c></row>`,
  ).join('');
  const heading = `<row r="1">${text('A1', 'Date')}${text('B1', 'Line')}${text('C1', 'Good')}</row>`;
  await writeFile(
    file,
    workbookOf(
      [
        { name: 'Codes', rows: codes },
        { name: 'Output', rows: heading + output },
      ],
      { styles: ['dd.mm.yyyy'] },
    ),
  );
  const { page } = await openApp();
  await choose(page, file);
  const part = page.getByRole('combobox', { name: 'Table in the file' });
  await expect(part).toHaveValue('Codes');
  await part.click();
  await page.getByRole('option', { name: 'Output' }).click();
  await page.getByRole('button', { name: 'Import 10 rows' }).click();
  await expect(page.getByRole('heading', { name: 'plant.xlsx is imported' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('button', { name: /Production dates/ }).click();
  await page.getByRole('button', { name: 'All records' }).click();
  await expect(page.getByRole('main').getByRole('region', { name: 'Good', exact: true })).toContainText('1,005');
});

test('of JSON lines and of a database the columns are told by the format, and a record says where it stood', async ({
  openApp,
}, testInfo) => {
  const lines = testInfo.outputPath('output.jsonl');
  const rows = Array.from(
    { length: 12 },
    (_, at) => `{"date":"2024-01-${String(at + 1).padStart(2, '0')}","line":"Press 1","good":{"pieces":${100 + at}}}`,
  );
  await writeFile(lines, [...rows, '{"date":"2024-01-30","line":"Press 1",'].join('\n'));
  const { page } = await openApp();
  await choose(page, lines);
  const what = page.getByRole('region', { name: 'What this file is' });
  await expect(what.getByText('JSON lines')).toBeVisible();
  await expect(what.getByText('What the 3 columns hold is sure.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Line of the headings' })).toHaveCount(0);
  await expect(page.getByText('this line cannot be read as JSON').first()).toBeVisible();
  await page.getByRole('button', { name: 'Leave this file out' }).first().click();

  const database = testInfo.outputPath('plant.db');
  const sqlite = new Sqlite(database);
  sqlite.exec(`CREATE TABLE codes (code, meaning); INSERT INTO codes VALUES (1, 'stop'), (2, 'run');
    CREATE TABLE output (date TEXT, line TEXT, good INTEGER);
    INSERT INTO output SELECT date('2024-01-01', value || ' days'), 'Press 2', 50 FROM json_each('[0,1,2,3,4,5,6,7]');
    CREATE VIEW totals AS SELECT date, sum(good) AS good FROM output GROUP BY date`);
  sqlite.close();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(database);
  const part = page.getByRole('combobox', { name: 'Table in the file' });
  await part.click();
  await expect(page.getByRole('option', { name: 'totals (view)' })).toBeVisible();
  await page.getByRole('option', { name: 'output', exact: true }).click();
  await expect(what.getByText('SQLite database')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 8 rows' }).click();
  await expect(page.getByRole('heading', { name: 'plant.db is imported' })).toBeVisible();
});

test('a delimiter that is a guess says so, and one that is typed is followed by all below', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('mixed.csv');
  const rows = Array.from({ length: 9 }, (_, at) => `2024-01-0${at + 1}/L1;A,B/5;6,7`);
  await writeFile(file, ['date/line;x,item/good;y,z', ...rows].join('\n'));
  const { page } = await openApp();
  await choose(page, file);
  const what = page.getByRole('region', { name: 'What this file is' });
  await expect(what.getByText('a guess').first()).toBeVisible();
  const delimiter = what.getByRole('combobox', { name: 'Columns are cut at' });
  await delimiter.fill('/');
  await delimiter.press('Enter');
  await expect(what.getByText('You chose it.')).toBeVisible();
  await expect(what.getByText('What the 3 columns hold is sure.')).toBeVisible();
  await what.getByRole('button', { name: 'Show all columns' }).click();
  await expect(what.getByRole('rowheader', { name: 'good;y,z' })).toBeVisible();
});

test('of an archive a workbook as XML is chosen, and what its merged cells, its dates and its yield mean is asked', async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath('may.zip');
  const urn = 'urn:schemas-microsoft-com:office:spreadsheet';
  const cell = (text: string, more = '') => `<Cell${more}><Data ss:Type="String">${text}</Data></Cell>`;
  const row = (day: number, line: number) =>
    `<Row>${line === 1 ? cell(`2024-05-0${day}`, ' ss:MergeDown="2"') : ''}${cell(`Press ${line}`, ' ss:Index="2"')}${cell('1000')}${cell('95.5')}${cell(line === 3 ? '9999-12-31 00:00' : `2024-05-0${day} 14:00`)}</Row>`;
  const rows = [1, 2, 3].flatMap((day) => [1, 2, 3].map((line) => row(day, line)));
  const heading = `<Row>${['Date', 'Line', 'Batch size', 'Yield', 'End time'].map((name) => cell(name)).join('')}</Row>`;
  const book = `<?xml version="1.0"?><Workbook xmlns="${urn}" xmlns:ss="${urn}"><Worksheet ss:Name="May"><Table>${heading}${rows.join('')}</Table></Worksheet></Workbook>`;
  await writeFile(file, zipOf({ 'read me.csv': 'a,b\n1,2\n', 'may.xls': book }));
  const { page } = await openApp();
  await choose(page, file);
  await page.getByRole('combobox', { name: 'Table in the file' }).click();
  await page.getByRole('option', { name: 'may.xls' }).click();
  await expect(page.getByText('Workbook as XML', { exact: true })).toBeVisible();
  await expect(page.getByText('Answer the questions above first.')).toBeVisible();
  const merged = page.getByRole('group', { name: '2024-05-01 in Date is merged over rows 2 to 4.' });
  await merged.getByRole('radio', { name: 'Yes, such cells count for every row' }).check();
  const ended = page.getByRole('group', { name: 'Is 9999-12-31 00:00 a date in End time?' });
  await ended.getByRole('radio', { name: 'No, it stands for nothing recorded' }).check();
  const good = page.getByRole('group', { name: 'Is it Batch size times a yield?' });
  await good.getByRole('radio', { name: 'Yes: Batch size times Yield, a percentage' }).check();
  await expect(page.getByRole('cell', { name: '955', exact: true }).first()).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import 9 rows' }).click();
  await expect(page.getByRole('heading', { name: 'may.zip is imported' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('button', { name: /Production dates/ }).click();
  await page.getByRole('button', { name: 'All records' }).click();
  await expect(page.getByRole('main').getByRole('region', { name: 'Good', exact: true })).toContainText('8,595');
});
