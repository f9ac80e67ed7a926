/** Takes an archive as it is though its bytes are not those that were sealed: a person's word, and recorded as that. */
import { chmodSync } from 'node:fs';
import type { MonthDifference } from '../../shared/contract/recovery.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { rebuildSearch } from '../dialects/sqlite/search.ts';
import {
  openReadable,
  openRewritable,
  type ReadableDatabase,
  type WritableDatabase,
} from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { daysKept } from '../maintenance/heal.ts';
import { refreshRollups } from '../rollup/refresh.ts';
import { hashFile } from '../store/file-hash.ts';
import { flushFile } from '../store/flush.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { writeSeal } from '../store/seals.ts';
import { compareCounts } from './differences.ts';
import { replaceMonths } from './place-recovered.ts';
import { monthsOf, recordsIn, wantedArchive } from './wanted-archive.ts';

export interface AcceptOutcome {
  archive: string;
  recordsBefore: number;
  records: number;
  months: MonthDifference[];
  /** The seal that it did not fit any more, null where it had none, and the one that it has from now on. */
  sealBefore: string | null;
  seal: string;
}

/**
 * Seals an archive as it lies there, with indexes, sums and counts made anew from its records. Throws DAMAGED where its
 * tables do not pass the check: what cannot be read whole can only be rebuilt.
 */
export function acceptArchive(
  store: OwnedStore,
  { archive: name }: { archive: string },
  context: JobContext,
): AcceptOutcome {
  const { live } = store;
  const { file, seal: before, months } = wantedArchive(store, name);
  context.report({ phase: 'checking', done: 0, total: null, unit: 'records' });
  chmodSync(file, 0o644);
  const archive = openRewritable(file);
  try {
    archive.transaction(() => {
      deriveAnew(archive);
      refuseBroken(name, archive);
      context.checkCancelled();
    });
  } finally {
    archive.close();
    chmodSync(file, 0o444);
  }
  flushFile(file);
  const seal = hashFile(file);
  const database = openReadable(file);
  const differences = compareCounts(database, months);
  database.close();
  const held = monthsOf(file);
  live.transaction(() => {
    writeSeal(live, { name, file }, seal);
    replaceMonths(live, name, held);
  });
  store.foreignWrites.settleArchive(name);
  return {
    archive: name,
    recordsBefore: recordsIn(months),
    records: recordsIn(held),
    months: differences,
    sealBefore: before?.sha256 ?? null,
    seal: seal.sha256,
  };
}

/** What SQLite and this program make of the records: indexes, sums and what texts are found by. */
function deriveAnew(archive: WritableDatabase): void {
  archive.exec('REINDEX');
  refreshRollups(archive, daysKept(archive));
  archive.exec(rebuildSearch);
}

function refuseBroken(name: string, archive: ReadableDatabase): void {
  const damage = archive.rows('PRAGMA integrity_check(3)').map(([line]) => String(line));
  if (damage.join() === 'ok') return;
  throw new AppError(
    'DAMAGED',
    `${name} cannot be used as it is: ${damage.join('; ')}. Nothing was changed; rebuild it from a backup.`,
  );
}
