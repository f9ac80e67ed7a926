import { join } from 'node:path';
import { z } from 'zod';
import type {
  ReportPreview,
  ReportSchedule,
  ReportScheduleStatus,
  ReportSchedules,
} from '../../../shared/contract/report-schedules.ts';
import { recordsFormats } from '../../../shared/contract/reports.ts';
import { boardOfScreen } from '../../../shared/questions/screen-board.ts';
import type { DashboardsFile } from '../dashboards/dashboards-file.ts';
import type { JobRunner } from '../job-runner.ts';
import type { ProfileDesk } from '../profiles/profile-desk.ts';
import { datesOfStore } from '../reports/ask-report.ts';
import { writeBoardReport } from '../reports/boards/write-board-report.ts';
import { writeRecords } from '../reports/records-report.ts';
import { writeReport } from '../reports/write-report.ts';
import { MemoryFile } from '../schedule/memory-file.ts';
import { taskMemorySchema } from '../schedule/occurrences.ts';
import { troubleOf } from '../schedule/rule.ts';
import type { OtherWork } from '../schedule/scheduler.ts';
import { instantOf, wallTime } from '../schedule/wall-time.ts';
import type { ServiceGround } from '../service-parts.ts';
import type { ViewsFile } from '../views/views-file.ts';
import { HistoryFile } from './history-file.ts';
import { knownShiftsOf } from './known-shifts.ts';
import { fileNameOfRun, questionOfRun, scopeOfRun, viewOfRun } from './report-of-run.ts';
import { ReportRuns, type ReportRunsParts } from './report-runs.ts';
import { ruleOfReport } from './run-rule.ts';
import { SchedulesFile } from './schedules-file.ts';

const RUNS_PREVIEWED = 3;
/** What a screen lists. */
const RUNS_LISTED = 100;

interface OpenedWith {
  jobs: JobRunner;
  profiles: Pick<ProfileDesk, 'list'>;
  /** Told when something was written, failed or changed. */
  onTold(): void;
  views: ViewsFile;
  dashboards: DashboardsFile;
}

/** The reports of a store that are written by the clock, as the service and its handlers see them. */
export interface StoreReportSchedules {
  /** What the scheduler of the store does beside its tasks. */
  work: OtherWork;
  /** All with the newest runs; `waitsFor` is what one that is due waits for. */
  list(waitsFor: () => ReportScheduleStatus['waitsFor']): Promise<ReportSchedules>;
  save(schedule: ReportSchedule): Promise<void>;
  turn(id: string, isOn: boolean): Promise<void>;
  remove(id: string): Promise<void>;
  preview(schedule: Pick<ReportSchedule, 'name' | 'when' | 'range' | 'format'>): ReportPreview;
  /** Writes one now, by its id or its name; gives the job. */
  run(idOrName: string): Promise<string>;
  /** The names of those whose newest run failed; null where the list cannot be read. */
  failed(): Promise<string[] | null>;
  /** The folder that the files of one go into. Throws NOT_FOUND. */
  folderOf(id: string): Promise<string>;
}

/** Opens the scheduled reports of a store: what they are, what ran when and what came of it, in files of its folder. */
export function openReportSchedules(
  ground: Pick<ServiceGround, 'engine' | 'clock' | 'log'>,
  { jobs, profiles, views, dashboards, onTold }: OpenedWith,
): StoreReportSchedules {
  const { engine, clock, log } = ground;
  const tell = (what: string) => (error: unknown) => log.warn({ error }, what);
  const schedules = new SchedulesFile(engine.folder.reportSchedules);
  const history = new HistoryFile(
    join(engine.folder.root, 'report-history.jsonl'),
    tell('what was written when cannot be kept'),
  );
  const runs = new ReportRuns({
    clock,
    schedules,
    history,
    jobs,
    memory: new MemoryFile(
      join(engine.folder.root, 'report-runs.json'),
      z.record(z.string(), taskMemorySchema),
      tell('which reports ran when cannot be read or kept'),
    ),
    write: writerOf(ground, { views, dashboards }),
    onTold,
    onFailure: tell('scheduled reports could not be looked at'),
  });
  return {
    work: runs,
    async list(waitsFor) {
      const [listed, all, kept] = await Promise.all([runs.list(waitsFor), history.read(), profiles.list()]);
      return {
        timeZone: clock.zone(),
        schedules: listed,
        history: all.slice(0, RUNS_LISTED),
        knownShifts: knownShiftsOf(kept.map(({ profile }) => profile)),
      };
    },
    async save(schedule) {
      await schedules.save(schedule);
      runs.tryAgain(schedule.id);
      onTold();
    },
    async turn(id, isOn) {
      await schedules.turn(id, isOn);
      onTold();
    },
    async remove(id) {
      await schedules.remove(id);
      onTold();
    },
    preview(schedule) {
      const { when } = schedule;
      const trouble = when.by === 'rule' ? troubleOf(when.rule) : null;
      if (trouble) return { trouble, runs: [] };
      const zone = clock.zone();
      const rule = ruleOfReport(when);
      const found: ReportPreview['runs'] = [];
      let next = rule.next(wallTime(clock.now(), zone));
      while (next !== null && found.length < RUNS_PREVIEWED) {
        const scope = scopeOfRun(schedule, next);
        const at = new Date(instantOf(next, zone)).toISOString();
        found.push({ at, ...scope, fileName: `${fileNameOfRun(schedule, scope)}.${schedule.format}` });
        next = rule.next(next);
      }
      return { trouble: null, runs: found };
    },
    run: async (idOrName) => runs.start(await schedules.find(idOrName)),
    failed: () => runs.failed(),
    folderOf: async (id) => (await schedules.find(id)).folder,
  };
}

/** Writes a run through the one writer of reports. */
function writerOf(
  { engine }: Pick<ServiceGround, 'engine'>,
  { views, dashboards }: Pick<OpenedWith, 'views' | 'dashboards'>,
): ReportRunsParts['write'] {
  return async (schedule, scope, path, control) => {
    const cancelled = new AbortController();
    control.onCancel(() => cancelled.abort());
    const question = questionOfRun(schedule.question, scope, (await datesOfStore(engine))?.recordedBy);
    const { format, name: title, wording } = schedule;
    const request = { format, path, title, ...wording, view: viewOfRun(schedule.view, scope) };
    if (question.of === 'report') {
      const { query, comparison } = question;
      return writeReport(engine, { ...request, query, comparison }, cancelled.signal, control.report);
    }
    if (question.of === 'board') {
      const board = await dashboards.find(question.id);
      const asked = { board, views: await views.list(), scope: question.scope, path, title, ...wording };
      return writeBoardReport(engine, asked, cancelled.signal, control.report);
    }
    if (question.of === 'screen') {
      const { screen, params } = question;
      const board = boardOfScreen(screen, params, wording.language);
      const ofScreen = { board, views: [], isScreen: true, opens: { screen, params } };
      const asked = { ...ofScreen, scope: question.scope, path, title, ...wording };
      return writeBoardReport(engine, asked, cancelled.signal, control.report);
    }
    const ofRecords = recordsFormats.find((each) => each === format);
    if (!ofRecords) throw new Error(`Records are not written as ${format}`); // the contract lets none through
    const asked = { ...request, format: ofRecords, scope: question.scope };
    return writeRecords(engine, asked, cancelled.signal, control.report);
  };
}
