/** Wires the application service: engine, cache, jobs, files and the handlers of the contract. No host is known here. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EventPublisher } from '@orpc/server';
import { pino } from 'pino';
import { Engine } from '../../db/engine/engine.ts';
import { planReport } from '../../db/planner/plan.ts';
import type { SampleOptions } from '../../db/sample/sample-source.ts';
import { changedWhileClosed, readSeen } from '../../db/store/foreign-writes.ts';
import type { AppEvent, Job } from '../../shared/contract/schemas.ts';
import { BackupJobs } from './backup-jobs.ts';
import { AnswerCache } from './cache/answer-cache.ts';
import { computationsOf } from './cache/computations.ts';
import { otherValuesIn } from './cache/neighbours.ts';
import { restOfAScreen, Warming, warmIn } from './cache/warming.ts';
import { Downloads } from './downloads.ts';
import { FileRegistry } from './files.ts';
import { ForeignWatch } from './foreign-watch.ts';
import { createRouter } from './handlers/router.ts';
import { questionAsked } from './indexes/asking.ts';
import { IndexMonitor } from './indexes/index-monitor.ts';
import { IndexUse } from './indexes/index-use.ts';
import { JobRunner } from './job-runner.ts';
import type { Monitor } from './monitor/monitor.ts';
import { openMonitor } from './monitor/open-monitor.ts';
import { SettingsFile } from './settings-file.ts';
import { StoreJobs } from './store-jobs.ts';

export type { SampleOptions } from '../../db/sample/sample-source.ts';
export type { Download } from './downloads.ts';

export interface ServiceOptions {
  storeFolder: string;
  appVersion: string;
  /** 'own' takes the store for this process (one at a time) and may write; 'read' only reads beside an owner. */
  access: 'own' | 'read';
}

/** How often memory is looked at: columns are dropped when the machine is short of it and loaded when it is not. */
const UPKEEP_EVERY_MS = 30_000;
/** What memory holds is loaded after the first screen, whose questions the files answer with less work than the loading is. */
const FIRST_SCREEN_MS = 2_000;

/** What handlers work with. */
export interface ServiceParts {
  engine: Engine;
  appVersion: string;
  cache: AnswerCache;
  warming: Warming;
  settings: SettingsFile;
  jobs: JobRunner;
  storeJobs: StoreJobs;
  backupJobs: BackupJobs;
  monitor: Monitor;
  indexMonitor: IndexMonitor;
  files: FileRegistry;
  downloads: Downloads;
  events: EventPublisher<{ event: AppEvent }>;
  log: pino.Logger;
}

