import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isoFromDay } from '../../../shared/domain/day.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { workbookOf } from '../../testing/zip-file.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

function fileOf(lines: readonly string[]): string {
  const path = join(folder.path, 'list.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Line of the file, day, line, shift, item and quantity of each record, and what else was said of rows. */
async function read(path: string, profile: ImportProfile) {
  const source = await csvSource(path, 'list.csv', profile);
  const { rows, rejections, notes } = await collectRows(source);
  const counted: Record<string, number> = {};
  for (const { note } of notes) counted[note] = (counted[note] ?? 0) + 1;
  return {
    records: rows.map(({ sourceLine, day, line, shift, itemCode, goodQuantity }) =>
      [sourceLine, isoFromDay(day), line, shift, itemCode, (goodQuantity ?? 0) / 1e6]
        .filter((cell) => cell !== null)
        .join(' '),
    ),
    reasons: rejections.map(({ reason }) => reason),
    notes: counted,
    source,
  };
}

async function guess(lines: readonly string[]) {
  const path = fileOf(lines);
  const { profile, preview, findings } = await inspectFile(path);
  return { ...(await read(path, profile)), profile, asked: preview.ambiguities, findings, preview, path };
}

describe('Rows that say what follows', () => {
  test.each([
    ['a label alone in its row', 'Line: L1', 'Line: L2'],
    ['a label in a row of blanks', 'Line: L1;;', 'Line: L2;;'],
    ['a label and its value in cells of their own', 'Line;L1;', 'Line;L2;'],
    ['a label with a colon in a cell of its own', 'Line:;;L1', 'Line:;;L2'],
    ['a label in Korean', '라인 : L1', '라인 : L2'],
    ['rules around a label', 'Machine=L1', 'Machine=L2'],
  ])('give each row below the line by %s', async (_, first, second) => {
    const { records, reasons, notes, asked } = await guess([
      'Date;Item;Good',
      first,
      '2024-03-01;A;10',
      '2024-03-02;B;20',
      'Total L1;;30',
      second,
      '2024-03-01;A;11',
      'Total L2;;11',
      'Grand total;;41',
    ]);
    expect(records).toEqual(['3 2024-03-01 L1 A 10', '4 2024-03-02 L1 B 20', '7 2024-03-01 L2 A 11']);
    expect({ reasons, notes, asked }).toEqual({ reasons: [], notes: { blockHeading: 2, total: 3 }, asked: [] });
  });

  test('give the date, also where it stands alone, and where its column is blank otherwise', async () => {
    const rows = ['L1;A;10', 'L2;A;20'];
    for (const of of [(day: string) => `Date: ${day}`, (day: string) => day, (day: string) => `${day};;`]) {
      const { records, asked } = await guess([
        'Line;Item;Good',
        of('2024-03-01'),
        ...rows,
        'Total;;30',
        of('2024-03-02'),
        ...rows,
      ]);
      expect(records).toEqual([
        '3 2024-03-01 L1 A 10',
        '4 2024-03-01 L2 A 20',
        '7 2024-03-02 L1 A 10',
        '8 2024-03-02 L2 A 20',
      ]);
      expect(asked).toEqual([]);
    }
    const sparse = await guess([
      'Date;Line;Good;Scrap',
      '2024-03-01;;;',
      ';L1;10;1',
      ';L2;20;2',
      '2024-03-02;;;',
      ';L1;11;1',
    ]);
    expect(sparse.records).toEqual(['3 2024-03-01 L1 10', '4 2024-03-01 L2 20', '6 2024-03-02 L1 11']);
  });

  test('say several things at once, in cells or set apart by blanks, and one within another', async () => {
    const { records } = await guess([
      'Item;Good;Scrap',
      'Date: 2024-03-01',
      'Line: L1   Shift: Early',
      'A;10;1',
      'Line: L2   Shift: Late',
      'A;20;1',
      'Date: 2024-03-02;;',
      'A;30;0',
    ]);
    expect(records).toEqual(['4 2024-03-01 L1 Early A 10', '6 2024-03-01 L2 Late A 20', '8 2024-03-02 L2 Late A 30']);
  });

  test('stand above the headings as well, on every page or once', async () => {
    const page = (line: string, good: number) => [
      'Report',
      `Line: ${line}`,
      'Date;Item;Good',
      `2024-03-01;A;${good}`,
      `2024-03-02;A;${good}`,
    ];
    const { records, notes } = await guess([
      ...page('L1', 10),
      'Page 1',
      ...page('L1', 11),
      'Page 2',
      ...page('L2', 12),
    ]);
    expect(records.map((text) => text.slice(-7))).toEqual([
      'L1 A 10',
      'L1 A 10',
      'L1 A 11',
      'L1 A 11',
      'L2 A 12',
      'L2 A 12',
    ]);
    expect(notes).toEqual({ blockHeading: 2, pageMark: 4, repeatedHeading: 2 });
    expect((await guess(page('L7', 10))).records).toEqual(['4 2024-03-01 L7 A 10', '5 2024-03-02 L7 A 10']);
  });

  test('are asked about where nothing names them', async () => {
    const lines = ['Date;Item;Good', 'L1', '2024-03-01;A;10', '2024-03-02;B;20', '--- L2 ---', '2024-03-01;A;11'];
    const { asked, records, profile, path, findings } = await guess(lines);
    expect(asked).toMatchObject([
      {
        field: 'alone',
        sample: 'L1',
        choices: ['line', 'site', 'shift', 'operator', 'orderNumber', 'lotNumber', 'nothing'],
      },
    ]);
    expect(findings).toMatchObject([{ part: 'blocks', confidence: 'guess', seen: { line: 2, example: 'L1' } }]);
    expect(records).toEqual(['3 2024-03-01 L1 A 10', '4 2024-03-02 L1 B 20', '6 2024-03-01 L2 A 11']);
    const { line, ...others } = profile.fields;
    const answered = { ...profile, fields: { ...others, ...(line && { shift: line }) } };
    expect((await read(path, answered)).records[0]).toBe('3 2024-03-01 L1 A 10');
  });

  test('count for rows far beyond those that are looked at, and a row set aside knows them', async () => {
    const rows = (good: number) => Array.from({ length: 1_500 }, (_, at) => `2024-03-0${1 + (at % 9)};A;${good}`);
    const { records, source, reasons } = await guess([
      'Date;Item;Good',
      'Line: L1',
      ...rows(10),
      '2024-03-01;B;many',
      'Line: L2',
      ...rows(11),
      '2024-03-02;B',
    ]);
    expect(records.filter((text) => text.endsWith('L1 A 10'))).toHaveLength(1_500);
    expect(records.filter((text) => text.endsWith('L2 A 11'))).toHaveLength(1_500);
    expect(reasons).toEqual([
      "Good: 'many' in column 'Good' is not a number",
      'the row has 2 cells where the header has 3',
    ]);
    const kept: string[][] = [];
    for await (const { cells } of source.cellsOf(new Set([1_503, 3_005]))) kept.push(cells);
    expect(kept).toEqual([
      ['L1', '2024-03-01', 'B', 'many'],
      ['L2', '2024-03-02', 'B'],
    ]);
  });

  test('are counted where rows stand above the first of them', async () => {
    const { notes, records } = await guess(['Date;Item;Good', '2024-03-01;A;10', 'Line: L1', '2024-03-01;A;20']);
    expect(notes).toEqual({ blockHeading: 1, unnamed: 1 });
    expect(records).toEqual(['2 2024-03-01 A 10', '4 2024-03-01 L1 A 20']);
  });

  test('are read from a workbook', async () => {
    const path = join(folder.path, 'list.xlsx');
    const texts = [
      ['Date', 'Item', 'Good'],
      ['Line: L1'],
      ['2024-03-01', 'A', '10'],
      ['Line: L2'],
      ['2024-03-02', 'A', '20'],
    ];
    const rows = texts.map((cells, at) => {
      const written = cells.map(
        (text, place) => `<c r="${'ABC'[place]}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
      return `<row r="${at + 1}">${written.join('')}</row>`;
    });
    writeFileSync(path, workbookOf([{ name: 'S', rows: rows.join('') }]));
    const { profile } = await inspectFile(path);
    expect((await read(path, profile)).records).toEqual(['3 2024-03-01 L1 A 10', '5 2024-03-02 L2 A 20']);
  });

  test.each([
    [
      'a note alone in its row says nothing of those below',
      ['Date;Line;Item;Good', '2024-03-01;L1;A;10', 'lunch;;;', '2024-03-02;L1;A;9', 'break;;;', '2024-03-02;L1;A;9'],
    ],
    [
      'a row lacks what a record has',
      [
        'Date;Line;Item;Good',
        '2024-03-01;L1;A;10',
        '2024-03-02;;;',
        '2024-03-02;L1;A;9',
        '2024-03-03;;;',
        '2024-03-03;L1;A;8',
      ],
    ],
    ['a label says what a column does', ['Date;Line;Good', 'Line: L1', '2024-03-01;L1;10', '2024-03-02;L1;9']],
    [
      'a label counts something',
      ['Date;Line;Good', 'Planned: 500;;', '2024-03-01;L1;10', 'Planned: 600;;', '2024-03-02;L1;9'],
    ],
    ['a title says when it was printed', ['Date: 2024-05-05', 'Line;Item;Good', 'L1;A;10', 'L2;A;9']],
    ['an item has the name of a label', ['Line;Item;Good;Scrap', 'Press;A;;', 'Press;A;10;1', 'Press;A;9;1']],
  ])('are none where %s', async (_, lines) => {
    expect((await inspectFile(fileOf(lines))).profile.shape.blocks).toBeUndefined();
  });

  test('never hold a quantity of the rows below', async () => {
    const { profile, path } = await guess(['Date;Item;Good', 'Line: 7', '2024-03-01;A;10', '2024-03-02;A;12']);
    const wrong = { ...profile, fields: { ...profile.fields, plannedQuantity: { column: 'Line' } } };
    await expect(csvSource(path, 'list.csv', wrong)).rejects.toThrow("from column 'Line', which a row says once");
  });
});
