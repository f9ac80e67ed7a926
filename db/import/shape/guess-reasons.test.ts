import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { workbookOf } from '../../testing/zip-file.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile, previewFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

function fileOf(name: string, content: string | Buffer) {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return { path, name };
}

const batches = [
  ['date', 'product', 'batch', 'good'],
  ...Array.from({ length: 6 }, (_, at) => [`2024-01-0${at + 1}`, `P${at % 2}`, `B${at}`, String(10 * at + 7)]),
];
const matrix = [
  ['batch', '1', '2', '3', '4'],
  ['B0', '', '60', '', '15'],
  ['B1', '20', '', '', ''],
  ['B2', '', '', '5.5', ''],
  ['B3', '', '', '', ''],
  ['B4', '', '30', '', ''],
  ['B5', '', '', '', '10'],
];
const csv = (rows: readonly string[][]) => `${rows.map((cells) => cells.join(';')).join('\n')}\n`;
const first = fileOf('batches.csv', csv(batches));

describe('A second file of few numbers, a column a reason', () => {
  test('is proposed as minutes of downtime where it is called so, and asked about', async () => {
    const second = fileOf('line downtime.csv', csv(matrix));
    const { profile, preview } = await inspectFile(first.path, {}, second);
    const columns = ['1', '2', '3', '4'];
    expect(profile.downtimeColumns).toEqual(columns.map((column) => ({ column, reason: column })));
    expect(preview.ambiguities.filter(({ field }) => field === 'reasons')).toEqual([
      {
        field: 'reasons',
        column: '1',
        columns,
        message: expect.stringContaining('taken for the minutes of downtime'),
        choices: ['downMinutes', 'defectQuantity', 'nothing'],
      },
    ]);
    const { rows } = await collectRows(await csvSource(first.path, first.name, profile, second));
    const minutes = rows.map(({ downMinutes }) => downMinutes ?? 0);
    expect(minutes.map((each) => each / 1_000_000)).toEqual([75, 20, 5.5, 0, 30, 10]);
    const without = { ...profile, downtimeColumns: [] };
    const asked = (await previewFile(first.path, without, second)).ambiguities;
    expect(asked.find(({ field }) => field === 'reasons')?.choices[0]).toBe('nothing');
  });

  test('is proposed as defects where it is called so, and as nothing where its name says neither', async () => {
    const defects = await inspectFile(first.path, {}, fileOf('scrap by code.csv', csv(matrix)));
    expect(defects.profile.defectColumns).toHaveLength(4);
    const other = await inspectFile(first.path, {}, fileOf('values.csv', csv(matrix)));
    expect([other.profile.defectColumns, other.profile.downtimeColumns]).toEqual([[], []]);
    expect(other.preview.ambiguities.map(({ field, choices }) => [field, choices[0]])).toEqual([
      ['reasons', 'nothing'],
    ]);
  });

  test('is none where numbers stand in most of its cells, as measurements do', async () => {
    const full = matrix.map((cells, row) => (row === 0 ? cells : cells.map((text, at) => (at === 0 ? text : '1'))));
    const { profile, preview } = await inspectFile(first.path, {}, fileOf('downtime log.csv', csv(full)));
    expect(profile.downtimeColumns).toEqual([]);
    expect(preview.ambiguities.map(({ field }) => field)).not.toContain('reasons');
  });
});

