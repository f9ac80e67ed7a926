import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openReadable, type ReadableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { flushFolder } from '../store/flush.ts';
import { paperPath, sealedPath } from './backup-folder.ts';
import { damagedFile, readingBackup } from './damaged-file.ts';
import { type BackupManifest, bytesIn, type Totals } from './manifest.ts';
import { readPageList, readPages } from './page-pack.ts';
import { readTotals } from './totals.ts';
import { copyWhole, writeAll } from './write-whole.ts';

/**
 * Writes the store of a backup into an empty folder, every byte compared with its hash on the way. Throws DAMAGED with the
 * name of the file that is not as it was written.
 */
export function rebuild(folder: string, manifest: BackupManifest, target: string, context: JobContext): void {
  const { archives, papers } = manifest;
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    context.checkCancelled();
    context.report({ phase: 'restoring', done, total: bytesIn(manifest), unit: 'bytes' });
  };
  mkdirSync(target, { recursive: true });
  writeLive(folder, manifest, { path: join(target, 'live.db'), onBytes });
  const copies = [
    ...archives.map((archive) => ({ from: sealedPath(folder, archive), path: `${archive.name}.db`, ...archive })),
    ...papers.map((paper) => ({ from: paperPath(folder, paper), ...paper })),
  ];
  for (const { from, path, sha256: expected } of copies) {
    const to = join(target, path);
    mkdirSync(dirname(to), { recursive: true });
    readingBackup(from, () =>
      copyWhole(from, to, {
        onBytes,
        accept({ sha256 }) {
          if (sha256 !== expected) throw damagedFile(from);
        },
      }),
    );
  }
  for (const { name } of archives) chmodSync(join(target, `${name}.db`), 0o444);
  flushFolder(target);
}

function writeLive(
  folder: string,
  manifest: BackupManifest,
  { path, onBytes }: { path: string; onBytes: (bytes: number) => void },
): void {
  const descriptor = openSync(path, 'wx');
  try {
    const list = readPageList(folder, manifest);
    for (const { content } of readPages(folder, list, { pageSize: manifest.live.pageSize })) {
      writeAll(descriptor, content);
      onBytes(content.length);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Opens what was rebuilt and compares it with the manifest and with its own catalogue: pages and indexes (quick_check), the
 * files that belong to it, records counted and added up. Returns what is wrong, a line each.
 */
export function checkRebuilt(target: string, manifest: BackupManifest, context: JobContext): string[] {
  const { live, archives } = manifest;
  const files = [{ name: 'live', totals: live.totals }, ...archives];
  const findings: string[] = [];
  let catalogued = new Map<string, number>();
  for (const { name, totals } of files) {
    context.checkCancelled();
    context.report({ phase: `checking ${name}`, done: 0, total: null, unit: 'records' });
    const path = join(target, `${name}.db`);
    const database = openReadable(path);
    try {
      if (name === 'live') catalogued = recordsByFile(database);
      findings.push(...checkFile(database, name, totals, catalogued.get(name) ?? 0));
    } finally {
      database.close();
      // Reading a file of this kind leaves an empty log beside it.
      for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    }
  }
  const strangers = [...catalogued.keys()].filter((name) => !files.some((file) => file.name === name));
  return [...findings, ...strangers.map((name) => `${name} belongs to the store and is not in the backup`)];
}

/** Records of each file as the live file lists them; also of archives of which it lists none. */
function recordsByFile(live: ReadableDatabase): Map<string, number> {
  const rows = live.rows(
    `SELECT partition, SUM(records) FROM (SELECT partition, records FROM partition_months
     UNION ALL SELECT name, 0 FROM archives) GROUP BY partition`,
  );
  return new Map(rows.map(([name, records]) => [String(name), Number(records)]));
}

function checkFile(database: ReadableDatabase, name: string, expected: Totals, catalogued: number): string[] {
  const damage = database.rows('PRAGMA quick_check(3)').map(([line]) => String(line));
  const totals = readTotals(database);
  return [
    ...(damage.join() === 'ok' ? [] : [`${name}: ${damage.join('; ')}`]),
    ...(JSON.stringify(totals) === JSON.stringify(expected)
      ? []
      : [`${name} holds ${totals.records} records that do not add up to the ${expected.records} that were backed up`]),
    ...(totals.records === catalogued
      ? []
      : [`${name} holds ${totals.records} records where the catalogue counts ${catalogued}`]),
  ];
}
