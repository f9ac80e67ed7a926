import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { workbookFiles, zipOf } from '../../testing/zip-file.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile, previewFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);
const path = join(folder.path, 'table');

/** Days merged over their rows, and a plan merged over two of them. */
const table = [
  ['date', 'line', 'plan', 'good'],
  ['2024-01-05', 'L1', '100', '10'],
  ['', 'L2', '50', '20'],
  ['', 'L3', '', '30'],
  ['2024-01-06', 'L1', '70', '40'],
  ['', 'L2', '80', '50'],
  ['2024-01-07', 'L1', '90', '60'],
];
const merges = ['A2:A4', 'C3:C4', 'A5:A6'];

const xlsx = () => {
  const rows = table.map((cells, at) => {
    const written = cells.map((text, place) =>
      text === '' ? '' : `<c r="${'ABCD'[place]}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  const files = workbookFiles([{ name: 'S', rows: rows.join('') }]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const list = `<mergeCells count="3">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return zipOf({ ...files, [sheet]: (files[sheet] ?? '').replace('</sheetData>', `</sheetData>${list}`) });
};
const down = (place: number, row: number): number => {
  const merge = merges.find((ref) => ref.startsWith(`${'ABCD'[place]}${row}:`));
  return merge ? Number(/\d+$/.exec(merge)?.[0]) - row : 0;
};
const html = () =>
  `<table>${table
    .map((cells, at) => {
      const own = cells.flatMap((text, place) =>
        text === '' ? [] : [`<td rowspan=${down(place, at + 1) + 1}>${text}</td>`],
      );
      return `<tr>${own.join('')}</tr>`;
    })
    .join('')}</table>`;
const urn = 'urn:schemas-microsoft-com:office:spreadsheet';
const xml = () =>
  `<?xml version="1.0"?><Workbook xmlns="${urn}" xmlns:ss="${urn}"><Worksheet ss:Name="S"><Table>${table
    .map((cells, at) => {
      const own = cells.map((text, place) =>
        text === ''
          ? ''
          : `<Cell ss:Index="${place + 1}" ss:MergeDown="${down(place, at + 1)}"><Data ss:Type="String">${text}</Data></Cell>`,
      );
      return `<Row>${own.join('')}</Row>`;
    })
    .join('')}</Table></Worksheet></Workbook>`;

async function read(profile: ImportProfile) {
  const { rows, rejections, notes } = await collectRows(await csvSource(path, 'table', profile));
  const shown = rows.map((row) => [
    row.sourceLine,
    new Date(row.day * 86_400_000).toISOString().slice(0, 10),
    row.line,
    row.plannedQuantity === null ? null : row.plannedQuantity / 1_000_000,
  ]);
  return { shown, rejected: rejections.map(({ line }) => line), notes };
}

describe.each([
  ['of a workbook', xlsx],
  ['of a workbook as XML', xml],
  ['of a page', html],
])('Cells merged over several rows %s', (_, write) => {
  test('are asked about with an example, names and dates being proposed for each row and amounts for the first', async () => {
    writeFileSync(path, write());
    const { profile, preview } = await inspectFile(path);
    expect(preview.ambiguities.filter(({ field }) => field === 'merged')).toEqual([
      {
        field: 'merged',
        column: 'date',
        sample: '2024-01-05',
        rows: { from: 2, to: 4 },
        message: expect.stringContaining(
          "'2024-01-05' is merged over rows 2 to 4, and 1 more such cells. Its value counts for each",
        ),
        choices: ['each', 'first'],
      },
      {
        field: 'merged',
        column: 'plan',
        sample: '50',
        rows: { from: 3, to: 4 },
        message: expect.stringContaining('counts for the first row, and is blank in the others'),
        choices: ['first', 'each'],
      },
    ]);
    expect(await read(profile)).toEqual({
      shown: [
        [2, '2024-01-05', 'L1', 100],
        [3, '2024-01-05', 'L2', 50],
        [4, '2024-01-05', 'L3', null],
        [5, '2024-01-06', 'L1', 70],
        [6, '2024-01-06', 'L2', 80],
        [7, '2024-01-07', 'L1', 90],
      ],
      rejected: [],
      notes: [],
    });
  });

  test('count as a person says, and are told where nobody did', async () => {
    writeFileSync(path, write());
    const { profile } = await inspectFile(path);
    const asked = { ...profile, columns: { date: { merged: 'each' }, plan: { merged: 'each' } } } as ImportProfile;
    expect((await read(asked)).shown[2]).toEqual([4, '2024-01-05', 'L3', 50]);
    const first = { ...profile, columns: { date: { merged: 'first' }, plan: { merged: 'first' } } } as ImportProfile;
    expect(await read(first)).toMatchObject({ rejected: [3, 4, 6], notes: [] });
    const unsaid = { ...profile, columns: {} };
    expect(await read(unsaid)).toMatchObject({
      rejected: [3, 4, 6],
      notes: [3, 4, 6].map((line) => ({ line, note: 'mergedBlank' })),
    });
    expect((await previewFile(path, unsaid)).notes).toEqual({ mergedBlank: { count: 3, lines: [3, 4, 6] } });
  });
});

test('Merged cells of a second file are asked about and filled as those of the first; a merged key is the key of each row', async () => {
  const second = { path: join(folder.path, 'second'), name: 'lots.html' };
  writeFileSync(path, 'date,batch,good\n2024-01-01,B1,1\n2024-01-02,B2,2\n2024-01-03,B3,3\n2024-01-04,B4,4\n');
  const own = [
    ['<th>batch', '<th>line', '<th>plan'],
    ['<td>B1', '<td rowspan=2>L1', '<td>100'],
    ['<td>B2', '<td rowspan=2>50'],
    ['<td>B3', '<td rowspan=3>L2'],
    ['<td rowspan=2>B4', '<td rowspan=2>70'],
    [],
  ];
  writeFileSync(second.path, `<table>${own.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`);
  const { profile, preview } = await inspectFile(path, {}, second);
  const asked = preview.ambiguities.filter(({ field }) => field === 'merged');
  expect(asked.map(({ column, rows, choices }) => ({ column, rows, choices }))).toEqual([
    { column: 'line', rows: { from: 2, to: 3, file: 'lots.html' }, choices: ['each', 'first'] },
    { column: 'plan', rows: { from: 3, to: 4, file: 'lots.html' }, choices: ['first', 'each'] },
  ]);
  expect(asked[0]?.message).toContain('is merged over rows 2 to 3 of lots.html, and 1 more such cells');
  const linesAndPlans = async (read: ImportProfile) => {
    const { rows, notes } = await collectRows(await csvSource(path, 'table', read, second));
    return { read: rows.map(({ line, plannedQuantity }) => [line, plannedQuantity && plannedQuantity / 1e6]), notes };
  };
  const lastTwice = { ...profile, shape: { ...profile.shape, join: { ...profile.shape.join, several: 'first' } } };
  expect(await linesAndPlans(lastTwice as ImportProfile)).toEqual({
    read: [
      ['L1', 100],
      ['L1', 50],
      ['L2', null],
      ['L2', 70],
    ],
    notes: [],
  });
  const unsaid = { ...lastTwice, columns: {}, fields: { ...profile.fields, itemCode: { column: 'batch' } } };
  expect((await linesAndPlans(unsaid as ImportProfile)).notes).toEqual([
    { line: 3, note: 'mergedBlank' },
    { line: 4, note: 'mergedBlank' },
    { line: 5, note: 'mergedBlank' },
  ]);
});
