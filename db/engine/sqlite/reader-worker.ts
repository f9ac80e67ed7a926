/** One of the readers: keeps a connection and its prepared statements for each file it has read. */
import { addUp } from '../../columns/add-up.ts';
import { buildSegment } from '../../columns/build-segment.ts';
import { type Gathered, gatherMiddles, mediansOf } from '../../columns/median.ts';
import type { ScanRequest } from '../../columns/scan-request.ts';
import { readSegmentFile, sweepSegmentFiles, writeSegmentFile } from '../../columns/segment-file.ts';
import { type TopRowsRequest, topRows } from '../../columns/top-rows.ts';
import { addUpAndListYields, type Tally, type YieldList } from '../../columns/yields.ts';
import type { PlanRow } from '../../dialects/sqlite/read-query-plan.ts';
import { type AdvisedIndex, readAdvised } from '../../indexes/advised.ts';
import { type FileIndex, readIndexes } from '../../indexes/file-indexes.ts';
import type { TrialInput } from '../../indexes/trial.ts';
import { type QuickCheckOutcome, quickCheck } from '../../maintenance/quick-check.ts';
import { forecastVacuum, type VacuumForecast } from '../../maintenance/vacuum-forecast.ts';
import type { RollupName } from '../../rollup/definitions.ts';
import { loadRollup, loadTexts } from '../../rollup/load.ts';
import { readBatchPlace } from '../../store/batch-place.ts';
import { readBatches, readRejectsFile } from '../../store/batches.ts';
import { type Partition, type PartitionMonth, readCatalog } from '../../store/catalog.ts';
import { decayOfLive, brokenSeal as findBrokenSeal } from '../../store/find-decay.ts';
import { LIVE, type StoreFolder } from '../../store/folder.ts';
import { readJobFacts, readJobs, readLastJobs } from '../../store/jobs.ts';
import type { LeftLive } from '../../store/open-store.ts';
import { readProfiles } from '../../store/profiles.ts';
import { readStatus } from '../../store/status.ts';
import { readFailed, readUnsettled, readWatched, readWatchedFile } from '../../store/watched-files.ts';
import { overhearBatch, overhearFiles, overhearIndexBytes, overhearJobs } from '../explain/explain-overheard.ts';
import { sharedNow } from '../step-clock.ts';
import { stopOn } from '../threads/cancel-flag.ts';
import { jobContext } from '../threads/job-context.ts';
import type { JobChannel, ReadResult, ReadTask } from '../threads/tasks.ts';
import type { ReadableDatabase } from './connection.ts';
import { PlanWatch } from './plan-watch.ts';
import { connectionTo } from './reader-connections.ts';
import { workerFailure } from './worker-failure.ts';

export * from './reader-imports.ts';

const plans = new PlanWatch();

/** Whether a file is as the plan expects it; a sealed one always is. */
function isCurrent(database: ReadableDatabase, { catalogVersion, generation }: ReadTask): boolean {
  if (catalogVersion === null) return true;
  const [version, now] = database.rows('SELECT catalog_version, generation FROM store_state')[0] ?? [];
  return version === catalogVersion && (generation === null || now === generation);
}

/** Runs a file's statements in one read transaction. */
export function read(task: ReadTask): ReadResult {
  return workerFailure(() => {
    const begunAt = sharedNow();
    const database = connectionTo(task.file);
    const inOneMoment = () =>
      database.snapshot(() => {
        if (!isCurrent(database, task)) return outdated(begunAt);
        const looks = task.statements.map((statement) => plans.look(database, statement));
        const answers = task.statements.map(({ sql, parameters }) => {
          const startedAt = performance.now();
          const rows = database.rows(sql, parameters);
          return { rows, elapsedMs: performance.now() - startedAt };
        });
        return {
          begunAt,
          current: true,
          answers,
          indexes: [...new Set(looks.flatMap(({ indexes }) => indexes))],
          planChanges: looks.flatMap(({ change }) => change ?? []),
        };
      });
    try {
      return database.cancellable(task.cancel, inOneMoment);
    } catch (error) {
      if (isWithoutIndex(error)) return outdated(begunAt);
      throw error;
    }
  });
}

function outdated(begunAt: number): ReadResult {
  return { begunAt, current: false, answers: [], indexes: [], planChanges: [] };
}

