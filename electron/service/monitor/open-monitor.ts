import { join } from 'node:path';
import type { CacheMetrics, QuestionRun } from '../../../shared/contract/health.ts';
import type { JobRunner } from '../job-runner.ts';
import type { ServiceGround } from '../service-parts.ts';
import type { About } from './alerts.ts';
import { HealthFile } from './health-file.ts';
import { cutLog } from './log-holder.ts';
import { Monitor } from './monitor.ts';
import { QuestionRecorder } from './question-recorder.ts';
import type { Question } from './question-run.ts';
import { RunFile, readRuns } from './run-file.ts';
import { readStoreFacts, type StoreFacts } from './store-facts.ts';

export interface Watched {
  cache: { metrics(): CacheMetrics };
  jobs: JobRunner;
  /** Of the standby of the store, which opens after its monitor. */
  standbyLagSeconds: () => number | null;
  isLiveDamaged: () => boolean;
  failedReports: () => Promise<StoreFacts['failedReports']>;
  /** Folders that cannot be watched at the moment, with why. */
  unwatched: () => readonly About[];
  /** Told a slow question with its values. */
  onSlow(run: QuestionRun, asked: Question): void;
}

/** The monitor of a store, with its files in the store's folder; only its owner records, keeps what is known and tells of alerts. */
export function openMonitor(
  { engine, owns, settings, events, log }: ServiceGround,
  { cache, jobs, standbyLagSeconds, isLiveDamaged, failedReports, unwatched, onSlow }: Watched,
): Monitor {
  const startedAtMs = Date.now();
  const runsPath = join(engine.folder.root, 'questions.jsonl');
  const onFailure = (what: string, error: unknown) => log.warn({ error }, what);
  const file = new RunFile(runsPath, (error) => onFailure('questions are no longer written to their file', error));
  return new Monitor({
    startedAt: owns ? new Date(startedAtMs).toISOString() : null,
    recorder: new QuestionRecorder({ file, slowMilliseconds: () => settings.settings.slowQueryMilliseconds, onSlow }),
    file: new HealthFile(join(engine.folder.root, 'health.json'), (error) =>
      onFailure('what is known of the health of the store cannot be read or kept', error),
    ),
    async earlierRuns() {
      const runs = await readRuns(runsPath);
      return owns ? runs.filter(({ figures }) => figures.atMs < startedAtMs) : runs; // its own are in memory
    },
    keeps: owns,
    settings: () => settings.settings,
    async storeFacts(nowMs) {
      const facts = await readStoreFacts(engine, nowMs, async () => (owns ? cutLog(engine, jobs) : null));
      return { ...facts, failedReports: await failedReports() };
    },
    cache: () => (owns ? cache.metrics() : null),
    readers: () => (owns ? engine.readerMetrics() : null),
    jobs: () => (owns ? jobsUnderWay(jobs) : { running: null, queued: null }),
    standbyLagSeconds,
    isLiveDamaged,
    unwatched,
    isHeard: () => events.size > 0,
    onAlert: (alert) => events.publish('event', { type: 'alert', alert }),
    onFailure,
    now: Date.now,
  });
}

function jobsUnderWay(jobs: JobRunner): { running: number; queued: number } {
  const states = jobs.active().map(({ state }) => state);
  return {
    running: states.filter((state) => state === 'running').length,
    queued: states.filter((state) => state === 'queued').length,
  };
}
