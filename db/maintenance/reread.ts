/**
 * After another program wrote to the store, whatever it may have changed is not trusted.
 * 1. Of live everything that is derived from the records is made anew: the search index, where it disagrees; rollups and
 *    counts of every month, each of which gets a new stamp. Which months were changed cannot be told: a rollup does not
 *    show a lot or an operator.
 * 2. Texts count as changed, and archives take over what was renamed.
 * 3. Numbers for new records go on above those that were given out by others.
 * 4. An archive is compared with its seal, which is all there is to say of it here.
 */
import { isAppError } from '../../shared/lib/app-error.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { extent, readCatalog } from '../store/catalog.ts';
import { type FileHash, hashFile } from '../store/file-hash.ts';
import { doubtArchive, notAsSealed } from '../store/flaws.ts';
import { LIVE, partitionFile } from '../store/folder.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { noteAsSealed, readSeal } from '../store/seals.ts';
import { restampPartition, restampTexts } from '../store/stamps.ts';
import { addUpLive, mendSearch } from './heal.ts';
import { shareTexts } from './shared-texts.ts';

export interface RereadOutcome {
  /** Whether live was read anew; what follows tells of it. */
  live: boolean;
  months: number;
  recordsBefore: number;
  records: number;
  isSearchMended: boolean;
  /** Archives in which texts were renamed as in live. */
  renamedIn: string[];
  /** Archives that are not as they were sealed. */
  notAsSealed: string[];
}

/** Reads anew what another program may have written since it was done last. Throws what reading and writing throw. */
export function reread(store: OwnedStore, context: JobContext): RereadOutcome {
  const suspected = store.foreignWrites.look();
  const outcome: RereadOutcome = {
    live: suspected.live,
    months: 0,
    recordsBefore: 0,
    records: 0,
    isSearchMended: false,
    renamedIn: [],
    notAsSealed: suspected.archives.filter((name) => !isAsSealed(store, name, context)),
  };
  return suspected.live ? { ...outcome, ...rereadLive(store, context) } : outcome;
}

function rereadLive(
  store: OwnedStore,
  context: JobContext,
): Pick<RereadOutcome, 'months' | 'recordsBefore' | 'records' | 'isSearchMended' | 'renamedIn'> {
  const { live, foreignWrites } = store;
  const version = foreignWrites.version(); // what is written from now on is for the next time
  const recordsBefore = recordsInLive(store);
  context.report({ phase: 'checking', done: 0, total: null, unit: 'records' });
  const isSearchMended = mendSearch(live);
  const renamedIn = shareTexts(store);
  const months = addUpLive(live, (month, total) => {
    context.report({
      phase: 'adding up',
      done: Math.round((month / total) * recordsBefore),
      total: recordsBefore,
      unit: 'records',
    });
  });
  live.transaction(() => {
    restampTexts(live);
    live.run(`UPDATE store_state SET generation = generation + 1, catalog_version = catalog_version + 1,
      next_record_id = MAX(next_record_id, (SELECT COALESCE(MAX(id), 0) + 1 FROM records))`);
  });
  foreignWrites.settle(version);
  for (const name of renamedIn) foreignWrites.settleArchive(name);
  return { months, recordsBefore, records: recordsInLive(store), isSearchMended, renamedIn };
}

function recordsInLive({ live, folder }: OwnedStore): number {
  const { partitions } = readCatalog(live, folder);
  return extent(partitions.find(({ name }) => name === LIVE)?.months ?? []).records;
}

/** One that is not is told of once; the full check finds it each time. */
function isAsSealed(store: OwnedStore, name: string, context: JobContext): boolean {
  const { live, foreignWrites, folder } = store;
  const file = partitionFile(folder, name);
  const seal = readSeal(live, name);
  const sha256 = seal && hashOf(file, name, { seal, context });
  const isSame = seal !== null && sha256 === seal.sha256;
  if (isSame) noteAsSealed(live, { name, file });
  else if (sha256 === null)
    live.transaction(() => restampPartition(live, name)); // whoever reads it sets it aside
  else doubtArchive(live, name, notAsSealed(file));
  foreignWrites.settleArchive(name);
  return isSame;
}

/** Null for a file that is gone or cannot be read, which is told of like one that changed. */
function hashOf(file: string, name: string, { seal, context }: { seal: FileHash; context: JobContext }): string | null {
  let done = 0;
  try {
    return hashFile(file, (bytes) => {
      done += bytes;
      context.checkCancelled();
      context.report({ phase: `reading ${name}`, done, total: seal.bytes, unit: 'bytes' });
    }).sha256;
  } catch (error) {
    if (isAppError(error) && error.code === 'CANCELLED') throw error;
    return null;
  }
}
