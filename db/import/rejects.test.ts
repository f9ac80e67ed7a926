import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { RejectsFile, rejectsPath } from './rejects.ts';

const folder = mkdtempSync(join(tmpdir(), 'rejects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['the longest name a disk takes', `${'x'.repeat(251)}.csv`],
  ['a long name of letters of three bytes', `${'생산'.repeat(42)}.csv`],
  ['a name with a line break', 'shift\nA.csv'],
])('rows of a file with %s are set aside', (_, sourceName) => {
  const rejects = new RejectsFile(rejectsPath(folder, 7, sourceName), { header: ['date', 'good'] });
  rejects.add([{ line: 2, reason: 'no date', cells: ['', '5'] }]);
  expect(readFileSync(rejects.path, 'utf8')).toBe('\uFEFFline,reason,date,good\n2,no date,,5\n');
  expect(basename(rejects.path)).toMatch(/^7-(x{200}|산?(생산)+|shift A)\.rejects\.csv$/);
});
