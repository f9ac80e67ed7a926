import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { draftOf } from '../db/testing/draft.ts';
import { createStore, insertRecords } from '../db/testing/test-store.ts';
import { writeFromOutside } from '../db/testing/write-from-outside.ts';

const main = fileURLToPath(new URL('../electron/cli/main.ts', import.meta.url));

test('a command that only reads says that another program wrote; one that owns the store reads it anew', async () => {
  const { store, path, remove } = createStore();
  try {
    await insertRecords(store, [draftOf('2024-01-01', 'A', 1), draftOf('2024-01-02', 'B', 2)]);
    store.close();
    const cli = (...words: string[]) => {
      const { stdout, stderr } = spawnSync(process.execPath, [main, ...words, '--store', path, '--json'], {
        encoding: 'utf8',
        env: { ...process.env, THROUGHLINE_LOG: 'warn' },
      });
      return { said: stderr, json: JSON.parse(stdout) };
    };
    const warning = 'another program may have written to the store';
    const ask = () => cli('query', '{"measures":["good"]}');
    expect(ask().said).not.toContain(warning);
    writeFromOutside(join(path, 'live.db'), 'DELETE FROM records WHERE lot_number IS NULL AND production_date = 19723');
    expect(ask().said).toContain(warning);
    cli('maintain', 'integrity');
    const after = ask();
    expect([after.said, after.json.rows]).toEqual([expect.not.stringContaining(warning), [[2]]]);
  } finally {
    remove();
  }
});
