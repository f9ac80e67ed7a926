import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { readHandedFile } from '../../store/batch-details.ts';
import type { OwnedStore } from '../../store/open-store.ts';
import { saveWatched } from '../../store/watched-files.ts';
import { createStore, unwatched } from '../../testing/test-store.ts';
import { workbookOf, zipOf } from '../../testing/zip-file.ts';
import { csvSource } from '../csv-source.ts';
import { importRows } from '../import-rows.ts';
import { inspectFile } from '../inspect.ts';
import { readSourceLine } from './source-line.ts';

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

const rows = Array.from({ length: 12 }, (_, at) => `2024-01-${String(at + 1).padStart(2, '0')},Press 1,${at + 10}`);
const csv = ['A title', 'day,line,good', ...rows, ''].join('\n');

async function importFile(file: string, part: Partial<ImportProfile> = {}): Promise<number> {
  const { profile } = await inspectFile(file, part);
  const source = await csvSource(file, 'plant', profile);
  const outcome = await importRows(store, { ...source, file: readHandedFile(file, store.folder.inbox) }, unwatched);
  return outcome.batchId;
}

const lineOf = (batchId: number, line: number, handed: string | null = null) =>
  readSourceLine(store.live, { batchId, line, path: handed });
const texts = ({ cells }: Awaited<ReturnType<typeof lineOf>>) => cells.map(({ column, text }) => [column, text]);

test('the line of a file of a watched folder is found where it was moved to', async () => {
  const file = join(path, 'plant.csv');
  writeFileSync(file, csv);
  const batchId = await importFile(file);
  mkdirSync(join(path, 'done'));
  renameSync(file, join(path, 'done', 'plant.csv'));
  saveWatched(store.live, {
    claim: 'c1',
    folder: path,
    file: 'plant.csv',
    state: 'imported',
    message: '',
    batchId,
    settledAt: '2024-02-01T00:00:00.000Z',
    liesAt: 'done/plant.csv',
    goesTo: null,
    bytes: 1,
    modifiedMs: 1,
  });
  expect(await lineOf(batchId, 5)).toMatchObject({ state: 'asImported', path: join(path, 'done', 'plant.csv') });
});

test('the line of a text, of a file within an archive and of a sheet is shown as it stands there', async () => {
  const fifth = [
    ['day', '2024-01-03'],
    ['line', 'Press 1'],
    ['good', '12'],
  ];
  const file = join(path, 'plant.csv');
  writeFileSync(file, csv);
  const plain = await lineOf(await importFile(file), 5);
  expect([plain.state, texts(plain)]).toEqual(['asImported', fifth]);

  const zip = join(path, 'plant.zip');
  writeFileSync(zip, zipOf({ 'other.csv': 'a,b\n1,2\n', 'plant.csv': csv }));
  expect(texts(await lineOf(await importFile(zip, { part: 'plant.csv' }), 5))).toEqual(fifth);

  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = csv
    .trim()
    .split('\n')
    .map((line, row) => {
      const cells = line.split(',').map((text, column) => cell(`${'ABC'[column]}${row + 1}`, text));
      return `<row r="${row + 1}">${cells.join('')}</row>`;
    });
  const book = join(path, 'plant.xlsx');
  writeFileSync(
    book,
    workbookOf([
      { name: 'Codes', rows: '' },
      { name: 'Output', rows: sheet.join('') },
    ]),
  );
  expect(texts(await lineOf(await importFile(book, { part: 'Output' }), 5))).toEqual(fifth);
});

test('a file that is gone, was changed, or was handed over and is not kept is told to be so', async () => {
  const file = join(path, 'plant.csv');
  writeFileSync(file, csv);
  const batchId = await importFile(file);
  writeFileSync(file, csv.replace('12\n', '99\n'));
  const changed = await lineOf(batchId, 5);
  expect([changed.state, texts(changed)[2]]).toEqual(['changed', ['good', '99']]);
  writeFileSync(file, csv.split('\n').slice(0, 4).join('\n'));
  expect((await lineOf(batchId, 5)).state).toBe('noSuchLine');
  writeFileSync(file, Buffer.alloc(64));
  expect(await lineOf(batchId, 5)).toMatchObject({ state: 'unreadable', message: expect.stringContaining('binary') });
  rmSync(file);
  expect(await lineOf(batchId, 5)).toMatchObject({
    state: 'missing',
    path: file,
    readFrom: [
      { field: 'productionDate', columns: ['day'] },
      { field: 'line', columns: ['line'] },
      { field: 'goodQuantity', columns: ['good'] },
    ],
  });

  const moved = join(path, 'moved.csv');
  writeFileSync(moved, csv);
  expect((await lineOf(batchId, 5, moved)).state).toBe('asImported');
  const sent = join(store.folder.inbox, 'plant.csv');
  renameSync(moved, sent);
  const fromInbox = await importFile(sent);
  expect(await lineOf(fromInbox, 5)).toMatchObject({ state: 'notKept', path: null });
});
