import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CorrectionStep } from '../../../shared/import/corrections.ts';
import { type ImportProfileInput, importProfileSchema } from '../../../shared/import/profile.ts';
import { compareRollups } from '../../rollup/refresh.ts';
import { createRandom } from '../../sample/random.ts';
import type { OwnedStore } from '../../store/open-store.ts';
import { dumpTables } from '../../testing/dump.ts';
import { cancelledAt, failingAt, interruptEverywhere } from '../../testing/interruptions.ts';
import { createStore, unwatched } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import type { GateRules } from '../gate/rules.ts';
import { importRows } from '../import-rows.ts';
import { stageBeside } from '../stage/stage-beside.ts';
import { undoBatch } from '../undo.ts';
import { correctedSource } from './corrected-source.ts';
import { readCorrectionsOf } from './corrections-of-batch.ts';
import { readCorrection } from './save-corrections.ts';
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

const fields: ImportProfileInput['fields'] = {
  productionDate: { column: 'day' },
  line: { column: 'line' },
  lotNumber: { column: 'lot' },
  goodQuantity: { column: 'good' },
  note: { column: 'note' },
};
const HEADER = 'day,line,lot,good,note';

async function importText(text: string, profile: Partial<ImportProfileInput> = {}, into = store, name = 'plant.csv') {
  const file = join(path, name);
  writeFileSync(file, text);
  const source = await csvSource(file, name, importProfileSchema.parse({ fields, ...profile }));
  return importRows(into, source, unwatched);
}

const importLines = (lines: readonly string[], profile = {}, into = store) =>
  importText([HEADER, ...lines, ''].join('\n'), profile, into);
const correctionsOf = (batchId: number, of = store) => readCorrectionsOf(of.live, of.folder, batchId);
const correct = (batchId: number, steps: CorrectionStep[], into = store) =>
  importRows(into, correctedSource(correctionsOf(batchId, into), steps), unwatched);
const view = (batchId: number, steps: CorrectionStep[] = [], filter = { of: 'all' as const }) =>
  viewCorrections(correctionsOf(batchId), { steps, filter, offset: 0, limit: 100 });
const cell = (row: number, column: number, text: string): CorrectionStep => ({ type: 'cell', row, column, text });
const records = (of = store) =>
  of.live.rows(
    'SELECT production_date, line, lot_number, good_quantity, note, source_file, source_line FROM production_records ORDER BY source_line',
  );

describe('Rows that were set aside', () => {
  test('are told in groups by reason, with their lines, and the cell to blame', async () => {
    await importLines(['2024-01-01,A,1,10,', '2024-13-02,A,2,20,', '2024-01-03,A,3,12O,', '2024-13-04,A,4,x,', '1,2']);
    const { rows, groups, page } = view(1);
    expect(rows).toBe(4);
    expect(groups).toEqual([
      {
        kind: "Production date: … in column 'day' is not a date written as YYYY-MM-DD",
        below: 'record',
        rows: 2,
        ready: 0,
        lines: [3, 5],
        columns: [0],
        mayBeRight: false,
      },
      expect.objectContaining({ kind: "Good: … in column 'good' is not a number", rows: 1, lines: [4], columns: [3] }),
      expect.objectContaining({ kind: 'the row has … cells where the header has …', rows: 1, lines: [6] }),
    ]);
    expect(page[1]).toMatchObject({ row: 1, line: 4, cells: ['2024-01-03', 'A', '3', '12O', ''], marked: [3] });
  });

  test('become records cell by cell, or many at once; what else is wrong with them is told then', async () => {
    await importLines(['2024/01/01,A,1,10,', '2024/01/02,A,2,x,', '2024-01-03,A,3,y,']);
    const steps: CorrectionStep[] = [
      { type: 'replace', column: 0, find: '/', by: '-', isWhole: false, kind: null },
      cell(2, 3, '30'),
    ];
    const { ready, page } = view(1, steps);
    expect(ready).toBe(2);
    expect(page.map(({ reason }) => reason)).toEqual([null, "Good: 'x' in column 'good' is not a number", null]);
    expect(page[0]).toMatchObject({
      cells: ['2024-01-01', 'A', '1', '10', ''],
      before: ['2024/01/01', 'A', '1', '10', ''],
    });
  });

  test('are set to one value where they were set aside for one kind of reason, and in no other row', async () => {
    await importLines(['2024-01-01,A,1,x,', '2024-01-02,A,2,y,', 'soon,A,3,10,']);
    const [quantity] = view(1).groups;
    const steps: CorrectionStep[] = [
      { type: 'replace', column: 3, find: null, by: '0', isWhole: true, kind: quantity?.kind ?? '' },
    ];
    expect(view(1, steps).page.map(({ cells }) => cells[3])).toEqual(['0', '0', '10']);
    expect(view(1, steps).groups[0]).toMatchObject({ rows: 2, ready: 2 });
  });

  test('have the date of their file where that stands in its name', async () => {
    const { productionDate: _, ...others } = fields;
    const profile = { fields: others, dates: { inFileName: 'YYYYMMDD' } };
    await importText([HEADER, 'x,A,1,10,', 'x,A,2,2O,', ''].join('\n'), profile, store, 'press_20240105.csv');
    await correct(1, [cell(0, 3, '20')]);
    expect(records().map(([day, , lot, good]) => [day, lot, good])).toEqual([
      ['2024-01-05', '1', 10],
      ['2024-01-05', '2', 20],
    ]);
  });

  test('can be corrected where a quote was not closed or cells were missing', async () => {
    await importLines(['2024-01-01,A,1,10,fine', '2024-01-02,"A,2,20,', '2024-01-03,A,3']);
    expect(view(1).page.map(({ reason }) => reason)).toEqual([
      'a quote is opened in this line and never closed',
      'the row has 3 cells where the header has 5',
    ]);
    // Another cell alone leaves the quote in a name.
    expect(view(1, [cell(0, 4, 'seen')]).page[0]?.reason).toBe('a quote is opened in this line and never closed');
    const steps: CorrectionStep[] = [
      cell(0, 1, 'A'),
      { type: 'row', row: 1, cells: ['2024-01-03', 'A', '3', '30', 'late'] },
    ];
    expect((await correct(1, steps)).inserted).toBe(2);
    expect(records().map(([day, , lot, , note]) => [day, lot, note])).toEqual([
      ['2024-01-01', '1', 'fine'],
      ['2024-01-02', '2', null],
      ['2024-01-03', '3', 'late'],
    ]);
  });

  test('are told to be gone where their file is, and not corrected in an import that was undone', async () => {
    const { rejectsFile } = await importLines(['2024-01-01,A,1,10,', '2024-01-02,A,2,x,']);
    rmSync(rejectsFile ?? '');
    expect(() => view(1)).toThrow('Import the file again to see them');
    undoBatch(store.live, 1, unwatched);
    expect(() => view(1)).toThrow('was undone, so there is nothing to correct in it');
  });
});

