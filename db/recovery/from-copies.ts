import type { MonthDifference, RecoverySource } from '../../shared/contract/recovery.ts';
import { AppError, isAppError } from '../../shared/lib/app-error.ts';
import { copyWhole } from '../backup/write-whole.ts';
import { openReadable, openRewritable } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { makeAdvised } from '../indexes/apply.ts';
import { nameAsInLive } from '../maintenance/shared-texts.ts';
import { migrate } from '../migrations/migrate.ts';
import { type FileHash, hashFile } from '../store/file-hash.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { compareCounts } from './differences.ts';
import type { ArchiveCopy } from './find-copies.ts';
import { recoveringFile } from './place-recovered.ts';
import type { WantedArchive } from './wanted-archive.ts';

/** One that was rebuilt beside the store. */
export interface BuiltArchive {
  source: RecoverySource;
  from: string | null;
  seal: FileHash;
  months: MonthDifference[];
}

/** The first copy that is what it is said to be, where it is to be put into place from. */
export function firstGoodCopy(
  store: OwnedStore,
  wanted: WantedArchive,
  copies: readonly ArchiveCopy[],
  context: JobContext,
): BuiltArchive | null {
  const target = recoveringFile(store.folder, wanted.name);
  for (const { path, sha256, source } of copies) {
    const seal = copyIfSame(path, target, sha256, { wanted, context });
    if (seal === null) continue;
    if (source === 'sealedCopy') return { source, from: path, seal, months: [] };
    return { source, from: path, ...bringUpToDate(store, wanted, target) };
  }
  return null;
}

/** Copies a file unless it is another than was said, or cannot be read: then the next one is tried. */
function copyIfSame(
  path: string,
  target: string,
  sha256: string,
  { wanted, context }: { wanted: WantedArchive; context: JobContext },
): FileHash | null {
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    context.checkCancelled();
    context.report({ phase: 'copying', done, total: wanted.seal?.bytes ?? null, unit: 'bytes' });
  };
  try {
    return copyWhole(path, target, {
      onBytes,
      accept: (copied) => {
        if (copied.sha256 !== sha256) throw new AppError('DAMAGED', `${path} is not what was sealed.`);
      },
    });
  } catch (error) {
    if (isAppError(error) ? error.code === 'DAMAGED' : isReadFailure(error)) return null;
    throw error;
  }
}

function isReadFailure(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'EIO', 'EISDIR', 'EACCES'].includes(String(error.code))
  );
}

/** What happened to the store since that copy was sealed: a newer schema, indexes of advice, texts that were renamed. */
function bringUpToDate(
  { live }: OwnedStore,
  { months }: WantedArchive,
  file: string,
): Pick<BuiltArchive, 'seal' | 'months'> {
  const archive = openRewritable(file);
  try {
    migrate(archive, 'archive');
    makeAdvised(live, archive);
  } finally {
    archive.close();
  }
  nameAsInLive(live, file);
  const database = openReadable(file);
  try {
    return { months: compareCounts(database, months), seal: hashFile(file) };
  } finally {
    database.close();
  }
}
