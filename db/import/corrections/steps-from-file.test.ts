import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importProfileSchema } from '../../../shared/import/profile.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { RejectsFile } from '../rejects.ts';
import type { CorrectionsOfBatch } from './corrections-of-batch.ts';
import { stepsFromFile } from './steps-from-file.ts';

let path: string;
let remove: () => void;
let of: CorrectionsOfBatch;
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  const rejects = new RejectsFile(join(path, 'rejects.csv'), { header: ['day', 'line', 'lot', 'good'] });
  rejects.add([
    { line: 14, reason: 'a', cells: ['2024-03-13', 'Press 1', 'L12', 'many'] },
    { line: 15, reason: 'b', cells: ['2024-02-30', 'Prüfung', 'L13', '7'] },
    { line: 16, reason: 'c', cells: ['2024-03-14', 'Press 1'] },
    { line: 17, reason: 'd', cells: ['2024-03-15', 'Press 1', 'L14', 'x'] },
  ]);
  const profile = importProfileSchema.parse({ fields: {} });
  of = { batchId: 1, file: 'plant.csv', profile, rejectsPath: rejects.path, corrected: [3], family: [1] };
});
afterEach(() => remove());

function stepsOf(lines: readonly string[]) {
  const file = join(path, 'corrected.csv');
  writeFileSync(file, iconv.encode(lines.join('\r\n'), 'windows-1252'));
  return stepsFromFile(of, file);
}

test('a file that a spreadsheet has saved in its own way tells what was changed in it', async () => {
  // Columns and rows in another order, semicolons, another encoding, short rows filled up, a row too many and one corrected before.
  const told = await stepsOf([
    'line;lot;day;line;good;reason',
    '15;L13;2024-03-30;Prüfung;7;no such day',
    '14;L12;2024-03-13;Press 1;120;',
    '16;;2024-03-14;Press 1;;',
    '17;L14;2024-03-15;Press 1;8;',
    '99;L1;2024-03-14;Press 1;1;',
  ]);
  expect(told).toEqual({
    steps: [
      { type: 'row', row: 1, cells: ['2024-03-30', 'Prüfung', 'L13', '7'] },
      { type: 'row', row: 0, cells: ['2024-03-13', 'Press 1', 'L12', '120'] },
    ],
    unknown: 2,
  });
});

test('a file without its lines, or without a column, is refused in words', async () => {
  await expect(stepsOf(['day;line;lot', '1;2;3'])).rejects.toThrow('has no column');
  await expect(stepsOf(['line;day;lot;good', '14;2024-03-13;L12;120'])).rejects.toThrow("has no column 'line'");
});