describe('Corrected rows', () => {
  const lines = ['2024-01-01,A,1,10,', '2024-01-02,A,2,12O,', '2024-01-03,A,3,x,'];

  test('are an import of their own, of the same file and lines, and say what was corrected', async () => {
    await importLines(lines);
    const outcome = await correct(1, [cell(0, 3, '120')]);
    expect(outcome).toMatchObject({ batchId: 2, rowsRead: 1, inserted: 1, rejected: 0, rejectsFile: null });
    expect(records()).toEqual([
      ['2024-01-01', 'A', '1', 10, null, 'plant.csv', 2],
      ['2024-01-02', 'A', '2', 120, null, 'plant.csv', 3],
    ]);
    expect(readCorrection(store.live, { batchId: 2, line: 3 })).toEqual([
      { column: 'good', before: '12O', after: '120' },
    ]);
    expect(readCorrection(store.live, { batchId: 1, line: 2 })).toBeNull();
  });

  test('are set aside no more, the others still are; undone they are again', async () => {
    await importLines(lines);
    await correct(1, [cell(0, 3, '120')]);
    expect(view(1).page.map(({ line }) => line)).toEqual([4]);
    expect(() => correctedSource(correctionsOf(1), [cell(0, 3, '120')])).toThrow('None of the rows');
    undoBatch(store.live, 2, unwatched);
    expect(view(1).page.map(({ line }) => line)).toEqual([3, 4]);
    expect((await correct(1, [cell(0, 3, '121')])).batchId).toBe(3);
  });

  test('are counted beside equal rows of their own file, and not beside those of another import', async () => {
    const twice = ['2024-01-01,A,1,10,', '2024-01-01,A,1,1O,'];
    await importLines(twice);
    expect((await correct(1, [cell(0, 3, '10')])).inserted).toBe(1);
    await importLines(twice); // the first is there twice already
    expect(await correct(3, [cell(0, 3, '10')])).toMatchObject({ inserted: 0, unchanged: 1 });
    expect(view(3).rows).toBe(0);
    expect(records()).toHaveLength(2);
  });

  test('update by their key what was there before, but no row of their own file and nothing that came later', async () => {
    const key = { key: ['lotNumber' as const] };
    await importLines(['2024-01-01,A,1,5,', '2024-01-01,A,3,5,'], key);
    await importLines(['2024-01-01,A,1,x,', '2024-01-01,A,2,x,', '2024-01-01,A,2,7,', '2024-01-01,A,3,x,'], key);
    await importLines(['2024-01-01,A,3,9,'], key);
    const steps = [cell(0, 3, '6'), cell(1, 3, '8'), cell(2, 3, '8')];
    const outcome = await correct(2, steps);
    expect(outcome).toMatchObject({
      rowsRead: 1,
      updated: 1,
      stayed: { rows: 2, because: 'has the same key as another row of its file but says something else' },
    });
    expect(view(2).page.map(({ line }) => line)).toEqual([3, 5]);
    const goods = Object.fromEntries(records().map(([, , lot, good]) => [lot, good]));
    expect(goods).toEqual({ 1: 6, 2: 7, 3: 9 });
    await expect(correct(2, [cell(2, 3, '8')])).rejects.toThrow(
      'the first of them names a record that import 3 brought later. Nothing was imported.',
    );
  });

  test('that are not plausible wait for a decision, and stay set aside where they are left out', async () => {
    await importLines([...lines, 'x,A,4,40,']);
    const steps = [cell(0, 3, '120'), cell(2, 0, '2099-01-01')];
    const decided = (ofRequest: GateRules['ofRequest']) => {
      const gate = { today: 20_000, planFactor: 10, ofProfile: {}, ofRequest };
      return importRows(store, correctedSource(correctionsOf(1), steps), unwatched, undefined, gate);
    };
    await expect(decided({})).rejects.toMatchObject({ code: 'HELD' });
    const outcome = await decided({ inFuture: 'leaveOut' });
    expect(outcome).toMatchObject({ rowsRead: 1, inserted: 1, rejected: 0, rejectsFile: null, stayed: { rows: 1 } });
    expect(view(1).page.map(({ line }) => line)).toEqual([4, 5]);
    expect(await decided({ inFuture: 'keep' })).toMatchObject({ inserted: 1 });
  });

  test.each([
    ['cancelled', cancelledAt],
    ['stopped by a fault', failingAt],
  ])('are all in the store or none of them, %s at any moment', async (_, interruption) => {
    await importLines(lines);
    const before = dumpTables(store.live);
    const steps = [cell(0, 3, '120'), cell(1, 3, '130')];
    const moments = await interruptEverywhere(
      interruption,
      (context) => importRows(store, correctedSource(correctionsOf(1), steps), context),
      () => expect(dumpTables(store.live)).toEqual(before),
    );
    expect(moments).toBeGreaterThan(0);
    expect(view(1).rows).toBe(0); // as it came through in the end
  });

  test('are the same read on a thread of their own', async () => {
    await importLines(lines);
    const steps = [cell(0, 3, '120')];
    const of = correctionsOf(1);
    const outcome = await importRows(store, correctedSource(of, steps), unwatched, (task, context) =>
      stageBeside({ kind: 'corrections', of, steps }, task, context),
    );
    expect(outcome.inserted).toBe(1);
    expect(records()).toHaveLength(2);
  });
});