export interface Service {
  router: ReturnType<typeof createRouter>;
  files: FileRegistry;
  downloads: Downloads;
  /** Starts filling the store with the sample plant; returns the job's id. */
  startSample(options: SampleOptions): string;
  /** Settles when the job has ended, well or not. */
  finished(jobId: string): Promise<Job>;
  /** Looks now, rather than within a second, whether another program wrote; settles when that is read anew. */
  lookForForeignWrites(): Promise<Job | null>;
  /** Settles when everything that is expected to be asked next is computed. */
  warmed(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a store and starts the service over it. Throws STORE_IN_USE, STORE_UNUSABLE and the like in words. */
export async function createService({ storeFolder, appVersion, access }: ServiceOptions): Promise<Service> {
  const log = pino({ level: process.env.THROUGHLINE_LOG ?? 'warn' }, pino.destination(2));
  const engine = await Engine.open(storeFolder, access);
  engine.onReaderDied = (error) => log.error({ error }, 'a reader died with nothing to do');
  engine.onPlanChange = (change) => log.info(change, 'SQLite runs a statement in another way than before');
  const closing = new AbortController();
  const firstScreen = pause(FIRST_SCREEN_MS, undefined, { ref: false, signal: closing.signal });
  firstScreen.catch(() => {}); // closed before, which whoever waits for it is told
  // Until it is in memory answers come from the files, so that a failure costs time and nothing else; closing ends it.
  let memory: Promise<void> = Promise.resolve();
  const loadMemory = () => {
    memory = load();
  };
  const load = async () => {
    try {
      await firstScreen;
      await engine.loadRollups();
      await engine.loadColumns();
      warming.renew();
      if (!closing.signal.aborted) await monitor.look();
    } catch (error) {
      if (!closing.signal.aborted) log.warn({ error }, 'rollups or columns could not be loaded');
    }
  };
  const upkeep = setInterval(() => {
    if (access === 'own') void monitor.look();
    if (!engine.columns.relieve() && access === 'own') loadMemory();
  }, UPKEEP_EVERY_MS).unref();
  if (access === 'own') {
    await emptyFolders(engine.folder.inbox, engine.folder.exports);
    loadMemory();
  }
  const events = new EventPublisher<{ event: AppEvent }>();
  const publish = (event: AppEvent) => events.publish('event', event);

  const settings = await SettingsFile.open(engine.folder.settings, (error) =>
    log.warn({ error }, 'the settings cannot be read; the defaults hold'),
  );
  const cache: AnswerCache = new AnswerCache(
    computationsOf(
      engine,
      () => settings.settings,
      (query, signal) => cache.dayCounts(query, signal),
    ),
    {
      catalog: () => engine.catalog(),
      settings: () => settings.settings,
      now: Date.now,
      elapsed: () => performance.now(),
    },
  );
  const warming = await Warming.open({
    warm: warmIn(cache),
    rest: restOfAScreen,
    catalog: () => engine.catalog(),
    isQuick: (query, catalog) => planReport(query, catalog).rollup !== null,
    otherValues: async () => otherValuesIn(await engine.texts(await engine.catalog())),
    path: join(engine.folder.root, 'asked.json'),
    owns: access === 'own',
    now: Date.now,
    onFailure: (error) =>
      log.warn({ error }, 'what is asked often cannot be read, kept or computed before it is asked'),
  });
  const jobs = new JobRunner(
    (job) => publish({ type: 'job', job }),
    async (job) => {
      if (access !== 'own') return;
      await engine.recordJob(job);
      void monitor.look();
    },
  );
  const tellOfChange = async () => {
    await cache.noteChange();
    publish({ type: 'store-changed', generation: (await engine.catalog()).generation });
  };
  // Questions are planned without it from now on; that it is noted in the store tells windows and the next start.
  engine.onSetAside = async (name, because) => {
    log.error({ name, because }, 'an archive cannot be read and is set aside');
    try {
      if (access === 'own') await engine.recordSetAside(name, because);
      await tellOfChange();
    } catch (error) {
      log.warn({ error }, 'that an archive is set aside could not be noted');
    }
  };
  const storeJobs = new StoreJobs(engine, jobs, async () => {
    engine.tryArchivesAgain();
    loadMemory();
    await tellOfChange();
  });
  const indexUse = await IndexUse.open({
    path: join(engine.folder.root, 'index-use.json'),
    keeps: access === 'own',
    onFailure: (error) => log.warn({ error }, 'which questions go by which index cannot be read or kept'),
    now: () => new Date(),
  });
  engine.onIndexesUsed = (indexes) => {
    const question = questionAsked();
    if (question) indexUse.note(question, indexes);
  };
  const indexMonitor = new IndexMonitor({
    engine,
    jobs,
    storeJobs,
    use: indexUse,
    slow: async () => (await monitor.health()).slow,
    runs: () => monitor.recorder.runs(),
    now: () => new Date(),
  });
  const monitor = openMonitor({
    engine,
    owns: access === 'own',
    settings: () => settings.settings,
    cache: () => cache.metrics(),
    jobs: () => ({
      running: jobs.active().filter(({ state }) => state === 'running').length,
      queued: jobs.active().filter(({ state }) => state === 'queued').length,
    }),
    onSlow: ({ shape }, asked) => indexMonitor.noteSlow(shape, asked),
    isHeard: () => events.size > 0,
    onAlert: (alert) => publish({ type: 'alert', alert }),
    onFailure: (what, error) => log.warn({ error }, what),
  });
  const foreignWatch = new ForeignWatch({
    engine,
    jobs,
    storeJobs,
    onFailure: (error) => log.warn({ error }, 'whether another program wrote to the store cannot be told'),
  });
  if (access === 'own') await foreignWatch.start();
  else if (changedWhileClosed(engine.folder, readSeen(engine.folder))) {
    log.warn(
      'another program may have written to the store: sums may not fit its records until it is opened for writing',
    );
  }
  const files = new FileRegistry(engine.folder.inbox);
  const downloads = new Downloads();
  const parts: ServiceParts = {
    engine,
    appVersion,
    cache,
    warming,
    settings,
    jobs,
    storeJobs,
    backupJobs: new BackupJobs(engine.folder, jobs),
    monitor,
    indexMonitor,
    files,
    downloads,
    events,
    log,
  };
  return {
    router: createRouter(parts),
    files,
    downloads,
    startSample: (options) => storeJobs.sample(options),
    finished: (jobId) => jobs.finished(jobId),
    lookForForeignWrites: () => foreignWatch.look(),
    async warmed() {
      await memory;
      await warming.rest();
    },
    async close() {
      closing.abort();
      clearInterval(upkeep);
      await foreignWatch.stop();
      await warming.close();
      await jobs.drain();
      await files.releaseAll();
      await monitor.close();
      await indexUse.close();
      await engine.close();
    },
  };
}

/** Uploads and exports of an earlier run have been handed over, or are wanted no more. */
async function emptyFolders(...folders: string[]): Promise<void> {
  for (const folder of folders) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true, recursive: true });
  }
}
