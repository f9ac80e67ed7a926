import { join } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { archiveNames } from '../store/archives.ts';
import { type Catalog, extent, readCatalog } from '../store/catalog.ts';
import type { FileHash } from '../store/file-hash.ts';
import { LIVE, type StoreFolder } from '../store/folder.ts';
import { readSeal } from '../store/seals.ts';
import { copyPages, type PreviousPages } from './copy-pages.ts';
import { withFrozenLive } from './frozen-live.ts';
import type { Totals } from './manifest.ts';
import type { PageList } from './page-list.ts';
import type { PackWriter } from './page-pack.ts';
import { readTotals } from './totals.ts';

/** What a backup takes of a store while the live file is held. */
export interface Moment {
  storeId: string;
  pageSize: number;
  list: PageList;
  totals: Totals;
  archives: SealedFile[];
  /** What is not as it should be, though every page could be read. */
  findings: string[];
}

export interface SealedFile extends FileHash {
  name: string;
}

/** What is known before anything is written. */
export interface MomentFacts {
  liveBytes: number;
  archives: SealedFile[];
}

export interface MomentOptions {
  pack: PackWriter;
  number: number;
  previous: PreviousPages | null;
  /** Throws when what it sees cannot be backed up here. */
  accept: (facts: MomentFacts) => void;
}

/** Holds the live file, checks it, and writes its new pages. Throws DAMAGED before anything is written of a broken file. */
export function takeMoment(store: StoreFolder, options: MomentOptions, context: JobContext): Promise<Moment> {
  const { pack, number, previous, accept } = options;
  return withFrozenLive(store.live, join(store.root, 'backup-moment.db'), (live) => {
    const { database, pages, pageSize } = live;
    context.report({ phase: 'checking live', done: 0, total: null, unit: 'bytes' });
    const damage = database.rows('PRAGMA quick_check(3)').map(([line]) => String(line));
    if (damage.join() !== 'ok') {
      throw new AppError(
        'DAMAGED',
        `live.db is damaged, so no backup of it was made (${damage.join('; ')}). The backups before are kept; restore the newest.`,
      );
    }
    const storeId = database.get<{ value: string }>("SELECT value FROM file_info WHERE key = 'store_id'")?.value ?? '';
    const catalog = readCatalog(database, store);
    const archives = sealedFiles(database);
    accept({ liveBytes: pages * pageSize, archives });
    const list = copyPages(live, { pack, number, previous }, context);
    context.report({ phase: 'adding up', done: 0, total: null, unit: 'records' });
    const totals = readTotals(database);
    return { storeId, pageSize, list, totals, archives, findings: againstCatalog(catalog, totals) };
  });
}

/** Every archive that live lists, also one that cannot be read where it lies: a good copy of it may be kept. */
function sealedFiles(live: ReadableDatabase): SealedFile[] {
  return archiveNames(live).map((name) => {
    const seal = readSeal(live, name);
    if (seal) return { name, ...seal };
    throw new AppError(
      'STORE_IN_USE',
      `${name}.db is being changed. No backup was made; try again when that job is over.`,
    );
  });
}

function againstCatalog({ partitions }: Catalog, { records }: Totals): string[] {
  const catalogued = extent(partitions.find(({ name }) => name === LIVE)?.months ?? []).records;
  if (catalogued === records) return [];
  return [`live.db holds ${records} records where the catalogue counts ${catalogued}; run the integrity check`];
}
