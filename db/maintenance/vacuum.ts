import { optimizeSearch } from '../dialects/sqlite/search.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { bytesOnDisk } from '../store/catalog.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { requireRoom, roomToWriteAnew } from './free-space.ts';

export interface VacuumOutcome {
  bytesBefore: number;
  bytesAfter: number;
  bytesFreed: number;
  /** Another program reads the live file, so that the log stays as large as the file until it stops. */
  logInUse: boolean;
}

/** Writes the live file anew without its free pages; archives are sealed without any. */
export function vacuum(store: OwnedStore, context: JobContext): VacuumOutcome {
  const { live, folder } = store;
  live.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const bytesBefore = bytesOnDisk(folder.live);
  for (const room of roomToWriteAnew(folder.root, bytesBefore)) requireRoom(room, 'VACUUM');
  context.checkCancelled();
  context.report({ phase: 'compacting', done: 0, total: null, unit: 'pages' });
  live.exec(optimizeSearch);
  live.exec('PRAGMA auto_vacuum = INCREMENTAL; VACUUM'); // for files that were made otherwise
  const [busy] = live.rows('PRAGMA wal_checkpoint(TRUNCATE)')[0] ?? [];
  const bytesAfter = bytesOnDisk(folder.live);
  return { bytesBefore, bytesAfter, bytesFreed: bytesBefore - bytesAfter, logInUse: busy === 1 };
}
