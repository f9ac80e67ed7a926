import { join } from 'node:path';
import type { Engine } from '../../../db/engine/engine.ts';
import type { Alert, CacheMetrics, Health, QuestionRun } from '../../../shared/contract/health.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { HealthFile } from './health-file.ts';
import { Monitor } from './monitor.ts';
import { QuestionRecorder } from './question-recorder.ts';
import type { Question } from './question-run.ts';
import { RunFile, readRuns } from './run-file.ts';
import { readStoreFacts } from './store-facts.ts';

export interface MonitorOptions {
  engine: Engine;
  /** Whether this program owns the store: only its owner records questions, keeps what is known and tells of alerts. */
  owns: boolean;
  settings: () => Settings;
  cache: () => CacheMetrics;
  jobs: () => Pick<Health['jobs'], 'running' | 'queued'>;
  /** Told a slow question with its values. */
  onSlow: (run: QuestionRun, asked: Question) => void;
  /** Whether a window is there to be told of an alert. */
  isHeard: () => boolean;
  onAlert: (alert: Alert) => void;
  /** Told what of the record cannot be kept or read, and why. */
  onFailure: (what: string, error: unknown) => void;
}

/** The monitor of a store, with its files in the store's folder. */
export function openMonitor(options: MonitorOptions): Monitor {
  const { engine, owns, settings, cache, jobs, isHeard, onSlow, onAlert, onFailure } = options;
  const startedAt = new Date().toISOString();
  const runsPath = join(engine.folder.root, 'questions.jsonl');
  const file = new RunFile(runsPath, (error) => onFailure('questions are no longer written to their file', error));
  return new Monitor({
    startedAt: owns ? startedAt : null,
    recorder: new QuestionRecorder({ file, slowMilliseconds: () => settings().slowQueryMilliseconds, onSlow }),
    file: new HealthFile(join(engine.folder.root, 'health.json'), (error) =>
      onFailure('what is known of the health of the store cannot be read or kept', error),
    ),
    async earlierRuns() {
      const runs = await readRuns(runsPath);
      return owns ? runs.filter(({ at }) => at < startedAt) : runs; // its own are in memory
    },
    keeps: owns,
    settings,
    storeFacts: (nowMs) => readStoreFacts(engine, nowMs),
    cache: () => (owns ? cache() : null),
    readers: () => (owns ? engine.readerMetrics() : null),
    jobs: () => (owns ? jobs() : { running: null, queued: null }),
    isHeard,
    onAlert,
    onFailure,
    now: Date.now,
  });
}
