import type { EventPublisher } from '@orpc/server';
import type { pino } from 'pino';
import type { Engine } from '../../db/engine/engine.ts';
import type { AppEvent } from '../../shared/contract/schemas.ts';
import type { BackupJobs } from './backup-jobs.ts';
import type { AnswerCache } from './cache/answer-cache.ts';
import type { Warming } from './cache/warming.ts';
import type { Clock } from './clock.ts';
import type { DashboardsFile } from './dashboards/dashboards-file.ts';
import type { Downloads } from './downloads.ts';
import type { FileRegistry } from './files.ts';
import type { IndexMonitor } from './indexes/index-monitor.ts';
import type { JobRunner } from './job-runner.ts';
import type { WatchedMeasures } from './measure-alerts/open-measure-alerts.ts';
import type { Monitor } from './monitor/monitor.ts';
import type { ProfileDesk } from './profiles/profile-desk.ts';
import type { RecoveryDesk } from './recovery-desk.ts';
import type { StoreReportSchedules } from './report-schedules/open-report-schedules.ts';
import type { StoreSchedule } from './schedule/open-schedule.ts';
import type { SettingsFile } from './settings-file.ts';
import type { Specifications } from './specifications.ts';
import type { StoreStandby } from './standby.ts';
import type { StoreJobs } from './store-jobs.ts';
import type { ViewsFile } from './views/views-file.ts';
import type { StoreWatch } from './watched/open-watched.ts';

/** What is there before any part of the service is, and what each is opened with. */
export interface ServiceGround {
  engine: Engine;
  /** Whether this process has taken the store for itself, and may write and keep what it learns. */
  owns: boolean;
  settings: SettingsFile;
  clock: Clock;
  events: EventPublisher<{ event: AppEvent }>;
  log: pino.Logger;
}

/** What handlers work with. */
export interface ServiceParts extends ServiceGround {
  appVersion: string;
  cache: AnswerCache;
  warming: Warming;
  jobs: JobRunner;
  storeJobs: StoreJobs;
  backupJobs: BackupJobs;
  recovery: RecoveryDesk;
  standby: StoreStandby;
  monitor: Monitor;
  indexMonitor: IndexMonitor;
  specifications: Specifications;
  measureAlerts: WatchedMeasures;
  schedule: StoreSchedule;
  reportSchedules: StoreReportSchedules;
  views: ViewsFile;
  dashboards: DashboardsFile;
  profiles: ProfileDesk;
  watched: StoreWatch;
  files: FileRegistry;
  downloads: Downloads;
}
