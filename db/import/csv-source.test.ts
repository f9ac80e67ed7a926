import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportProfileInput, importProfileSchema } from '../../shared/import/profile.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { readProfiles } from '../store/profiles.ts';
import { createStore, unwatched } from '../testing/test-store.ts';
import { csvSource } from './csv-source.ts';
import { headerFingerprint } from './guess/guess-profile.ts';
import { importRows } from './import-rows.ts';

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
};

async function importText(text: string, profile: Partial<ImportProfileInput> = {}) {
  const file = join(path, 'plant.csv');
  writeFileSync(file, text);
  const source = await csvSource(file, 'plant.csv', importProfileSchema.parse({ fields, ...profile }));
  return importRows(store, source, unwatched);
}

test('a row that cannot be read is set aside with its line, its reason and its cells, and stops nothing', async () => {
  const outcome = await importText(
    'day,line,lot,good\n2024-01-01,A,1,10\n2024-02-30,A,2,20\n2024-01-03,A,3,lots\n2024-01-04,A,4,40\n',
  );
  expect(outcome).toMatchObject({ rowsRead: 4, inserted: 2, rejected: 2 });
  const [header, ...rejects] = readFileSync(outcome.rejectsFile ?? '', 'utf8')
    .trim()
    .split('\n');
  expect(header).toBe('line,reason,day,line,lot,good');
  expect(rejects).toEqual([
    expect.stringMatching(/^3,.*2024-02-30.*,2024-02-30,A,2,20$/),
    expect.stringMatching(/^4,.*lots.*,2024-01-03,A,3,lots$/),
  ]);
});

test('a row that meets its match in the store keeps its cells as the file has them', async () => {
  const key: ImportProfileInput['key'] = ['lotNumber'];
  await importText('day,line,lot,good\n2024-01-01,A,1,10\n', { key });
  const outcome = await importText('day,line,lot,good\n2024-01-01,A,1,11\n2024-01-01,"A, B",1,"1,2"\n', { key });
  expect(outcome).toMatchObject({ inserted: 0, updated: 1, rejected: 1 });
  expect(readFileSync(outcome.rejectsFile ?? '', 'utf8')).toMatch(/\n3,.*,2024-01-01,"A, B",1,"1,2"\n$/);
});

test('a value with more decimals than a millionth is rounded and counted', async () => {
  expect(await importText('day,line,lot,good\n2024-01-01,A,1,0.1234567\n2024-01-01,A,1,0.5\n')).toMatchObject({
    rounded: 1,
  });
  expect(store.live.rows('SELECT good_quantity FROM records ORDER BY 1')).toEqual([[123_457], [500_000]]);
});

test('a profile is remembered by the header and its name, the newest of a name', async () => {
  await importText('day,line,lot,good\n2024-01-01,A,1,10\n', { name: 'press' });
  await importText('day,line,lot,good\n2024-01-02,A,1,10\n', { name: 'press', decimalMark: ',' });
  await importText('day,line,lot,good\n2024-01-03,A,1,10\n', { name: 'other' });
  const profiles = store.live
    .rows('SELECT profile FROM import_profiles')
    .map(([text]) => JSON.parse(String(text)))
    .map(({ name, decimalMark }) => [name, decimalMark]);
  expect(profiles.sort()).toEqual([
    ['other', '.'],
    ['press', ','],
  ]);
});

test('a profile that names a column which the file lacks is refused before anything is read', async () => {
  const other = { fields: { ...fields, goodQuantity: { column: 'made' } } };
  await expect(importText('day,line,lot,good\n2024-01-01,A,1,10\n', other)).rejects.toMatchObject({
    code: 'INVALID_PROFILE',
  });
  expect(store.live.rows('SELECT * FROM import_batches')).toEqual([]);
});

test('lines above the headings are passed over, quickly and carefully read rows alike, and records know their lines', async () => {
  const rows = Array.from({ length: 50 }, (_, at) => `2024-01-01,A,L${at},${at}`);
  const outcome = await importText(
    ['A title', '', 'Plant: 3,x,y,z', 'day,line,lot,good', ...rows, '2024-01-02,"A",last,1'].join('\n'),
    {
      headerLine: 3 + 1,
    },
  );
  expect(outcome).toMatchObject({ rowsRead: 51, inserted: 51, rejected: 0 });
  expect(
    store.live.rows(
      'SELECT MIN(source_line), MAX(source_line) FROM production_records WHERE lot_number IN (@first, @last)',
      {
        first: 'L0',
        last: 'last',
      },
    ),
  ).toEqual([[5, 55]]);
});

test('of a line that holds several records those are set aside that cannot be told from others, each with its own cells', async () => {
  const shape = {
    unpivot: { name: 'lot', values: ['good'], groups: ['A', 'B', 'C'].map((label) => ({ label, columns: [label] })) },
  };
  const wide = { fields, shape, key: ['lotNumber' as const] };
  const first = await importText('day,line,A,B,C\n2024-01-01,L,1,,3\n', wide);
  expect(first).toMatchObject({ rowsRead: 2, inserted: 2 });
  const second = await importText('day,line,A,B,C\n2024-01-01,L,1,2,4\n2024-01-02,L,,5,\nTotal,,1,7,4\n', wide);
  expect(second).toMatchObject({ rowsRead: 5, inserted: 1, updated: 1, unchanged: 1, rejected: 1, skipped: 1 });
  const rejects = readFileSync(second.rejectsFile ?? '', 'utf8')
    .trim()
    .split('\n');
  expect(rejects).toEqual([
    'line,reason,day,line,lot,good',
    expect.stringMatching(/^3,.*same key.*,2024-01-02,L,B,5$/),
  ]);
  expect(store.live.rows('SELECT notes FROM import_batches ORDER BY id')).toEqual([
    ['{}'],
    [JSON.stringify({ total: { count: 1, lines: [4] } })],
  ]);
});

test('a profile keeps the headings that its files are known by, also where columns become rows', async () => {
  const months = ['2024-01', '2024-02'];
  await importText('line,2024-01,2024-02\nA,10,20\nB,30,40\n', {
    fields: { productionDate: { column: 'month' }, line: { column: 'line' }, goodQuantity: { column: 'made' } },
    shape: {
      unpivot: { name: 'month', values: ['made'], groups: months.map((label) => ({ label, columns: [label] })) },
    },
    dateFormat: 'YYYY-MM',
  });
  const [kept] = readProfiles(store.live);
  expect(kept?.headings).toEqual(['line', ...months]);
  expect(kept?.fingerprint).toBe(headerFingerprint(kept?.headings ?? [], ','));
});
