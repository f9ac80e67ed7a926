import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import type { Encoding } from '../../../shared/import/encodings.ts';
import { createRandom } from '../../sample/random.ts';
import { workbookOf, zipOf } from '../../testing/zip-file.ts';
import { inspectFile } from '../inspect.ts';
import { readCsvRows } from '../rows/read-rows.ts';
import { readText, type TextReading } from '../rows/read-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: Buffer | string, name = 'export.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function textOf(path: string, reading?: TextReading): Promise<string> {
  let text = '';
  for await (const piece of readText(path, reading)) text += piece;
  return text;
}

/** A table of a plant that writes in a language. */
const tables: Partial<Record<Encoding, string>> = {
  cp949:
    '생산일자,라인,품목코드,양품수량,불량수량\n2024-01-05,프레스 1호기,브라켓,1200,3\n2024-01-06,똠방각하,쑛,900,1\n',
  shift_jis: '生産日,ライン,品目コード,良品数\n2024-01-05,プレス一号,ブラケット,1200\n2024-01-06,表示ソ,能,900\n',
  gb18030: '生产日期,产线,物料编码,合格数量\n2024-01-05,冲压一线,支架,1200\n2024-01-06,装配线,齿轮,900\n',
  big5: '生產日期,產線,物料編號,合格數量\n2024-01-05,沖壓一線,支架,1200\n2024-01-06,組裝線,齒輪,900\n',
  'windows-1252': 'Datum,Linie,Artikel,Gutmenge\n2024-01-05,Füllanlage Süd,Größe 5,1200\n2024-01-06,Förderer,Öse,900\n',
  'windows-1250': 'Datum,Linka,Výrobek,Množství\n2024-01-05,Řezání,Držák žlutý,1200\n2024-01-06,Lisování,Šroub,900\n',
  'windows-1251': 'Дата,Линия,Изделие,Годные\n2024-01-05,Пресс 1,Скоба,1200\n2024-01-06,Сборка,Шестерня,900\n',
  'koi8-r': 'Дата,Линия,Изделие,Годные\n2024-01-05,Пресс 1,Скоба,1200\n2024-01-06,Сборка,Шестерня,900\n',
  cp866: 'Дата,Линия,Изделие,Годные\n2024-01-05,Пресс 1,Скоба,1200\n2024-01-06,Сборка,Шестерня,900\n',
};

