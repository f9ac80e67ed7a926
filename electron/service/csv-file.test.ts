import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Cell } from '../../shared/query/answer.ts';
import { CsvFile, safeCell } from './csv-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function written(rows: Cell[][], byteOrderMark = false): Promise<string> {
  const path = join(folder, 'file.csv');
  const file = new CsvFile(path, byteOrderMark);
  for (const row of rows) await file.write(row);
  await file.close();
  expect(file.rows).toBe(rows.length);
  return readFileSync(path, 'utf8');
}

test.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＠SUM(A1)'])(
  'the text %j is shown by a spreadsheet, not run',
  (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  },
);

test('numbers stay numbers and harmless text stays as it is', () => {
  expect([-1.5, null, 'A=1', '2024-01-01', ''].map(safeCell)).toEqual([-1.5, null, 'A=1', '2024-01-01', '']);
});

test('what needs quotes has them, what is not recorded is empty, and lines end as spreadsheets like it', async () => {
  const text = await written([
    ['a', 'b,c', 'say "x"', 'two\nlines'],
    [1, null, 0.1, -3],
  ]);
  expect(text).toBe('a,"b,c","say ""x""","two\nlines"\r\n1,,0.1,-3\r\n');
});

test('a byte order mark comes first when it is asked for', async () => {
  expect(await written([['품목']], true)).toBe('\uFEFF품목\r\n');
});

test('a hundred thousand rows arrive, each', async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => [at]);
  expect((await written(rows)).split('\r\n')).toHaveLength(100_001);
});

test('a file that cannot be written says so when it is closed', async () => {
  const file = new CsvFile(join(folder, 'none', 'file.csv'), true);
  await expect(
    (async () => {
      for (let row = 0; row < 50_000; row++) await file.write(['x'.repeat(100)]);
      await file.close();
    })(),
  ).rejects.toThrow('ENOENT');
});
