import { statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWritable } from '../engine/sqlite/connection.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { kindOf, pageKinds, rowsIn } from './raw-cells.ts';
import { RawPages } from './raw-pages.ts';

const PAGE = 4_096;

/** The texts of all rows that can be read of a file. */
function textsIn(path: string): unknown[] {
  const pages = new RawPages(path);
  try {
    const numbers = Array.from({ length: pages.count }, (_, at) => at + 1).slice(1);
    return numbers.flatMap((number) => {
      const bytes = pages.page(number);
      if (!bytes || kindOf(bytes, number) !== pageKinds.tableLeaf) return [];
      return [...rowsIn(pages, { bytes, number, kind: pageKinds.tableLeaf })].flatMap((cell) => cell?.values[1] ?? []);
    });
  } finally {
    pages.close();
  }
}

test('of a file that lost its end no row is read that reaches beyond it, wherever it was cut', () => {
  const { path, remove } = scratchFolder();
  const file = join(path, 'cut.db');
  const database = openWritable(file);
  const written = new Set<unknown>();
  database.exec('PRAGMA journal_mode = DELETE; CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT)');
  // Some go on in pages of their own.
  for (let id = 1; id <= 300; id++) {
    const text = `${id} `.repeat(id % 50 === 0 ? 3_000 : 5 + (id % 7));
    written.add(text);
    database.run('INSERT INTO texts VALUES (@id, @text)', { id, text });
  }
  database.close();
  expect(textsIn(file)).toHaveLength(300);
  for (let bytes = statSync(file).size - 100; bytes > PAGE; bytes -= 611) {
    truncateSync(file, bytes);
    for (const text of textsIn(file)) expect(written.has(text)).toBe(true);
  }
  remove();
});
