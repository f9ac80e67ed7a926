/**
 * The jobs that the fault suite ends, fills the disk of or breaks the disk of, at any moment: each with the store that it
 * begins with and the records of every state that it acknowledges. `run-killable.ts` runs one in a process of its own.
 */
import { chmodSync, closeSync, openSync, writeSync } from 'node:fs';
import { placeRestored } from '../backup/place-restored.ts';
import { prepareRestore } from '../backup/restore.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { importRows } from '../import/import-rows.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { stageBeside } from '../import/stage/stage-beside.ts';
import { undoBatch } from '../import/undo.ts';
import { readAdvised } from '../indexes/advised.ts';
import { applyIndex, revertIndex } from '../indexes/apply.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { giveBackFree } from '../maintenance/give-back.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { reopenArchive } from '../maintenance/reopen.ts';
import { reread } from '../maintenance/reread.ts';
import { vacuum } from '../maintenance/vacuum.ts';
import { rebuildArchive } from '../recovery/rebuild-archive.ts';
import { salvageStore } from '../recovery/salvage-live.ts';
import { sampleSource } from '../sample/sample-source.ts';
import { prepareFailover } from '../standby/failover.ts';
import { partitionFile, storeFolder } from '../store/folder.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { backUpBeside, backupsBeside } from './backup-store.ts';
import { type FileJobName, fileJobsOf } from './file-jobs.ts';
import { followOnce, standbyBeside } from './follow-once.ts';
import { KEY, killableRecords } from './killable-records.ts';
import { migrateStore } from './later-schema.ts';
import { correctSpoiled, importSpoiled, spoiled } from './spoiled-file.ts';
import { draftSource, insertRecords, unwatched } from './test-store.ts';
import { writeFromOutside } from './write-from-outside.ts';

/** A job of a store that may be ended at any moment. */
export interface KillableJob<Name extends string = string> {
  name: Name;
  /** The records before it, and after each thing that it acknowledges. */
  states: readonly RecordDraft[][];
  /** Makes the store, and what lies beside it, in a new folder. */
  prepare(path: string): Promise<unknown>;
  /** Does the work; calls `acknowledge` with each state that was reached, but for the last, which its end acknowledges. */
  run(path: string, context: JobContext, acknowledge: () => void): Promise<unknown>;
  /** What the first full check after it may find, as the job did not come to mend it; nothing where absent. */
  mayFind?: RegExp;
  /** What it was to mend may be found by every check after it. */
  staysDamaged?: true;
  /** Columns of the records are kept beside the store before it. */
  withColumns?: true;
}

export type KillableJobName =
  | 'first import'
  | 'import'
  | FileJobName
  | 'update'
  | 'many imports'
  | 'undo'
  | 'correction'
  | 'archive'
  | 'vacuum'
  | 'giving back'
  | 'backup'
  | 'restore'
  | 'failover'
  | 'migration'
  | 'rollup rebuild'
  | 'reread'
  | 'reopening'
  | 'recovery'
  | 'salvage'
  | 'index made'
  | 'index taken away';

const advised = { fields: ['operator' as const, 'day' as const], shape: 'a shape' };

/** Told of a job that failed, before its store is closed. */
export const watching = { onFailure: () => {} };

async function withStore(path: string, work: (store: OwnedStore) => unknown): Promise<void> {
  const store = openStore(path);
  try {
    await work(store);
  } catch (error) {
    watching.onFailure();
    throw error;
  } finally {
    store.close();
  }
}

const archived = (store: OwnedStore) => archiveYear(store, 2023, unwatched);
const inStore = (work: (store: OwnedStore, context: JobContext) => unknown): KillableJob['run'] => {
  return (path, context) => withStore(path, (store) => store.foreignWrites.writing(() => work(store, context)));
};

/** Sums of live and of an archive that are not those of the records, as after a fault of a disk. */
function spoilRollups({ live }: OwnedStore): void {
  live.run('UPDATE rollup_lines SET records = records + 1');
}

const FIRST_DAY_OF_LIVE = Date.UTC(2024, 0, 1) / 86_400_000;

/** Takes the first page of an archive, without which nothing of it can be read by its plan. */
function spoilArchive(path: string): void {
  const file = partitionFile(storeFolder(path), 'archive_2023');
  chmodSync(file, 0o644);
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(PAGE), 0, PAGE, 0);
  closeSync(descriptor);
}

const PAGE = 4_096;

