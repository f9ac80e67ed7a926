/**
 * Wires the application service: what it stands on, its parts in the order in which they need each other, and how they close.
 * A part opens in a line here or by a function of its own folder; a handler finds it in `ServiceParts`. No host is known here.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EventPublisher } from '@orpc/server';
import { pino } from 'pino';
import { Engine } from '../../db/engine/engine.ts';
import type { SampleOptions } from '../../db/sample/sample-source.ts';
import type { AppEvent, Job } from '../../shared/contract/schemas.ts';
import { BackupJobs } from './backup-jobs.ts';
import { openCache, openWarming } from './cache/open-cache.ts';
import { type Clock, systemClock } from './clock.ts';
import { closeInOrder } from './close-in-order.ts';
import { ClosingMark } from './closing-mark.ts';
import { DashboardsFile } from './dashboards/dashboards-file.ts';
import { checkForDecay } from './decay-check.ts';
import { Downloads } from './downloads.ts';
import { listenToEngine } from './engine-notices.ts';
import { FileRegistry } from './files.ts';
import { openForeignWatch } from './foreign-watch.ts';
import { createRouter, type ServiceRouter } from './handlers/router.ts';
import { openIndexMonitor, openIndexUse } from './indexes/open-indexes.ts';
import { JobRunner } from './job-runner.ts';
import { openMeasureAlerts } from './measure-alerts/open-measure-alerts.ts';
import type { Monitor } from './monitor/monitor.ts';
import { openMonitor } from './monitor/open-monitor.ts';
import { ProfileDesk } from './profiles/profile-desk.ts';
import { checkAfterUncleanEnd } from './quick-check.ts';
import { RecoveryDesk } from './recovery-desk.ts';
import { openReportSchedules } from './report-schedules/open-report-schedules.ts';
import { openSchedule } from './schedule/open-schedule.ts';
import { OwedCheck } from './schedule/owed-check.ts';
import type { ServiceGround, ServiceParts } from './service-parts.ts';
import { SettingsFile } from './settings-file.ts';
import { Specifications } from './specifications.ts';
import { openStandby } from './standby.ts';
import { StoreJobs } from './store-jobs.ts';
import { firstScreenOfAPerson, Upkeep } from './upkeep.ts';
import { ViewsFile } from './views/views-file.ts';
import { openWatched, type StoreWatch } from './watched/open-watched.ts';

export type { SampleOptions } from '../../db/sample/sample-source.ts';
export type { Download } from './downloads.ts';

export interface ServiceOptions {
  storeFolder: string;
  appVersion: string;
  /** 'own' takes the store for this process (one at a time) and may write; 'read' only reads beside an owner. */
  access: 'own' | 'read';
  /** Whether this process stays, and does by the clock what is scheduled; a command that ends does not. */
  keepsSchedule?: boolean;
  /** By what the schedule goes; the machine's own unless a test brings another. */
  clock?: Clock;
}

