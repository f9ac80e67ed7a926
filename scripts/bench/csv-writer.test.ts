import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CsvWriter } from './csv-writer.ts';

test('cells with a comma, a quote or a line break are quoted, and what is not there is empty', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-csv-'));
  const csv = new CsvWriter(join(folder, 'a.csv'));
  csv.write(['wet, dried', 'a "b"', 'two\nlines', null, 1.5]);
  csv.write(['plain', '', 0]);
  csv.close();
  expect(readFileSync(csv.path, 'utf8')).toBe('"wet, dried","a ""b""","two\nlines",,1.5\nplain,,0\n');
  rmSync(folder, { recursive: true });
});