describe('Encodings', () => {
  test.each(Object.entries(tables) as [Encoding, string][])(
    '%s is guessed, said to be a guess, and read',
    async (encoding, table) => {
      const path = fileOf(iconv.encode(table, encoding));
      const { profile, isEncodingGuessed, header } = await inspectFile(path);
      expect([profile.encoding, isEncodingGuessed]).toEqual([encoding, true]);
      expect(header).toEqual(table.split('\n')[0]?.split(','));
      expect(await textOf(path, profile)).toBe(table);
    },
  );

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${tables.cp949}`), 'utf-8'],
    ['UTF-8 without', Buffer.from(tables.cp949 ?? ''), 'utf-8'],
    ['UTF-16 with a mark', iconv.encode(tables.cp949 ?? '', 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['big-endian UTF-16 with a mark', iconv.encode(tables.cp949 ?? '', 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 without', iconv.encode(tables.cp949 ?? '', 'utf-16le'), 'utf-16le'],
    ['big-endian UTF-16 without', iconv.encode(tables.cp949 ?? '', 'utf-16be'), 'utf-16be'],
  ])('%s tells itself', async (_, bytes, encoding) => {
    const path = fileOf(bytes);
    const { profile, isEncodingGuessed } = await inspectFile(path);
    expect([profile.encoding, isEncodingGuessed]).toEqual([encoding, false]);
    expect(await textOf(path, profile)).toBe(tables.cp949);
  });

  test('a letter beyond ASCII far down in a file is found before the file is taken for UTF-8', async () => {
    const ascii = '2024-01-05,L1,A,5\n'.repeat(200_000);
    const path = fileOf(
      Buffer.concat([
        Buffer.from(`date,line,item,good\n${ascii}`),
        iconv.encode('2024-01-06,프레스 라인 생산,브라켓,6\n', 'cp949'),
      ]),
    );
    expect((await inspectFile(path)).profile.encoding).toBe('cp949');
  });

  test('letters are whole wherever the chunks of a file end', async () => {
    const random = createRandom(5);
    const words = ['프레스', '브라켓', '똠', 'A', ',', '\r\n', '"', '생산'];
    const text = Array.from({ length: 400_000 }, () => words[random.below(words.length)]).join('');
    for (const encoding of ['cp949', 'utf-16le'] as const) {
      const path = fileOf(iconv.encode(text, encoding));
      expect(await textOf(path, { encoding })).toBe(text.replaceAll('\r\n', '\n'));
    }
  });

  test('bytes that are no letters of the encoding stop the reading in words', async () => {
    const path = fileOf(iconv.encode(tables['windows-1252'] ?? '', 'windows-1252'));
    await expect(textOf(path, { encoding: 'cp949' })).rejects.toMatchObject({
      code: 'FILE_NOT_TABULAR',
      message: expect.stringContaining('no letters of cp949'),
    });
    await expect(textOf(path)).rejects.toThrow('is not UTF-8 text');
    expect((await inspectFile(path, { encoding: 'windows-1251' })).header[0]).toBe('Datum');
  });
});

describe('What is compressed', () => {
  const table = 'date,line,good\n2024-01-05,L1,5\n';

  test('gzip is read as what it holds, and its progress counts bytes of the file', async () => {
    const packed = gzipSync(table.repeat(1_000));
    const path = fileOf(packed, 'export.csv.gz');
    expect(await textOf(path)).toBe(table.repeat(1_000));
    let last = 0;
    for await (const _ of readCsvRows(path, { delimiter: ',' }, (bytes) => {
      last = bytes;
    }));
    expect(last).toBe(packed.length);
  });

  test('gzip of another encoding is guessed as well', async () => {
    const path = fileOf(gzipSync(iconv.encode(tables.cp949 ?? '', 'cp949')), 'korean.csv.gz');
    const { profile } = await inspectFile(path);
    expect(profile).toMatchObject({ encoding: 'cp949' });
    expect(await textOf(path, profile)).toBe(tables.cp949);
  });

  test('of a zip archive with several files one is chosen', async () => {
    const path = fileOf(zipOf({ 'a.csv': table, 'deep/': '', 'deep/b.csv': table.replace('L1', 'L2') }), 'two.zip');
    const first = await inspectFile(path);
    expect([first.parts.map(({ name }) => name), first.profile.part]).toEqual([['a.csv', 'deep/b.csv'], 'a.csv']);
    const second = await inspectFile(path, { part: 'deep/b.csv' });
    expect(second.preview.rows[0]?.cells).toEqual(['2024-01-05', 'L2', '5']);
    await expect(inspectFile(path, { part: 'c.csv' })).rejects.toThrow("holds no 'c.csv'");
    const alone = await inspectFile(fileOf(zipOf({ 'a.csv': table }), 'one.zip'));
    expect([alone.parts, alone.profile.part]).toEqual([[], undefined]);
  });

  test.each([
    ['a gzip file that is cut short', gzipSync(table.repeat(5_000)).subarray(0, 60)],
    ['a zip archive that is cut short', zipOf({ 'a.csv': table }).subarray(0, 60)],
    ['a zip archive that is empty', zipOf({})],
  ])('%s is told in words', async (_, bytes) => {
    await expect(inspectFile(fileOf(bytes, 'broken'))).rejects.toMatchObject({ code: expect.stringMatching(/^FILE_/) });
  });

  test('an archive with a flipped byte ends in a table or a sentence', async () => {
    await flipBytes(zipOf({ 'a.csv': table.repeat(20) }), 30);
    await flipBytes(gzipSync(table.repeat(20)), 30);
  });
});

/** Looks at a file with one wrong byte, again and again. */
async function flipBytes(whole: Buffer, times: number): Promise<void> {
  const random = createRandom(whole.length);
  for (let nth = 0; nth < times; nth += 1) {
    const bytes = Buffer.from(whole);
    const at = random.below(bytes.length);
    bytes[at] = random.below(256);
    await inspectFile(fileOf(bytes, 'flipped')).catch((error: unknown) => {
      expect(error, `byte ${at}`).toMatchObject({ code: expect.stringMatching(/^FILE_/) });
    });
  }
}

describe('Workbooks', () => {
  const cell = (reference: string, value: string, rest = '') => `<c r="${reference}"${rest}><v>${value}</v></c>`;
  const styles = ['yyyy-mm-dd', 'h:mm', 'yyyy/m/d h:mm', '[h]:mm', '0.00" d"', '#,##0;[Red]-#,##0'];

  test('cells are read as they are meant, a line for each row of the sheet', async () => {
    const rows = `<row r="1">${['date', 'start', 'stamp', 'run', 'weight', 'good', 'note']
      .map((name, at) => `<c r="${'ABCDEFG'[at]}1" t="inlineStr"><is><t>${name}</t></is></c>`)
      .join('')}</row>
      <row r="3">${cell('A3', '45296', ' s="1"')}${cell('B3', '0.25', ' s="2"')}${cell('C3', '45296.999988426', ' s="3"')}${cell('D3', '1.5', ' s="4"')}${cell('E3', '0.30000000000000004', ' s="5"')}<c r="F3" s="6"><f>SUM(A1:A2)</f><v>1.2E3</v></c>${cell('G3', '0', ' t="s"')}</row>
      <row>${cell('A4', '45297', ' s="1"')}<c r="D4" t="b"><v>1</v></c><c r="E4" t="e"><v>#DIV/0!</v></c><c r="F4"/><c r="G4" t="str"><f>A1</f><v>a, "b"</v></c></row>`;
    const path = fileOf(
      workbookOf([{ name: 'Sheet1', rows }], {
        texts: ['<si><r><t>two </t></r><r><t>lines&#10;here</t></r><rPh><t>phonetic</t></rPh></si>'],
        styles,
      }),
      'plant.xlsx',
    );
    expect((await textOf(path)).split('\n')).toEqual([
      'date,start,stamp,run,weight,good,note',
      '',
      '2024-01-05,06:00:00,2024-01-05 23:59:59,36:00:00,0.3,1200,"two lines',
      'here"',
      '2024-01-06,,,TRUE,#DIV/0!,,"a, ""b"""',
      '',
    ]);
  });

  test('sheets are listed, the hidden ones last, and chosen by name', async () => {
    const row = (name: string) =>
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${name}</t></is></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>`;
    const path = fileOf(
      workbookOf([
        { name: 'Codes', rows: row('code'), state: 'hidden' },
        { name: 'Data &amp; more', rows: row('date') },
      ]),
      'sheets.xlsx',
    );
    const first = await inspectFile(path);
    expect([first.parts, first.profile.part, first.header]).toEqual([
      [
        { name: 'Data & more', kind: 'sheet' },
        { name: 'Codes', kind: 'hiddenSheet' },
      ],
      'Data & more',
      ['date', 'x'],
    ]);
    expect((await inspectFile(path, { part: 'Codes' })).header).toEqual(['code', 'x']);
    await expect(inspectFile(path, { part: 'Other' })).rejects.toThrow("holds no 'Other'");
  });

  test('days are counted from 1900, with the leap day that it did not have, or from 1904', async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>date</t></is></c></row>${['1', '59', '61', '45296']
      .map((serial, at) => `<row r="${at + 2}">${cell(`A${at + 2}`, serial, ' s="1"')}</row>`)
      .join('')}`;
    const read = async (from1904: boolean) =>
      (await textOf(fileOf(workbookOf([{ name: 'S', rows }], { styles, from1904 }), 'days.xlsx')))
        .split('\n')
        .slice(1, -1);
    expect(await read(false)).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '2024-01-05']);
    expect(await read(true)).toEqual(['1904-01-02', '1904-02-29', '1904-03-02', '2028-01-06']);
  });

  test('a workbook of before 2007, and one that is damaged, are told in words', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    await expect(inspectFile(fileOf(Buffer.concat([old, Buffer.alloc(512)]), 'old.xls'))).rejects.toThrow('.xlsx');
    const whole = workbookOf([{ name: 'S', rows: `<row r="1">${cell('A1', '1')}</row>` }]);
    await flipBytes(whole, 60);
  });
});
