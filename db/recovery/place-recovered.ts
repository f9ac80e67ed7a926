/**
 * Puts a rebuilt archive into place. It lies in `recovering/`, whole and checked, and live has a line that says what is to be
 * said of it, before anything is moved:
 * 1. The damaged file is renamed into `before-recovery-<time>/`, then the rebuilt one into its place.
 * 2. One transaction on live takes over its seal and its months, uses the archive again, and removes the line.
 * Each step can be done twice, so that after a kill whoever opens the store next goes on where it ended. What lies in
 * `recovering/` without a line in live was not finished, and goes.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { rebuiltSchema } from '../../shared/contract/recovery.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { takeBack } from '../store/archives.ts';
import { hashFile } from '../store/file-hash.ts';
import { flushFolder } from '../store/flush.ts';
import { partitionFile, type StoreFolder } from '../store/folder.ts';
import { renameFile } from '../store/rename-file.ts';
import { writeSeal } from '../store/seals.ts';
import { NEW_STAMP, restampPartition } from '../store/stamps.ts';

const journalSchema = z.object({
  /** Folder for the damaged file, within the store. */
  aside: z.string(),
  seal: z.object({ sha256: z.string(), bytes: z.number() }),
  /** What is told of it from then on; null where it is what it was. */
  rebuilt: rebuiltSchema.nullable(),
  /** What it holds of each month; null where that is as live has it. */
  months: z
    .array(z.object({ month: z.number(), records: z.number(), firstDay: z.number(), lastDay: z.number() }))
    .nullable(),
});
export type RecoveryJournal = z.infer<typeof journalSchema>;

interface Held {
  live: WritableDatabase;
  folder: StoreFolder;
}

export function recoveringFolder({ root }: Pick<StoreFolder, 'root'>): string {
  return join(root, 'recovering');
}

export function recoveringFile(folder: StoreFolder, name: string): string {
  return join(recoveringFolder(folder), `${name}.db`);
}

/** From here on the rebuilt archive is the archive, whatever happens. */
export function commitRecovery({ live, folder }: Held, name: string, journal: RecoveryJournal): void {
  flushFolder(recoveringFolder(folder));
  live.run('INSERT OR REPLACE INTO recoveries VALUES (@name, @journal)', { name, journal: JSON.stringify(journal) });
}

/** Puts every rebuilt archive that waits into place; belongs to the opening of a store. `onMoment` is told between two steps. */
export function finishRecoveries(held: Held, onMoment: () => void = () => {}): void {
  for (const name of waitingRecoveries(held.live)) finishRecovery(held, name, onMoment);
  rmSync(recoveringFolder(held.folder), { recursive: true, force: true });
}

/** Archives that are rebuilt and not in place yet. */
export function waitingRecoveries(live: ReadableDatabase): string[] {
  return live.rows('SELECT name FROM recoveries').map(([name]) => String(name));
}

/** Puts one into place. Throws what the system says where another program keeps the damaged file open and it cannot be moved. */
export function finishRecovery({ live, folder }: Held, name: string, onMoment: () => void = () => {}): void {
  const line = live.get<{ journal: string }>('SELECT journal FROM recoveries WHERE name = @name', { name });
  if (!line) return;
  const journal = journalSchema.parse(JSON.parse(line.journal));
  const file = partitionFile(folder, name);
  const rebuilt = recoveringFile(folder, name);
  onMoment();
  if (existsSync(rebuilt)) {
    moveAside(folder, name, journal.aside, onMoment);
    renameFile(rebuilt, file);
    flushFolder(folder.root);
    onMoment();
  }
  const isThere = existsSync(file) && hashFile(file).sha256 === journal.seal.sha256;
  live.transaction(() => {
    if (isThere) takeOver(live, { name, file }, journal);
    live.run('DELETE FROM recoveries WHERE name = @name', { name });
  });
  onMoment();
  if (isThere) takeBack(live, name);
}

/** The damaged file with what SQLite may have left beside it; nothing that is kept there already is overwritten. */
function moveAside(folder: StoreFolder, name: string, asideName: string, onMoment: () => void): void {
  const aside = join(folder.root, asideName);
  mkdirSync(aside, { recursive: true });
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    const from = partitionFile(folder, name) + suffix;
    if (!existsSync(from)) continue;
    renameFile(from, freeName(join(aside, `${name}.db${suffix}`)));
    onMoment();
  }
  flushFolder(aside);
}

function freeName(path: string): string {
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? path : `${path}.${nth}`;
    if (!existsSync(name)) return name;
  }
}

function takeOver(
  live: WritableDatabase,
  { name, file }: { name: string; file: string },
  { seal, rebuilt, months }: RecoveryJournal,
): void {
  writeSeal(live, { name, file }, seal);
  live.run('UPDATE archives SET rebuilt = @rebuilt WHERE name = @name', {
    name,
    rebuilt: rebuilt && JSON.stringify(rebuilt),
  });
  if (months !== null) replaceMonths(live, name, months);
  restampPartition(live, name); // what was read of the damaged file before is not used any more
}

/** Lists anew what an archive holds of each month. */
export function replaceMonths(
  live: WritableDatabase,
  name: string,
  months: NonNullable<RecoveryJournal['months']>,
): void {
  live.run('DELETE FROM partition_months WHERE partition = @name', { name });
  for (const month of months) {
    live.run(`INSERT INTO partition_months VALUES (@name, @month, @records, @firstDay, @lastDay, ${NEW_STAMP})`, {
      name,
      ...month,
    });
  }
  live.run('UPDATE store_state SET generation = generation + 1, catalog_version = catalog_version + 1');
}
