import { writeFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import iconv from 'iconv-lite';
import { workbookOf } from '../db/testing/zip-file.ts';
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
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

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
