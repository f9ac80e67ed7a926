import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openReadable, openWritable, type ReadableDatabase } from '../engine/sqlite/connection.ts';
import { dumpTables } from './dump.ts';
import { scratchFolder } from './test-store.ts';

/** Reads a copy of a standby's live file, as it is opened after whatever happened to it; throws where that is not whole. */
export function readStandby<Result>(root: string, read: (live: ReadableDatabase) => Result): Result {
  const { path, remove } = scratchFolder();
  try {
    mkdirSync(path, { recursive: true });
    for (const suffix of ['', '-wal']) {
      if (existsSync(join(root, `live.db${suffix}`)))
        copyFileSync(join(root, `live.db${suffix}`), join(path, `live.db${suffix}`));
    }
    openWritable(join(path, 'live.db')).close();
    const live = openReadable(join(path, 'live.db'));
    try {
      const check = live.rows('PRAGMA integrity_check(3)').join('; ');
      if (check !== 'ok') throw new Error(`The standby is not whole: ${check}`);
      return read(live);
    } finally {
      live.close();
    }
  } finally {
    remove();
  }
}

/** Everything in the tables of a standby. */
export function standbyContent(root: string) {
  return readStandby(root, (live) => dumpTables(live));
}