/** An index of advice was taken away after the plan was made: archives are not asked which catalogue they belong to. */
function isWithoutIndex(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no such index: records_by_');
}

/** What SQLite would do to run statements against a file, a list of rows for each. */
export function queryPlans({ file, statements }: Pick<ReadTask, 'file' | 'statements'>): PlanRow[][] {
  return workerFailure(() => {
    const database = connectionTo(file);
    return statements.map(({ sql, parameters }) =>
      database
        .rows(`EXPLAIN QUERY PLAN ${sql}`, parameters)
        .map(([id, parent, , line]) => ({ id: Number(id), parent: Number(parent), line: String(line) })),
    );
  });
}

export function catalog(folder: StoreFolder) {
  return workerFailure(() => readCatalog(connectionTo(folder.live), folder));
}

export function status({ folder, thisYear }: { folder: StoreFolder; thisYear: number }) {
  return workerFailure(() => readStatus(connectionTo(folder.live), folder, thisYear));
}

export function batches(folder: StoreFolder) {
  return workerFailure(() => readBatches(connectionTo(folder.live)));
}

export function batchPlace({ folder, batchId }: { folder: StoreFolder; batchId: number }) {
  return workerFailure(() => readBatchPlace(connectionTo(folder.live), batchId));
}

export function rejectsFile({ folder, batchId }: { folder: StoreFolder; batchId: number }) {
  return workerFailure(() => readRejectsFile(connectionTo(folder.live), folder, batchId));
}

export function jobs({ folder, limit }: { folder: StoreFolder; limit: number }) {
  return workerFailure(() => readJobs(connectionTo(folder.live), limit));
}

export function lastJobs(folder: StoreFolder) {
  return workerFailure(() => readLastJobs(connectionTo(folder.live)));
}

export function jobFacts({ folder, since }: { folder: StoreFolder; since: string }) {
  return workerFailure(() => readJobFacts(connectionTo(folder.live), since));
}

/** Numbers that no question gives, with the statements that were run for them. */
export function batchHeard({ folder, batchId }: { folder: StoreFolder; batchId: number }) {
  return workerFailure(() => overhearBatch(connectionTo(folder.live), batchId));
}

export function filesHeard(folder: StoreFolder) {
  return workerFailure(() => overhearFiles(connectionTo(folder.live), folder));
}

export function jobsHeard({ folder, since, newest }: { folder: StoreFolder; since: string; newest: number }) {
  return workerFailure(() => overhearJobs(connectionTo(folder.live), since, newest));
}

export function profiles(folder: StoreFolder) {
  return workerFailure(() => readProfiles(connectionTo(folder.live)));
}

/** Files of watched folders: the newest, those that failed, and those that are on their way. */
export function watchedFiles({ folder, limit }: { folder: StoreFolder; limit: number }) {
  return workerFailure(() => {
    const live = connectionTo(folder.live);
    return live.snapshot(() => ({
      files: readWatched(live, limit),
      failed: readFailed(live, limit),
      unsettled: readUnsettled(live),
    }));
  });
}

export function watchedFile({ folder, claim }: { folder: StoreFolder; claim: string }) {
  return workerFailure(() => readWatchedFile(connectionTo(folder.live), claim));
}

/** A rollup as columns; null when it is too large or the live file has changed since the catalogue was read. */
export function rollup(task: {
  file: string;
  name: RollupName;
  expected: { generation: number; version: number } | null;
}) {
  return workerFailure(() => {
    const database = connectionTo(task.file);
    return database.snapshot(() => {
      if (task.expected) {
        const [generation, version] = database.rows('SELECT generation, catalog_version FROM store_state')[0] ?? [];
        if (generation !== task.expected.generation || version !== task.expected.version) return null;
      }
      return loadRollup(database, task.name);
    });
  });
}

export function texts(folder: StoreFolder) {
  return workerFailure(() => loadTexts(connectionTo(folder.live)));
}

/** A month of records as columns, from its file of columns or from the records; null when the records have changed. */
export function segment(task: {
  folder: StoreFolder;
  partition: Pick<Partition, 'file' | 'kind'>;
  month: PartitionMonth;
  /** Whether to read the records where there is no file of columns. */
  build: boolean;
  /** Whether to write the file of columns where there is none: the owner's business. */
  keep: boolean;
  cancel: SharedArrayBuffer | null;
}) {
  return workerFailure(() => {
    const { folder, partition, month } = task;
    const kept = readSegmentFile(folder.columns, month.stamp);
    if (kept || !task.build) return kept;
    const database = connectionTo(partition.file);
    const built = database.cancellable(task.cancel, () =>
      database.snapshot(() => {
        if (partition.kind === 'live' && !isStamped(database, month)) return null;
        return buildSegment(database, { first: month.firstDay, last: month.lastDay });
      }),
    );
    if (built && task.keep) writeSegmentFile(folder.columns, month.stamp, built);
    return built;
  });
}