/** The jobs on so large a share of the usual records, of which there are some thousand. */
export function killableJobsOf(share: number): readonly KillableJob<KillableJobName>[] {
  const { first, second, updated, sample, sampled, small, afterEachImport } = killableRecords(share);
  const withFirst = (then: (store: OwnedStore) => unknown = () => {}) => {
    return (path: string) =>
      withStore(path, async (store) => {
        await insertRecords(store, first, KEY);
        await then(store);
      });
  };
  const importSample = (store: OwnedStore, context: JobContext) =>
    importRows(store, sampleSource(sample), context, (task, here) =>
      stageBeside({ kind: 'sample', options: sample }, task, here),
    );
  return [
    {
      name: 'first import',
      states: [[], sampled],
      prepare: (path) => withStore(path, () => {}),
      run: inStore(importSample),
    },
    {
      name: 'import',
      states: [first, [...first, ...sampled]],
      prepare: withFirst(),
      run: inStore(importSample),
      withColumns: true,
    },
    ...fileJobsOf(share).map(([name, { records, place, run }]): KillableJob<KillableJobName> => {
      let states: RecordDraft[][] | undefined;
      return {
        name,
        get states() {
          states ??= [first, [...first, ...records()]];
          return states;
        },
        async prepare(path) {
          await withFirst()(path);
          place(path);
        },
        run: (path, context) => inStore((store, here) => run(store, path, here))(path, context, () => {}),
      };
    }),
    {
      name: 'update',
      states: [first, updated],
      prepare: withFirst(),
      run: inStore((store, context) => importRows(store, draftSource(second, KEY), context)),
      withColumns: true,
    },
    {
      name: 'many imports',
      states: [first, ...afterEachImport],
      prepare: withFirst(),
      run: (path, context, acknowledge) =>
        withStore(path, async (store) => {
          for (const drafts of small) {
            await store.foreignWrites.writing(() => importRows(store, draftSource(drafts, KEY), context));
            acknowledge();
          }
        }),
    },
    {
      name: 'undo',
      states: [updated, first],
      prepare: withFirst((store) => insertRecords(store, second, KEY)),
      run: inStore(({ live }, context) => undoBatch(live, 2, context)),
      withColumns: true,
    },
    {
      name: 'correction',
      states: [spoiled.accepted, [...spoiled.accepted, ...spoiled.corrected]],
      prepare: (path) => withStore(path, (store) => importSpoiled(store, path)),
      run: inStore((store, context) => correctSpoiled(store, context)),
      withColumns: true,
    },
    {
      name: 'archive',
      states: [first, first],
      prepare: withFirst(),
      run: inStore((store, context) => archiveYear(store, 2023, context)),
    },
    {
      name: 'vacuum',
      states: [first, first],
      prepare: withFirst(async (store) => {
        await insertRecords(store, second, KEY);
        undoBatch(store.live, 2, unwatched);
      }),
      run: inStore(vacuum),
    },
    {
      name: 'giving back',
      states: [first, first],
      prepare: withFirst(async (store) => {
        await insertRecords(store, second, KEY);
        undoBatch(store.live, 2, unwatched);
      }),
      run: inStore(({ live }, context) => {
        context.checkCancelled();
        giveBackFree(live, 0);
      }),
    },
    {
      name: 'backup',
      states: [updated, updated],
      async prepare(path) {
        await withFirst(archived)(path);
        await backUpBeside(path);
        await withStore(path, (store) => insertRecords(store, second, KEY));
      },
      run: (path, context) => backUpBeside(path, {}, context),
    },
    {
      name: 'restore',
      states: [updated, first],
      async prepare(path) {
        await withFirst(archived)(path);
        await backUpBeside(path);
        await withStore(path, (store) => insertRecords(store, second, KEY));
      },
      async run(path, context) {
        const now = new Date().toISOString();
        await prepareRestore({ store: path, folder: backupsBeside(path), now }, context);
        placeRestored(storeFolder(path), () => context.checkCancelled());
      },
    },
    {
      name: 'failover',
      states: [updated, first],
      async prepare(path) {
        await withFirst(archived)(path);
        followOnce(path, standbyBeside(path));
        await withStore(path, (store) => insertRecords(store, second, KEY));
      },
      async run(path, context) {
        const now = new Date().toISOString();
        await prepareFailover({ store: path, standby: standbyBeside(path), now }, context);
        placeRestored(storeFolder(path), () => context.checkCancelled());
      },
    },
    {
      name: 'migration',
      states: [first, first],
      prepare: withFirst(archived),
      run: async (path, context) => migrateStore(path, () => context.checkCancelled()),
    },
    {
      name: 'rollup rebuild',
      states: [first, first],
      prepare: withFirst(async (store) => {
        archived(store);
        spoilRollups(store);
      }),
      run: inStore(checkIntegrity),
      mayFind: /rollup .* disagreed with the records/,
    },
    {
      name: 'reread',
      states: [first, first],
      async prepare(path) {
        await withFirst(archived)(path);
        writeFromOutside(storeFolder(path).live, 'UPDATE rollup_lines SET records = records + 1');
      },
      run: inStore(reread),
      mayFind: /rollup .* disagreed with the records|records where the catalogue counts/,
    },
    {
      name: 'reopening',
      states: [first, first],
      prepare: withFirst(archived),
      run: inStore((store, context) => reopenArchive(store, 'archive_2023', context)),
    },
    {
      name: 'recovery',
      states: [first.filter(({ day }) => day >= FIRST_DAY_OF_LIVE), first],
      async prepare(path) {
        await withFirst(archived)(path);
        await backUpBeside(path);
        spoilArchive(path);
        openStore(path).close(); // sets it aside
      },
      run: (path, context) =>
        inStore((store, here) =>
          rebuildArchive(store, { archive: 'archive_2023', folders: [backupsBeside(path)] }, here, here.checkCancelled),
        )(path, context, () => {}),
      mayFind: /^archive_2023: /,
      staysDamaged: true,
    },
    {
      name: 'salvage',
      states: [first, first], // of a file that is sound, as one that is not opens for nobody before
      prepare: withFirst(archived),
      run: (path, context) => salvageStore({ store: path, now: new Date().toISOString() }, context),
    },
    {
      name: 'index made',
      states: [first, first],
      prepare: withFirst(archived),
      run: inStore((store, context) => applyIndex(store, advised, context)),
    },
    {
      name: 'index taken away',
      states: [first, first],
      prepare: withFirst((store) => {
        archived(store);
        applyIndex(store, advised, unwatched);
      }),
      run: inStore((store, context) => {
        // One that was begun is brought to its end by the next start.
        const [index] = readAdvised(store.live);
        if (index) revertIndex(store, index.name, context);
      }),
    },
  ];
}

/** A job by its name. Throws where there is none. */
export function killableJob(name: string, share = 1): KillableJob {
  const job = killableJobsOf(share).find((each) => each.name === name);
  if (!job) throw new Error(`There is no job '${name}'.`);
  return job;
}
