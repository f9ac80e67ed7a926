import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordField } from '../../shared/domain/fields.ts';
import { archiveYear } from '../maintenance/archive.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { draftOf } from '../testing/draft.ts';
import { changedMonths, monthStamps } from '../testing/month-stamps.ts';
import { createStore, draftSource, insertRecords, unwatched } from '../testing/test-store.ts';
import { importRows } from './import-rows.ts';
import { keyColumnsOf } from './match.ts';
import { RejectsFile, rejectsPath } from './rejects.ts';
import type { RecordDraft, Rejection } from './rows/record-draft.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

const key = keyColumnsOf(['line', 'lotNumber']);

/** Numbers the lines as a file would, the header being line 1. */
async function upsert(drafts: RecordDraft[], fields = key) {
  const numbered = drafts.map((draft, at) => ({ ...draft, sourceLine: at + 2 }));
  const outcome = await importRows(store, draftSource(numbered, fields), unwatched);
  const { inserted, updated, unchanged, rejected } = outcome;
  return { counts: [inserted, updated, unchanged, rejected], rejectsFile: outcome.rejectsFile };
}

const lot = (lotNumber: string | null, good: number, rest: Partial<RecordDraft> = {}) =>
  draftOf('2024-03-01', 'A', good, { lotNumber, ...rest });
const stored = () =>
  store.live.rows('SELECT lot_number, good_quantity / 1000000 FROM records ORDER BY lot_number, good_quantity');

async function rejections(path: string | null): Promise<string[]> {
  const { readFileSync } = await import('node:fs');
  return path === null ? [] : readFileSync(path, 'utf8').trim().split('\n').slice(1);
}

describe('With a key', () => {
  test('a row is added, updates what it names, or leaves it', async () => {
    expect((await upsert([lot('1', 10), lot('2', 20)])).counts).toEqual([2, 0, 0, 0]);
    expect((await upsert([lot('1', 10), lot('2', 21), lot('3', 30)])).counts).toEqual([1, 1, 1, 0]);
    expect(stored()).toEqual([
      ['1', 10],
      ['2', 21],
      ['3', 30],
    ]);
  });

  test('an update replaces the reasons too, and moves to another day', async () => {
    const defects = (amount: number) => ({ defects: [{ reason: 'Scratch', amount }], defectQuantity: amount });
    await upsert([lot('1', 10, defects(3))]);
    expect((await upsert([lot('1', 10, { ...defects(3), defects: [{ reason: 'Dent', amount: 3 }] })])).counts).toEqual([
      0, 1, 0, 0,
    ]);
    expect(
      store.live.rows(
        'SELECT d.name, l.amount FROM record_defects AS l JOIN defect_reasons AS d ON d.id = l.reason_id',
      ),
    ).toEqual([['Dent', 3]]);
    const before = monthStamps(store);
    await upsert([{ ...lot('1', 10), day: lot('1', 10).day + 40 }]);
    expect(store.live.rows('SELECT month % 12 + 1, records FROM partition_months')).toEqual([[4, 1]]);
    expect(changedMonths(store, before)).toEqual(['2024-03', '2024-04']);
  });

  test('rows of one file that say the same are one record; one that says something else is set aside', async () => {
    const { counts, rejectsFile } = await upsert([lot('1', 10), lot('1', 10), lot('1', 11), lot('2', 20)]);
    expect(counts).toEqual([2, 0, 1, 1]);
    expect(stored()).toEqual([
      ['1', 10],
      ['2', 20],
    ]);
    expect(await rejections(rejectsFile)).toEqual(['4,has the same key as line 2 but says something else,4']);
  });

  test('a key that several records share is set aside, unless one of them says the same', async () => {
    await insertRecords(store, [lot('1', 10), lot('1', 11)]);
    const { counts, rejectsFile } = await upsert([lot('1', 12)]);
    expect(counts).toEqual([0, 0, 0, 1]);
    expect(await rejections(rejectsFile)).toEqual(['2,has a key that 2 records of the store share,2']);
    expect((await upsert([lot('1', 11)])).counts).toEqual([0, 0, 1, 0]);
    expect(stored()).toEqual([
      ['1', 10],
      ['1', 11],
    ]);
  });

  test('a key of a sealed archive has the archive reopened for its record', async () => {
    await upsert([lot('1', 10), lot('2', 20)]);
    archiveYear(store, 2024, unwatched);
    expect((await upsert([lot('1', 11), lot('2', 20), lot('3', 30)])).counts).toEqual([1, 1, 1, 0]);
    expect(stored()).toEqual([
      ['1', 11],
      ['2', 20],
      ['3', 30],
    ]);
  });

  test('a key found both in an archive and in live names two records, and changes neither', async () => {
    await insertRecords(store, [lot('1', 10)]);
    archiveYear(store, 2024, unwatched);
    await insertRecords(store, [lot('1', 11)]);
    expect((await upsert([lot('1', 12)])).counts).toEqual([0, 0, 0, 1]);
    expect((await upsert([lot('1', 10)])).counts).toEqual([0, 0, 1, 0]);
    expect(stored()).toEqual([['1', 11]]);
  });

  test("'not recorded' is a value of the key like any other", async () => {
    await upsert([lot(null, 10)]);
    expect((await upsert([lot(null, 11), lot('1', 1)])).counts).toEqual([1, 1, 0, 0]);
  });

  test('a key with the date tells days apart; one without finds the record whatever its day', async () => {
    const withDate = keyColumnsOf(['productionDate', 'line']);
    await upsert([draftOf('2023-12-31', 'A', 1), draftOf('2024-01-01', 'A', 2)], withDate);
    expect((await upsert([draftOf('2023-12-31', 'A', 3), draftOf('2024-01-02', 'A', 4)], withDate)).counts).toEqual([
      1, 1, 0, 0,
    ]);
    expect((await upsert([draftOf('2030-01-01', 'B', 1)], keyColumnsOf(['line']))).counts).toEqual([1, 0, 0, 0]);
    expect((await upsert([draftOf('2031-01-01', 'B', 1)], keyColumnsOf(['line']))).counts).toEqual([0, 1, 0, 0]);
  });
});

test('a field that does not say which record it is cannot be part of the key', () => {
  for (const field of ['goodQuantity', 'note', 'defectReason'] satisfies RecordField[]) {
    expect(() => keyColumnsOf(['line', field])).toThrow(`'${field}' cannot be part of the key`);
  }
});

test('rejections keep cells as they were, also those with quotes, commas and lines', async () => {
  const rejected: Rejection = { line: 7, cells: ['a "b"', 'c,d', 'e\nf', 'g\rh'], reason: 'is odd' };
  const file = new RejectsFile(rejectsPath(store.folder.rejects, 3, '../../odd.name.csv'), {
    header: ['1', '2', '3', '4'],
  });
  file.add([rejected]);
  expect(file.path).toBe(`${store.folder.rejects}/3-odd.name.rejects.csv`);
  expect((await rejections(file.path)).join('\n')).toBe('7,is odd,"a ""b""","c,d","e\nf","g\rh"');
});