export interface Service {
  router: ServiceRouter;
  files: FileRegistry;
  downloads: Downloads;
  /** Starts filling the store with the sample plant; returns the job's id. */
  startSample(options: SampleOptions): string;
  /** Settles when the job has ended, well or not. */
  finished(jobId: string): Promise<Job>;
  /** Looks now, rather than within a second, whether another program wrote; settles when that is read anew. */
  lookForForeignWrites(): Promise<Job | null>;
  /** Looks at the clock now, rather than within seconds; settles when what is done by it is over. */
  lookAtSchedule(): Promise<void>;
  /** The folder that a scheduled report is written into. Throws NOT_FOUND. */
  reportFolder(scheduleId: string): Promise<string>;
  /** The folders whose files are imported as they come. */
  watched: StoreWatch;
  /** Settles when everything that is expected to be asked next is computed. */
  warmed(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a store and starts the service over it. Throws STORE_IN_USE, STORE_UNUSABLE and the like in words. */
export async function createService({
  storeFolder,
  appVersion,
  access,
  keepsSchedule = false,
  clock = systemClock,
}: ServiceOptions): Promise<Service> {
  const ground = await openGround(storeFolder, access, clock);
  const { engine, owns, events, log } = ground;
  const publish = (event: AppEvent) => events.publish('event', event);
  const tellKept = (what: 'views' | 'dashboards' | 'specifications') => () => publish({ type: 'kept', what });

  const cache = openCache(ground);
  const warming = await openWarming(ground, cache);
  const upkeep = new Upkeep({
    engine,
    owns,
    firstScreen: firstScreenOfAPerson,
    async onLoaded() {
      warming.renew();
      void measureAlerts.watch.lookWhenDue();
      await monitor.look();
    },
    onLook() {
      void monitor.look();
      void measureAlerts.watch.lookWhenDue();
    },
    onFailure: (error) => log.warn({ error }, 'rollups or columns could not be loaded'),
  });
  const tellOfChange = async () => {
    await cache.noteChange();
    measureAlerts.watch.noteChange();
    publish({ type: 'store-changed', generation: (await engine.catalog()).generation });
  };
  const owedCheck = new OwedCheck(engine.folder.root, (error) =>
    log.warn({ error }, 'that a check is owed cannot be kept'),
  );
  const jobs = new JobRunner(
    (job) => publish({ type: 'job', job }),
    async (job) => {
      if (!owns) return;
      if (job.kind === 'integrity' && job.state === 'done') owedCheck.settle();
      await standby.noteDone(job); // first, as a store that is damaged keeps no history
      await engine.recordJob(job);
      void monitor.look();
      void measureAlerts.watch.lookWhenDue();
    },
  );
  const specifications = new Specifications(engine.folder.specifications, tellKept('specifications'));
  const measureAlerts = openMeasureAlerts(ground, { jobs, specifications });
  const standby = openStandby(ground, { jobs, stays: keepsSchedule });
  const storeJobs = new StoreJobs(engine, jobs, async () => {
    engine.tryArchivesAgain();
    upkeep.load();
    await tellOfChange();
  });
  const profiles = new ProfileDesk(ground);
  const views = new ViewsFile(engine.folder.views, tellKept('views'));
  const dashboards = new DashboardsFile(engine.folder.dashboards, tellKept('dashboards'));
  const onTold = () => void monitor.look();
  const reportSchedules = openReportSchedules(ground, { jobs, profiles, views, dashboards, onTold });
  let isLiveDamaged = false; // until the program is started again
  let unwatched: StoreWatch['unwatched'] = () => []; // until folders are watched
  const monitor: Monitor = openMonitor(ground, {
    cache,
    jobs,
    standbyLagSeconds: () => standby.lagSeconds(),
    isLiveDamaged: () => isLiveDamaged,
    failedReports: () => reportSchedules.failed(),
    unwatched: () => unwatched(),
    onSlow: ({ shape }, asked) => indexMonitor.noteSlow(shape, asked),
  });
  const indexUse = await openIndexUse(ground);
  const indexMonitor = openIndexMonitor(ground, { jobs, storeJobs, monitor, use: indexUse });
  const onDamage = () => {
    isLiveDamaged = true;
    void monitor.look();
  };
  listenToEngine(ground, {
    indexUse,
    onChange: tellOfChange,
    onDamage,
  });
  const mark = owns
    ? await ClosingMark.leave(engine.folder, (error) => log.warn({ error }, 'the mark cannot be left'))
    : null;
  if (mark?.isCheckOwed && keepsSchedule) owedCheck.owe();
  const dropCheck =
    mark && keepsSchedule ? checkAfterUncleanEnd({ engine, jobs, mark, loaded: upkeep.loaded(), onDamage }) : () => {}; // a command that ends leaves it to a program that stays
  const endDecayCheck =
    owns && keepsSchedule ? checkForDecay({ engine, log, onDecay: tellOfChange, onDamage }) : () => {};
  const foreignWatch = await openForeignWatch(ground, { jobs, storeJobs });

  const backupJobs = new BackupJobs(engine.folder, jobs);
  const recovery = new RecoveryDesk({
    engine,
    storeJobs,
    isLiveFailing: () => isLiveDamaged,
    async onChange() {
      await tellOfChange();
      await monitor.look(); // so that no alert lists what was taken note of
    },
  });
  const others = reportSchedules.work;
  const schedule = openSchedule(ground, { jobs, storeJobs, backupJobs, warming, others, owedCheck, keepsSchedule });
  const files = new FileRegistry(engine.folder.inbox);
  const watched = openWatched(ground, { jobs, storeJobs, files, watches: owns && keepsSchedule });
  unwatched = watched.unwatched;
  watched.follow(() => void monitor.look());

  const parts: ServiceParts = {
    ...ground,
    appVersion,
    cache,
    warming,
    jobs,
    storeJobs,
    backupJobs,
    recovery,
    standby,
    monitor,
    indexMonitor,
    specifications,
    measureAlerts,
    schedule,
    reportSchedules,
    views,
    dashboards,
    profiles,
    watched,
    files,
    downloads: new Downloads(),
  };
  return {
    router: createRouter(parts),
    files: parts.files,
    downloads: parts.downloads,
    startSample: (options) => storeJobs.sample(options),
    finished: (jobId) => jobs.finished(jobId),
    lookForForeignWrites: () => foreignWatch.look(),
    lookAtSchedule: () => schedule.look(),
    reportFolder: (scheduleId) => reportSchedules.folderOf(scheduleId),
    watched,
    async warmed() {
      await upkeep.loaded();
      await warming.rest();
    },
    // First whatever begins work by itself, then the work under way, then what keeps a record of it, and the store last.
    close: () =>
      closeInOrder([
        () => dropCheck(),
        () => endDecayCheck(),
        () => upkeep.close(),
        () => schedule.stop(),
        () => watched.stop(),
        () => foreignWatch.stop(),
        () => warming.close(),
        () => jobs.drain(),
        () => schedule.stopped(),
        () => watched.stopped(),
        () => parts.files.releaseAll(),
        () => measureAlerts.watch.close(),
        () => monitor.close(),
        () => indexUse.close(),
        () => standby.close(), // has all that was done by now
        async () => {
          await engine.close();
          mark?.remove();
        },
      ]),
  };
}

/** What every part is opened with; the folders of what was on its way are empty then. */
async function openGround(storeFolder: string, access: ServiceOptions['access'], clock: Clock): Promise<ServiceGround> {
  const log = pino({ level: process.env.THROUGHLINE_LOG ?? 'warn' }, pino.destination(2));
  const engine = await Engine.open(storeFolder, access);
  const owns = access === 'own';
  if (owns) await emptyFolders(engine.folder.inbox, engine.folder.exports);
  const settings = await SettingsFile.open(engine.folder.settings, (error) =>
    log.warn({ error }, 'the settings cannot be read; the defaults hold'),
  );
  return { engine, owns, settings, clock, events: new EventPublisher(), log };
}

/** Uploads and exports of an earlier run have been handed over, or are wanted no more. */
async function emptyFolders(...folders: string[]): Promise<void> {
  for (const folder of folders) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true, recursive: true });
  }
}