function sheetOf(rows: readonly string[][]) {
  return rows
    .map((cells, row) => {
      const written = cells.map((text, at) =>
        text === '' ? '' : `<c r="${'ABCDE'[at]}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
      return `<row r="${row + 1}">${written.join('')}</row>`;
    })
    .join('');
}

describe('Reasons that stand as codes in a matrix', () => {
  const factors = [
    ['factor', 'description', 'operator error'],
    ...['Emergency stop', 'Batch change', 'Label error', 'Spill', 'Other'].map((name, at) => [`${at + 1}`, name, 'No']),
  ];
  const bookWith = (name: string, ...sheets: { name: string; rows: string }[]) =>
    fileOf(
      name,
      workbookOf([
        { name: 'Batches', rows: sheetOf(batches) },
        ...sheets,
        { name: 'Line downtime', rows: sheetOf(matrix) },
      ]),
    );
  const reasonsOf = async (book: { path: string; name: string }) =>
    (await inspectFile(book.path, {}, book)).profile.downtimeColumns.map(({ reason }) => reason);

  test('are called as a sheet beside it calls them, which is told, and so are the records', async () => {
    const book = bookWith('named.xlsx', { name: 'Factors', rows: sheetOf(factors) });
    const { profile, findings, preview } = await inspectFile(book.path, {}, book);
    const names = ['Emergency stop', 'Batch change', 'Label error', 'Spill'];
    expect(profile.downtimeColumns).toEqual(names.map((reason, at) => ({ column: `${at + 1}`, reason })));
    expect(findings).toContainEqual({
      part: 'reasonNames',
      confidence: 'likely',
      seen: { part: 'Factors', first: '1', last: '4', example: 'Emergency stop' },
    });
    expect(preview.ambiguities.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("'1' is called 'Emergency stop'"),
    );
    const { rows } = await collectRows(await csvSource(book.path, book.name, profile, book));
    expect(rows[0]?.downtimes).toEqual([
      { reason: 'Batch change', amount: 60_000_000 },
      { reason: 'Spill', amount: 15_000_000 },
    ]);
  });

  test('keep their codes where a list lacks one, has one twice, calls two the same, or another list says otherwise', async () => {
    const codes = ['1', '2', '3', '4'];
    const twice = [...factors, ['4', 'Leak', 'No']];
    const same = factors.map(([code = '', name = '', error = '']) => [code, name === 'Other' ? 'Spill' : name, error]);
    for (const [nth, list] of [factors.slice(0, 4), twice, same].entries()) {
      const book = bookWith(`unsure-${nth}.xlsx`, { name: 'Factors', rows: sheetOf(list) });
      expect(await reasonsOf(book)).toEqual(codes);
    }
    const defects = factors.map(([code = '', name = '']) => [code, `${name} seen`]);
    const two = { name: 'Defects', rows: sheetOf(defects) };
    expect(await reasonsOf(bookWith('two.xlsx', { name: 'Factors', rows: sheetOf(factors) }, two))).toEqual(codes);
  });
});

test('Of a workbook that is joined with itself, the sheet of the same records is taken: not its own, nor a list', async () => {
  const products = [
    ['product', 'flavour'],
    ['P0', 'plain'],
    ['P1', 'sour'],
  ];
  const book = fileOf(
    'line.xlsx',
    workbookOf([
      { name: 'Batches', rows: sheetOf(batches) },
      { name: 'Products', rows: sheetOf(products) },
      { name: 'Line downtime', rows: sheetOf(matrix) },
    ]),
  );
  const { profile, preview } = await inspectFile(book.path, {}, book);
  expect(profile.shape.join).toMatchObject({
    on: [{ column: 'batch', other: 'batch' }],
    reading: { part: 'Line downtime' },
  });
  expect(profile.downtimeColumns).toHaveLength(4);
  expect(preview.accepted).toBe(6);
  const named = await inspectFile(book.path, { joinOn: [{ column: 'product', other: 'product' }] }, book);
  expect(named.profile.shape.join).toMatchObject({ bring: ['flavour'], reading: { part: 'Products' } });
});

describe('Codes in a column of reasons', () => {
  const stops = [
    ['Date', 'Line', 'Downtime', 'Stop reason'],
    ...Array.from({ length: 9 }, (_, at) => [`2024-01-0${at + 1}`, 'L1', String(10 + at), `E0${1 + (at % 3)}`]),
  ];
  const list = [
    ['Code', 'Meaning'],
    ['E01', 'Jam'],
    ['E02', 'No material'],
    ['E03', 'Cleaning'],
    ['E04', 'Setup'],
  ];
  const book = (sheets: Record<string, readonly string[][]>) =>
    workbookOf(Object.entries(sheets).map(([name, rows]) => ({ name, rows: sheetOf(rows) })));

  test('are called as another sheet calls them, which the profile keeps for codes that come later too', async () => {
    const file = fileOf('stops.xlsx', book({ Stops: stops, Codes: list }));
    const { profile, findings } = await inspectFile(file.path);
    expect(findings).toMatchObject([{ part: 'reasonNames', seen: { part: 'Codes', first: 'E01', example: 'Jam' } }]);
    expect(profile.columns['Stop reason']?.names).toEqual({
      E01: 'Jam',
      E02: 'No material',
      E03: 'Cleaning',
      E04: 'Setup',
    });
    const { rows } = await collectRows(await csvSource(file.path, file.name, profile));
    expect(rows.slice(0, 3).map(({ downtimes }) => downtimes[0]?.reason)).toEqual(['Jam', 'No material', 'Cleaning']);
  });

  test.each([
    ['one is missing in the list', list.slice(0, 3)],
    ['the list names two of them alike', list.map(([code = '']) => [code, code === 'Code' ? 'Kind' : 'Stop'])],
    [
      'there is no list',
      [
        ['Machine', 'Hall'],
        ['L1', 'North'],
      ],
    ],
  ])('stay codes where %s', async (_, other) => {
    const file = fileOf('codes.xlsx', book({ Stops: stops, Other: other }));
    const { profile, findings } = await inspectFile(file.path);
    expect(profile.columns['Stop reason']).toBeUndefined();
    expect(findings).toEqual([]);
  });
});
