import type { JobContext } from '../engine/threads/job-context.ts';
import { type FileHash, hashFile } from '../store/file-hash.ts';
import { paperPath, sealedPath } from './backup-folder.ts';
import { damagedFile, readingBackup } from './damaged-file.ts';
import { type BackupManifest, bytesIn } from './manifest.ts';
import { readPageList, readPages } from './page-pack.ts';

/** Reads everything that a backup names and compares it with its hashes; returns what is wrong, a line each. */
export function checkBackup(
  folder: string,
  manifest: BackupManifest,
  context: JobContext,
  onlyPack?: { only: number },
): string[] {
  const { live, archives, papers } = manifest;
  let done = 0;
  const total = onlyPack ? null : bytesIn(manifest);
  const onBytes = (bytes: number) => {
    done += bytes;
    context.checkCancelled();
    context.report({ phase: 'verifying', done, total, unit: 'bytes' });
  };
  const check = (work: () => void): string[] => {
    try {
      work();
      return [];
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'CANCELLED') throw error;
      return [error instanceof Error ? error.message : String(error)];
    }
  };
  const checkFile = (path: string, { sha256 }: FileHash) =>
    check(() => {
      if (readingBackup(path, () => hashFile(path, onBytes)).sha256 !== sha256) throw damagedFile(path);
    });
  return [
    ...check(() => {
      const list = readPageList(folder, manifest);
      for (const { content } of readPages(folder, list, { pageSize: live.pageSize, ...onlyPack }))
        onBytes(content.length);
    }),
    ...archives.flatMap((archive) => checkFile(sealedPath(folder, archive), archive)),
    ...papers.flatMap((paper) => checkFile(paperPath(folder, paper), paper)),
  ];
}
