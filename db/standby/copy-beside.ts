import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn, PAPERS, paperPath, SEALED, sealedPath } from '../backup/backup-folder.ts';
import { papersOf } from '../backup/papers.ts';
import { copyWhole } from '../backup/write-whole.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { archiveNames } from '../store/archives.ts';
import type { FileHash } from '../store/file-hash.ts';
import { partitionFile, type StoreFolder } from '../store/folder.ts';
import { readSeal } from '../store/seals.ts';
import type { StandbyFolder, StandbyNote } from './standby-folder.ts';

/** An archive with its seal; without one while it is open for a change. */
export interface ListedArchive {
  name: string;
  seal: FileHash | null;
}

export function listedArchives(live: ReadableDatabase): ListedArchive[] {
  return archiveNames(live).map((name) => ({ name, seal: readSeal(live, name) }));
}

/**
 * Copies the archives that the standby does not have, each once and compared with its seal; returns the names of those that
 * could not be, as they are not there or not what was sealed. They are kept by their seal, so that a copy never takes the
 * place of another that is still needed.
 */
export function copyArchives(
  archives: readonly ListedArchive[],
  { store, standby, onBytes }: { store: StoreFolder; standby: StandbyFolder; onBytes: (bytes: number) => void },
): string[] {
  mkdirSync(join(standby.root, SEALED), { recursive: true });
  return archives.flatMap(({ name, seal }) => {
    const from = partitionFile(store, name);
    if (seal === null || hasBytes(sealedPath(standby.root, { name, ...seal }), seal.bytes)) return [];
    if (!existsSync(from)) return [name];
    let isSealed = true;
    try {
      const to = sealedPath(standby.root, { name, ...seal });
      copyWhole(from, to, {
        onBytes,
        accept({ sha256 }) {
          isSealed = sha256 === seal.sha256;
          if (!isSealed) throw new Error(`${name} is not what was sealed`);
        },
      });
      chmodSync(to, 0o444);
      return [];
    } catch (error) {
      if (isSealed) throw error;
      return [name];
    }
  });
}

/** Removes the archives that the store does not list any more; all of one that is open for a change stay. */
export function sweepArchives(archives: readonly ListedArchive[], { root }: StandbyFolder): void {
  const open = archives.filter(({ seal }) => seal === null).map(({ name }) => `${name}-`);
  const wanted = new Set(archives.flatMap(({ name, seal }) => (seal ? [sealedPath(root, { name, ...seal })] : [])));
  for (const name of namesIn(join(root, SEALED))) {
    const path = join(root, SEALED, name);
    if (!wanted.has(path) && !open.some((start) => name.startsWith(start))) rmSync(path, { force: true });
  }
}

/** Copies what belongs to the store beside its databases; returns what there is. */
export function copyPapers(
  store: StoreFolder,
  standby: StandbyFolder,
  before: StandbyNote['papers'],
): StandbyNote['papers'] {
  mkdirSync(join(standby.root, PAPERS), { recursive: true });
  const papers = papersOf(store, before);
  const copied = papers.filter((paper) => {
    const to = paperPath(standby.root, paper);
    if (hasBytes(to, paper.bytes)) return true;
    const { sha256 } = copyWhole(join(store.root, paper.path), to, { onBytes() {}, accept() {} });
    if (sha256 === paper.sha256) return true;
    rmSync(to); // was changed while it was copied: it comes with the next look
    return false;
  });
  const wanted = new Set(copied.map(({ sha256 }) => sha256));
  for (const name of namesIn(join(standby.root, PAPERS))) {
    if (!wanted.has(name)) rmSync(join(standby.root, PAPERS, name), { force: true });
  }
  return copied;
}

function hasBytes(path: string, bytes: number): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === bytes;
}