function isStamped(live: ReadableDatabase, { month, stamp }: PartitionMonth): boolean {
  const sql = 'SELECT stamp FROM partition_months WHERE partition = @live AND month = @month';
  return live.rows(sql, { live: LIVE, month })[0]?.[0] === stamp;
}

export function addUpColumns(request: ScanRequest) {
  return workerFailure(() => ({ begunAt: sharedNow(), added: addUp(request) }));
}

export function topRowsOfColumns(request: TopRowsRequest) {
  return workerFailure(() => ({ begunAt: sharedNow(), ...topRows(request) }));
}

export function addUpAndListYieldsOfColumns(request: ScanRequest) {
  return workerFailure(() => ({ begunAt: sharedNow(), found: addUpAndListYields(request) }));
}

export function gatherMiddlesOfYields({ list, tallies }: { list: YieldList; tallies: Tally[] }) {
  return workerFailure(() => ({ begunAt: sharedNow(), gathered: gatherMiddles(list, tallies) }));
}

export function mediansOfYields({ gathered, share }: { gathered: Gathered[]; share: { part: number; parts: number } }) {
  return workerFailure(() => ({ begunAt: sharedNow(), medians: mediansOf(gathered, share) }));
}

export function sweepColumns({ folder, stamps }: { folder: StoreFolder; stamps: string[] }) {
  return workerFailure(() => sweepSegmentFiles(folder.columns, new Set(stamps)));
}

/** The indexes of a file. */
export function indexes({ file }: { file: string }): FileIndex[] {
  return workerFailure(() => readIndexes(connectionTo(file)));
}

/** The indexes that were made on advice, or are on the way there or away. */
export function advisedIndexes(folder: StoreFolder): AdvisedIndex[] {
  return workerFailure(() => readAdvised(connectionTo(folder.live)));
}

/** Bytes of one index of a file, with the statements that read every page of it. */
export function bytesOfIndex({ file, name, cancel }: { file: string; name: string; cancel: SharedArrayBuffer | null }) {
  return workerFailure(() => {
    const database = connectionTo(file);
    return database.cancellable(cancel, () => overhearIndexBytes(database, name));
  });
}

/** What VACUUM would give back. */
export function vacuumForecast(folder: StoreFolder): VacuumForecast {
  return workerFailure(() => {
    const live = connectionTo(folder.live);
    return live.snapshot(() => forecastVacuum(live, folder));
  });
}

/** How many blocks of live are not as this program left them; null where that cannot be told any more. */
export function decayedBlocks({
  folder,
  left,
  cancel,
}: {
  folder: StoreFolder;
  left: LeftLive;
  cancel: SharedArrayBuffer | null;
}) {
  return workerFailure(() => decayOfLive(connectionTo(folder.live), left, stopOn(cancel)));
}

/** The seal that the bytes of an archive do not fit; null where they do. */
export function brokenSeal({
  folder,
  name,
  cancel,
}: {
  folder: StoreFolder;
  name: string;
  cancel: SharedArrayBuffer | null;
}) {
  return workerFailure(() => findBrokenSeal(connectionTo(folder.live), folder, name, stopOn(cancel)));
}

/** Whether the pages of live fit together; one that does not even open is told as a finding. */
export function quickCheckLive({ folder, channel }: { folder: StoreFolder; channel: JobChannel }): QuickCheckOutcome {
  return workerFailure(() => quickCheck(() => connectionTo(folder.live), jobContext(channel)));
}

/** Tries indexes on a copy; what does it is seldom needed. */
export function tryIndexes({ channel, ...input }: TrialInput & { channel: JobChannel }) {
  return workerFailure(async () => {
    const trial = await import('../../indexes/trial.ts');
    const catalog = readCatalog(connectionTo(input.folder.live), input.folder);
    return trial.tryIndexes(input, catalog, jobContext(channel), channel.cancel);
  });
}
