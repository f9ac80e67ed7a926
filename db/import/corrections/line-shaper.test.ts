import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CorrectionStep } from '../../../shared/import/corrections.ts';
import { type ImportProfileInput, importProfileSchema } from '../../../shared/import/profile.ts';
import { compareRollups } from '../../rollup/refresh.ts';
import type { OwnedStore } from '../../store/open-store.ts';
import { createStore, unwatched } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { importRows } from '../import-rows.ts';
import { secondFilePath } from '../rejects.ts';
import { undoBatch } from '../undo.ts';
import { correctedSource } from './corrected-source.ts';
import { readCorrectionsOf } from './corrections-of-batch.ts';
import { readCorrection } from './save-corrections.ts';
import { stepsFromFile } from './steps-from-file.ts';
import { viewCorrections } from './view-corrections.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
beforeEach(() => {
  ({ store, path, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

async function importLines(lines: readonly string[], profile: ImportProfileInput, second?: readonly string[]) {
  const [file, other] = [join(path, 'plant.csv'), join(path, 'process.csv')];
  writeFileSync(file, `${lines.join('\n')}\n`);
  if (second) writeFileSync(other, `${second.join('\n')}\n`);
  const beside = second && { path: other, name: 'process.csv' };
  const source = await csvSource(file, 'plant.csv', importProfileSchema.parse(profile), beside);
  const outcome = await importRows(store, source, unwatched);
  // What is corrected later finds neither file.
  for (const each of [file, other]) rmSync(each, { force: true });
  return outcome;
}

const of = () => readCorrectionsOf(store.live, store.folder, 1);
const correct = (steps: CorrectionStep[]) => importRows(store, correctedSource(of(), steps), unwatched);
const view = (steps: CorrectionStep[] = []) =>
  viewCorrections(of(), { steps, filter: { of: 'all' }, offset: 0, limit: 100 });
const cell = (row: number, column: number, text: string): CorrectionStep => ({ type: 'cell', row, column, text });
const cells = (row: number, ...of: string[]): CorrectionStep => ({ type: 'row', row, cells: of });
const records = () =>
  store.live.rows(
    'SELECT production_date, line, good_quantity, run_minutes, source_line FROM production_records ORDER BY source_line, production_date',
  );

const wide: ImportProfileInput = {
  shape: {
    unpivot: {
      name: 'month',
      values: ['good'],
      groups: ['01', '02'].map((label) => ({ label, columns: [`m${label}`] })),
    },
  },
  fields: {
    productionDate: { columns: ['year', 'month'], join: '-' },
    line: { column: 'line' },
    goodQuantity: { column: 'good' },
  },
  dateFormat: 'YYYY-MM',
};

test('lines of a wide file stand as they are in it, and make all their records once they are corrected', async () => {
  await importLines(['year,line,m01,m02', '2024,A,1O,20', '2024,B', '2024,C,30,4O', '2024,D,,'], wide);
  const { columns, page, groups } = view();
  expect(columns).toEqual({ record: ['year', 'line', 'month', 'good'], file: ['year', 'line', 'm01', 'm02'] });
  expect(page.map(({ line, below, cells: own }) => [line, below, own.join()])).toEqual([
    [2, 'record', '2024,A,01,1O'],
    [4, 'record', '2024,C,02,4O'],
    [3, 'file', '2024,B'],
    [5, 'file', '2024,D,,'],
  ]);
  expect(groups.map(({ below, rows }) => [below, rows])).toEqual([
    ['record', 2],
    ['file', 1],
    ['file', 1],
  ]);
  expect(view([cell(2, 3, 'many')]).page[2]?.reason).toBe("Good: 'many' in column 'good' is not a number");
  expect(view([cells(2, '2024', 'B', '5', 'many')]).page[2]).toMatchObject({
    reason: "Good: 'many' in column 'good' is not a number, in the record '02'",
  });
  // A replacement in a column of records leaves lines of the file alone.
  const inRecords: CorrectionStep = { type: 'replace', column: 3, find: null, by: '9', isWhole: true, kind: null };
  expect(view([inRecords]).page.map(({ cells: own }) => own[3])).toEqual(['9', '9', undefined, '']);
  // One in a column that both have reaches all of them, from either.
  for (const below of ['record', 'file'] as const) {
    const inBoth: CorrectionStep = { ...inRecords, column: 1, by: 'Z', below };
    expect(view([inBoth]).page.map(({ cells: own }) => own[1])).toEqual(['Z', 'Z', 'Z', 'Z']);
  }

  const steps = [cell(0, 3, '10'), cell(1, 3, '40'), cells(2, '2024', 'B', '5', '6'), cell(3, 3, '7')];
  expect(view(steps).ready).toBe(4);
  expect(await correct(steps)).toMatchObject({ inserted: 5, rowsRead: 5, stayed: { rows: 0 } });
  expect(records().map(([day, line, good, , at]) => [day, line, good, at])).toEqual([
    ['2024-01-01', 'A', 10, 2],
    ['2024-02-01', 'A', 20, 2],
    ['2024-01-01', 'B', 5, 3],
    ['2024-02-01', 'B', 6, 3],
    ['2024-01-01', 'C', 30, 4],
    ['2024-02-01', 'C', 40, 4],
    ['2024-02-01', 'D', 7, 5],
  ]);
  expect(readCorrection(store.live, { batchId: 2, line: 3 })).toEqual([
    { column: 'm01', before: '', after: '5' },
    { column: 'm02', before: '', after: '6' },
  ]);
  expect(view().rows).toBe(0);
  undoBatch(store.live, 2, unwatched);
  expect(records()).toHaveLength(2);
  expect(view().rows).toBe(4);
  expect(compareRollups(store.live)).toEqual([]);
});

test('a line of several records stays set aside whole where the store refuses one of them', async () => {
  const key = { ...wide, key: ['productionDate' as const, 'line' as const] };
  await importLines(['year,line,m01,m02', '2024,A,10,', '2024,A,5', '2024,C,1'], key);
  const steps = [cells(0, '2024', 'A', '5', '6'), cells(1, '2024', 'C', '1', '2')];
  expect(await correct(steps)).toMatchObject({
    rowsRead: 2,
    inserted: 2,
    stayed: { rows: 1, because: 'has the same key as another row of its file but says something else' },
  });
  // Its other month is not taken in either: corrected once more, it would be there twice.
  expect(records().map(([day, line, good]) => [day, line, good])).toEqual([
    ['2024-01-01', 'A', 10],
    ['2024-01-01', 'C', 1],
    ['2024-02-01', 'C', 2],
  ]);
  expect(view().page.map(({ line }) => line)).toEqual([3]);
  await expect(correct(steps)).rejects.toThrow('stay set aside');
  expect(await correct([cells(0, '2024', 'B', '5', '6')])).toMatchObject({ inserted: 2 });
  expect(compareRollups(store.live)).toEqual([]);
});

const joined: ImportProfileInput = {
  shape: {
    join: { on: [{ column: 'batch', other: 'lot' }], bring: ['speed', 'minutes'], reading: { delimiter: ';' } },
  },
  fields: {
    productionDate: { column: 'date' },
    line: { column: 'line' },
    lotNumber: { column: 'batch' },
    goodQuantity: { column: 'good' },
    runMinutes: { column: 'minutes' },
  },
};
const plant = [
  'date,line,batch,good',
  '2024-01-01,A,B1,10',
  '2024-01-02,A,B2',
  '2024-01-03,A,B3,30',
  '2024-01-04,A,B4,40',
];
const process = ['speed;lot;minutes', '1;B1;11', '2;B2;22', '3;B3', '4;B4;44', '5;B4;45'];

test('lines of joined files are corrected beside each other: of the first, and of the second that it finds', async () => {
  await importLines(plant, joined, process);
  const { columns, page } = view();
  expect(columns.both).toEqual(['date', 'line', 'batch', 'good', 'speed', 'lot', 'minutes']);
  expect(page.map(({ line, below, cells: own }) => [line, below, own.join()])).toEqual([
    [3, 'file', '2024-01-02,A,B2'],
    [4, 'both', '2024-01-03,A,B3,30,3,B3'],
    [5, 'both', '2024-01-04,A,B4,40,4,B4,44'],
  ]);
  // A change elsewhere does not say which of the two lines is meant; what was left out of the second is still missing.
  const elsewhere = [cell(2, 1, 'B'), cells(1, '2024-01-03', 'A', 'B3', '31', '3', 'B3')];
  expect(view(elsewhere).page.map(({ reason }) => reason)).toEqual([
    'the row has 3 cells where the header has 4',
    'the row has 6 cells where the header has 7',
    'lines 5 and 6 of process.csv have its key and differ; the first of them stands here',
  ]);
  const kind = view().groups.find(({ mayBeRight }) => mayBeRight)?.kind ?? '';
  const steps: CorrectionStep[] = [cell(0, 3, '20'), cell(1, 6, '33'), { type: 'asTheyAre', kind }];
  expect(await correct(steps)).toMatchObject({ inserted: 3, notes: {} });
  expect(records().map(([day, , good, minutes]) => [day, good, minutes])).toEqual([
    ['2024-01-01', 10, 11],
    ['2024-01-02', 20, 22],
    ['2024-01-03', 30, 33],
    ['2024-01-04', 40, 44],
  ]);
  undoBatch(store.live, 2, unwatched);
  expect(view().rows).toBe(3);
  expect(await correct([cell(0, 2, 'B9'), cell(0, 3, '20')])).toMatchObject({
    notes: { unmatched: { count: 1, lines: [3] } },
  });
});

test('lines that cannot be joined any more say so', async () => {
  const { rejectsFile } = await importLines(plant, joined, process);
  rmSync(secondFilePath(rejectsFile ?? ''));
  expect(() => view([cell(0, 3, '20')])).toThrow('What the second file brings is missing');
  expect(view([cell(1, 6, '33')]).ready).toBe(1);
});

test('a rejects file tells lines from records, also where a spreadsheet filled its rows up', async () => {
  const { rejectsFile } = await importLines(['year,line,m01,m02', '2024,A,1O,20', '2024,B', '2024,C,1,2,3'], wide);
  const text = readFileSync(rejectsFile ?? '', 'utf8');
  const lines = text.trimEnd().split('\n');
  expect(lines.map((line) => line.replace('\uFEFF', ''))).toEqual([
    'line,reason,year,line,month,good',
    expect.stringMatching(/^2,.*,2024,A,01,1O$/),
    'line,reason (the line as it stands in the file),year,line,m01,m02',
    expect.stringMatching(/^3,.*,2024,B$/),
    expect.stringMatching(/^4,.*,2024,C,1,2,3$/),
  ]);
  const file = join(path, 'edited.csv');
  const width = Math.max(...lines.map((line) => line.split(',').length));
  const filled = lines.map((line) => line + ','.repeat(width - line.split(',').length));
  writeFileSync(file, filled.join('\n'));
  expect(await stepsFromFile(of(), file)).toEqual({ steps: [], unknown: 0 });
  writeFileSync(file, filled.join('\n').replace('2024,B,,,', '2024,B,5,6,'));
  expect(await stepsFromFile(of(), file)).toEqual({ steps: [cells(1, '2024', 'B', '5', '6')], unknown: 0 });
});
