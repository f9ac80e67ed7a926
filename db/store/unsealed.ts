import { chmodSync, existsSync, rmSync } from 'node:fs';
import { openRewritable, type WritableDatabase } from '../engine/sqlite/connection.ts';
import { hashFile } from './file-hash.ts';
import { flushFile } from './flush.ts';
import { partitionFile, type StoreFolder } from './folder.ts';
import { readSeal, takeSealOff, writeSeal } from './seals.ts';

/** An archive by its name, and the live file that keeps its seal. */
export interface SealedArchive {
  live: WritableDatabase;
  folder: StoreFolder;
  name: string;
}

/**
 * Opens a sealed archive for writing for as long as `work` takes, and seals it again: one file, read-only, with a new hash
 * in the live file. One whose bytes are not those that were sealed keeps its old hash, so that the next check finds it still.
 * One that the disk kept from taking back what failed stays open, for whoever opens it for writing next.
 */
export function unsealed<Result>(
  { live, folder, name }: SealedArchive,
  work: (archive: WritableDatabase) => Result,
): Result {
  const file = partitionFile(folder, name);
  const seal = readSeal(live, name);
  const isIntact = seal === null || hashFile(file).sha256 === seal.sha256;
  if (isIntact) takeSealOff(live, name);
  chmodSync(file, 0o644);
  let hasFailed = true;
  try {
    const archive = openRewritable(file);
    try {
      const result = work(archive);
      hasFailed = false;
      return result;
    } finally {
      archive.close();
    }
  } finally {
    // A journal that is there after a success was begun by who was killed before it wrote to the file.
    if (!hasFailed) rmSync(`${file}-journal`, { force: true });
    if (!existsSync(`${file}-journal`)) {
      flushFile(file);
      chmodSync(file, 0o444);
      if (isIntact) writeSeal(live, { name, file }, hashFile(file));
    }
  }
}
