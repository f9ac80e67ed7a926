import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile, previewFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

const path = join(folder.path, 'tester.csv');
const words = ['OK', 'OK', 'NG', 'OK', 'NG', 'OK'];

async function look(headings: string, cells: (word: string, at: number) => string) {
  writeFileSync(
    path,
    [headings, ...words.map((word, at) => `2024-03-01 08:0${at}:00,ST1,${cells(word, at)}`), ''].join('\n'),
  );
  const { profile, preview } = await inspectFile(path);
  return { profile, asked: preview.ambiguities.filter(({ field }) => field === 'pieces') };
}

test('where nothing is counted each row is one piece of what it says, and that is asked', async () => {
  const { profile, asked } = await look('Timestamp,Station,Result', (word) => word);
  expect(asked).toMatchObject([
    { column: 'Result', sample: 'OK, NG', choices: [expect.stringContaining('null'), 'nothing'] },
  ]);
  const { rows } = await collectRows(await csvSource(path, 'tester.csv', profile));
  expect(rows.map(({ goodQuantity, defectQuantity }) => [goodQuantity, defectQuantity])).toEqual(
    words.map((word) => (word === 'OK' ? [1_000_000, null] : [null, 1_000_000])),
  );
});

test('the question stays with its other answer', async () => {
  const { profile } = await look('Timestamp,Station,Result', (word) => word);
  const { goodQuantity: _, defectQuantity: __, ...fields } = profile.fields;
  const { ambiguities } = await previewFile(path, { ...profile, fields });
  expect(ambiguities.find(({ field }) => field === 'pieces')?.choices[0]).toBe('nothing');
});

test.each<[string, string, (word: string, at: number) => string]>([
  ['where something is counted', 'Timestamp,Station,Result,Quantity', (word, at) => `${word},${10 + at}`],
  ['where times are measured', 'Timestamp,Station,Result,Run time (min)', (word, at) => `${word},${10 + at}`],
  ['where no word says what was good', 'Timestamp,Station,Result', (_word, at) => ['Red', 'Blue'][at % 2] ?? ''],
  ['of orders, which are planned as well', 'Timestamp,Station,State', (_word, at) => ['Plan', 'Done'][at % 2] ?? ''],
])('no row is a piece %s', async (_, headings, cells) => {
  expect((await look(headings, cells).catch(() => ({ asked: [] }))).asked).toEqual([]);
});
