import { join } from 'node:path';
import type {
  RulePreview,
  ScheduledTask,
  Schedule as ScheduleShown,
  TaskName,
} from '../../../shared/contract/schedule.ts';
import type { BackupJobs } from '../backup-jobs.ts';
import type { Warming } from '../cache/warming.ts';
import type { JobRunner } from '../job-runner.ts';
import type { ServiceGround } from '../service-parts.ts';
import type { StoreJobs } from '../store-jobs.ts';
import { lastJobsOver } from './last-jobs.ts';
import { MemoryFile, taskMemoriesSchema } from './memory-file.ts';
import type { OwedCheck } from './owed-check.ts';
import { RulesFile, type TaskRule } from './rules-file.ts';
import { Schedule } from './schedule.ts';
import { scheduledTasks, type TaskWork } from './scheduled-tasks.ts';
import { type OtherWork, Scheduler } from './scheduler.ts';

/** More jobs than run in a day. */
const HISTORY_LOOKED_AT = 200;

interface OpenedWith {
  jobs: JobRunner;
  storeJobs: StoreJobs;
  backupJobs: BackupJobs;
  warming: Warming;
  /** What else is done by the clock. */
  others: OtherWork;
  owedCheck: OwedCheck;
  /** Whether this process does what is scheduled, or only tells of it. */
  keepsSchedule: boolean;
}

/** The schedule of a store, as the service and its handlers see it. */
export interface StoreSchedule {
  list(): Promise<ScheduleShown>;
  change(task: TaskName, changes: Partial<TaskRule>): Promise<void>;
  preview(rule: string): RulePreview;
  /** Starts a task now; null where there is nothing to do. */
  run(task: TaskName): Promise<string | null>;
  /** What a run that is due waits for. */
  waitsFor(): ScheduledTask['waitsFor'];
  /** Looks at the clock now, rather than within seconds; settles when what it begins is over. */
  look(): Promise<void>;
  stop(): void;
  stopped(): Promise<void>;
}

/** Opens the schedule of a store: its rules and what ran when, in files of its folder. */
export function openSchedule(ground: ServiceGround, parts: OpenedWith): StoreSchedule {
  const { engine, clock, log } = ground;
  const { jobs, warming, others, owedCheck, keepsSchedule } = parts;
  const tell = (what: string) => (error: unknown) => log.warn({ error }, what);
  const tasks = scheduledTasks(ground, parts);
  const schedule = new Schedule({
    clock,
    rules: new RulesFile(engine.folder.schedule, tell('the rules cannot be read; the defaults hold')),
    memory: new MemoryFile(
      join(engine.folder.root, 'schedule-runs.json'),
      taskMemoriesSchema,
      tell('what ran when cannot be read or kept'),
    ),
    needs: (task) => tasks[task].needs(),
    isOwed: (task) => task === 'integrity' && owedCheck.isDue,
    lastJobs: () => lastJobsOver(engine, jobs),
  });
  const scheduler = new Scheduler({
    schedule,
    clock,
    jobs,
    others,
    calmMs: () => warming.calmMs(),
    async start(task, earlier) {
      const { start, isWorthIt } = tasks[task];
      const isLeftOut = earlier === 0 && isWorthIt !== undefined && !(await isWorthIt());
      if (task === 'integrity' && earlier === 0) owedCheck.begin();
      return isLeftOut ? null : start(earlier);
    },
    async wasOver() {
      const history = await engine.ask('jobs', { folder: engine.folder, limit: HISTORY_LOOKED_AT });
      return (jobId) => history.some(({ id, state }) => id === jobId && state !== 'cancelled');
    },
    onFailure: tell('what is scheduled could not be begun'),
  });
  if (keepsSchedule) scheduler.start();
  const waitsFor = () => (keepsSchedule ? scheduler.waitsFor() : 'program');
  return {
    list: () => schedule.list(waitsFor),
    waitsFor,
    change: (task, changes) => schedule.change(task, changes),
    preview: (rule) => schedule.preview(rule),
    run: (task) => startAll(tasks[task]),
    look: () => scheduler.look(),
    stop: () => scheduler.stop(),
    stopped: () => scheduler.stopped(),
  };
}

/** Starts all jobs of a task, which take their turns; gives the first. */
async function startAll({ start }: TaskWork): Promise<string | null> {
  const first = await start(0);
  let next = first;
  for (let earlier = 1; next !== null; earlier++) next = await start(earlier);
  return first;
}
