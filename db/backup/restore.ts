/**
 * Restores a backup: rebuilt in a scratch folder of the store, checked, and only then put into place by whoever opens the
 * store next. Nothing that is there is touched before.
 */
import { AppError } from '../../shared/lib/app-error.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { requireFreeSpace } from '../maintenance/free-space.ts';
import { schemaVersion } from '../migrations/index.ts';
import { prepareStoreFolder, type StoreFolder } from '../store/folder.ts';
import { withBackupLock } from './backup-lock.ts';
import { tellingDiskTrouble } from './disk-trouble.ts';
import { type BackupManifest, bytesIn, chooseBackup, recordsIn } from './manifest.ts';
import { abandonRestore, commitRestore, restoringFolder } from './place-restored.ts';
import { checkRebuilt, rebuild } from './rebuild.ts';
import { replaceClosedStore } from './replace-closed.ts';
import { storeIdOf } from './store-id.ts';

export interface RestoreOptions {
  store: string;
  folder: string;
  /** The newest backup that was made by then, ISO; the newest of all without. */
  at?: string | undefined;
  now: string;
}

export interface RestoreOutcome {
  madeAt: string;
  records: number;
  bytes: number;
  /** Where the files of before will lie, within the store. */
  aside: string;
}

/** Rebuilds and checks a backup beside the store; it takes the store's place the next time the store is opened. */
export async function prepareRestore(options: RestoreOptions, context: JobContext): Promise<RestoreOutcome> {
  const manifest = chooseBackup(options.folder, options.at);
  refuseFuture(manifest);
  const store = prepareStoreFolder(options.store);
  refuseOtherStore(store, manifest);
  return withBackupLock(store.root, () =>
    tellingDiskTrouble(store.root, 'The store is as it was.', () => {
      abandonRestore(store); // one that waits is replaced
      requireFreeSpace(store.root, bytesIn(manifest), 'The restore', 1);
      try {
        return prepare(store, manifest, options, context);
      } catch (error) {
        abandonRestore(store);
        throw inWords(error, manifest);
      }
    }),
  );
}

/** Restores a backup into a store that nobody has open, and opens it once, so that it is at the newest schema. */
export function restoreStore(options: RestoreOptions, context: JobContext): Promise<RestoreOutcome> {
  return replaceClosedStore(options.store, () => prepareRestore(options, context));
}

function prepare(store: StoreFolder, manifest: BackupManifest, { folder, now }: RestoreOptions, context: JobContext) {
  const restoring = restoringFolder(store);
  rebuild(folder, manifest, restoring, context);
  const findings = checkRebuilt(restoring, manifest, context);
  if (findings.length > 0) throw new AppError('DAMAGED', `${findings.join('; ')}.`);
  const { madeAt } = manifest;
  const outcome = {
    madeAt,
    records: recordsIn(manifest),
    bytes: bytesIn(manifest),
    aside: `before-restore-${now.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-')}`,
  };
  context.checkCancelled(); // from here on it is the store
  const { aside, ...backup } = outcome;
  commitRestore(store, { step: 'aside', aside, backup, startedAt: now });
  return outcome;
}

function inWords(error: unknown, { madeAt }: BackupManifest): unknown {
  if (!(error instanceof AppError) || error.code !== 'DAMAGED') return error;
  return new AppError(
    'DAMAGED',
    `The backup of ${madeAt} cannot be restored: ${error.message} The store is as it was; choose another backup with --at.`,
    error,
  );
}

/** It would take the place of a store that this program could not open any more. */
function refuseFuture(manifest: BackupManifest): void {
  if (manifest.schemaVersion <= schemaVersion) return;
  throw new AppError(
    'STORE_FROM_FUTURE',
    `The backup of ${manifest.madeAt} was made by a newer Throughline (schema ${manifest.schemaVersion}; this one knows up to ${schemaVersion}). Nothing was changed; restore it with the newer program, or choose another backup.`,
  );
}

/** A store that can still be read must be the one of the backup. */
function refuseOtherStore({ root, live }: StoreFolder, { storeId }: BackupManifest): void {
  const found = storeIdOf(live);
  if (found === null || found === storeId) return;
  throw new AppError(
    'INVALID_ARGUMENT',
    `The backup is of another store than the one in ${root}. Nothing was changed; name another folder with --store.`,
  );
}
