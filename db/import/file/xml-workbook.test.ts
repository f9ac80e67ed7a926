import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { scratchFolder } from '../../testing/test-store.ts';
import { inspectFile } from '../inspect.ts';
import { readCsvRows } from '../rows/read-rows.ts';
import type { CsvRow } from '../rows/record-draft.ts';

const folder = scratchFolder();
afterAll(folder.remove);

function fileOf(content: string | Buffer, name = 'book.xls'): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

async function rowsOf(path: string, part?: string): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path, part === undefined ? {} : { part })) rows.push(...batch);
  return rows;
}

const urn = 'urn:schemas-microsoft-com:office:spreadsheet';
const book = (sheets: string, head = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>') =>
  `${head}<Workbook xmlns="${urn}" xmlns:o="urn:office" xmlns:ss="${urn}"><Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="t"><NumberFormat ss:Format="h:mm"/></Style></Styles>${sheets}</Workbook>`;
const cell = (text: string, type = 'String', more = '') => `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`;
const sheet = (name: string, rows: string, more = '') =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${more}</Worksheet>`;
const heading = `<Row>${cell('date') + cell('start') + cell('line') + cell('good')}</Row>`;

describe('A workbook written as XML', () => {
  test('gives cells as its sheet shows them, in their places', async () => {
    const rows = [
      heading,
      `<Row>${cell('2024-01-05T00:00:00.000', 'DateTime', ' ss:StyleID="d"')}${cell('1899-12-31T06:30:00.000', 'DateTime', ' ss:StyleID="t"')}${cell('a &lt; <B>b</B>')}${cell('0.30000000000000004', 'Number')}</Row>`,
      `<Row ss:Index="5">${cell('45296', 'Number', ' ss:StyleID="d"')}${cell('1', 'Boolean', ' ss:Index="3"')}<Cell><Data ss:Type="Number">7</Data><Comment><ss:Data>no cell</ss:Data></Comment></Cell></Row>`,
      `<Row ss:Span="2"/><Row>${cell('2024-01-06T06:30:00.000', 'DateTime')}${cell('', 'String')}${cell('x', 'String', ' ss:MergeAcross="1"')}${cell('after')}</Row>`,
    ];
    expect(await rowsOf(fileOf(book(sheet('S', rows.join('')))))).toEqual([
      { line: 1, cells: ['date', 'start', 'line', 'good'] },
      { line: 2, cells: ['2024-01-05', '06:30:00', 'a < b', '0.3'] },
      { line: 5, cells: ['2024-01-05', '', 'TRUE', '7'] },
      { line: 9, cells: ['2024-01-06 06:30:00', '', 'x', '', 'after'] },
    ]);
  });

  test('has sheets to choose from, hidden ones last, and is read compressed and in the letters that it declares', async () => {
    const hidden = '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>';
    const row = `<Row>${cell('2024-01-05')}${cell('06:00')}${cell('프레스')}${cell('5', 'Number')}</Row>`;
    const text = book(
      sheet('Lists', heading, hidden) + sheet('생산', heading + row),
      '<?xml version="1.0" encoding="ks_c_5601-1987"?>',
    );
    const path = fileOf(gzipSync(iconv.encode(text, 'cp949')), 'book.xml.gz');
    const { parts, profile, recognised, preview } = await inspectFile(path);
    expect([parts.map(({ name, kind }) => `${kind} ${name}`), profile.part]).toEqual([
      ['sheet 생산', 'hiddenSheet Lists'],
      '생산',
    ]);
    expect([profile.format, profile.encoding, recognised.encoding.reason]).toEqual([
      'xml-workbook',
      'cp949',
      'declared',
    ]);
    expect(preview.rows[0]?.record).toMatchObject({ productionDate: '2024-01-05', line: '프레스', goodQuantity: '5' });
  });

  test.each([
    ['cut short', book(sheet('S', heading)).slice(0, -30), 'damaged or cut short'],
    ['without sheets', book(''), 'holds no sheets'],
    ['with rows that go back', book(sheet('S', `<Row ss:Index="5"/><Row ss:Index="3"/>`)), 'stands after row'],
    [
      'with a row beyond the last',
      book(sheet('S', `<Row ss:Index="99999999">${cell('x')}</Row>`)),
      'outside of the sheet',
    ],
    [
      'with a cell beyond the last',
      book(sheet('S', `<Row>${cell('x', 'String', ' ss:Index="99999"')}</Row>`)),
      'outside of the sheet',
    ],
  ])('is refused in words: %s', async (_, content, words) => {
    await expect(inspectFile(fileOf(content))).rejects.toMatchObject({
      code: expect.stringMatching(/^FILE_/),
      message: expect.stringContaining(words),
    });
  });

  test('that has no such sheet says so', async () => {
    await expect(rowsOf(fileOf(book(sheet('S', heading))), 'T')).rejects.toThrow("has no sheet 'T'");
  });
});