/** Ways to spoil a row, and the step that mends it. */
const faults: ((cells: string[], row: number) => [spoiled: string, step: CorrectionStep])[] = [
  (cells, row) => [['2024-13-77', ...cells.slice(1)].join(','), cell(row, 0, cells[0] ?? '')],
  (cells, row) => [cells.with(3, 'many').join(','), cell(row, 3, cells[3] ?? '')],
  (cells, row) => [cells.slice(0, 3).join(','), { type: 'row', row, cells }],
  (cells, row) => [[...cells, 'too', 'much'].join(','), { type: 'row', row, cells }],
];

test.each([11, 12, 13])(
  'random rows, spoiled and corrected, make the store that the right file makes (seed %s)',
  async (seed) => {
    const random = createRandom(seed);
    const pick = random.below;
    const right = Array.from({ length: 120 }, () => [
      `2024-0${1 + pick(3)}-0${1 + pick(9)}`,
      'ABC'[pick(3)] ?? '',
      String(pick(4)),
      String(pick(3)), // so few values that rows are equal
      pick(2) === 0 ? '' : 'a "note", with marks',
    ]);
    const written = right.map((cells) =>
      cells.map((text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)),
    );
    const steps: CorrectionStep[] = [];
    const spoiled = written.map((cells, at) => {
      const fault = pick(3) === 0 ? faults[pick(faults.length)] : undefined;
      if (fault === undefined) return cells.join(',');
      const [line] = fault(cells, steps.length);
      steps.push(fault(right[at] ?? [], steps.length)[1]);
      return line;
    });
    const other = createStore();
    try {
      const before = ['2024-01-01,A,0,0,', '2024-01-01,A,0,0,', '2024-02-02,B,1,1,'];
      for (const each of [store, other.store]) await importLines(before, {}, each);
      expect((await importLines(spoiled)).rejected).toBe(steps.length);
      expect(
        (
          await correct(
            2,
            steps.filter((_, at) => at % 2 === 0),
          )
        ).stayed?.rows,
      ).toBe(0);
      await correct(2, steps);
      await importLines(
        written.map((cells) => cells.join(',')),
        {},
        other.store,
      );
      expect(
        records()
          .map((row) => row.slice(0, 5).join('|'))
          .sort(),
      ).toEqual(
        records(other.store)
          .map((row) => row.slice(0, 5).join('|'))
          .sort(),
      );
      expect(compareRollups(store.live)).toEqual([]);
      expect(view(2).rows).toBe(0);
    } finally {
      other.store.close();
      other.remove();
    }
  },
);
