/**
 * Writes reports by the clock.
 * 1. A run is known by the time of its rule on the wall, as those of the tasks are: no change of the clocks skips or doubles one.
 * 2. Each run that was missed is written, oldest first, as each is of other days; of very many the newest.
 * 3. A folder that is away and a disk that is full are waited for: the run stays due and is tried again, ever more seldom. Told is each
 *    trouble once. What fails for another reason failed.
 * 4. A file lies under its name when it is whole. What ended with the program begins anew, unless the history says that it was
 *    written.
 */
import { basename, join } from 'node:path';
import { writeWholeFile } from '../../../db/reports/whole-file.ts';
import type { ReportRun, ReportSchedule, ReportScheduleStatus } from '../../../shared/contract/report-schedules.ts';
import { AppError, isAppError } from '../../../shared/lib/app-error.ts';
import { counted } from '../../../shared/text/counted.ts';
import type { Clock } from '../clock.ts';
import type { JobControl, JobRunner } from '../job-runner.ts';
import type { WrittenReportFile } from '../reports/write-report.ts';
import type { MemoryFile } from '../schedule/memory-file.ts';
import {
  afterStart,
  begin,
  dueRuns,
  finish,
  MOST_TRIES,
  nextRun,
  putOff,
  remembered,
  type TaskMemory,
  tryOf,
} from '../schedule/occurrences.ts';
import type { OtherRun, OtherWork } from '../schedule/scheduler.ts';
import { instantOf, readWallTime, type WallTime, wallTime, writeWallTime } from '../schedule/wall-time.ts';
import type { HistoryFile } from './history-file.ts';
import { folderTrouble, placeReport } from './place-report.ts';
import { fileNameOfRun, type RunScope, scopeOfRun } from './report-of-run.ts';
import { ruleOfReport } from './run-rule.ts';
import type { SchedulesFile } from './schedules-file.ts';

/** A month of days: more was not missed but forgotten. */
const MOST_CAUGHT_UP = 31;
/** People wait for a report in the morning, and are at work then. */
const LONGEST_WAIT_MINUTES = 5;
const MINUTE_MS = 60_000;
const FOLDER_AGAIN_MS = MINUTE_MS;
const DISK_AGAIN_MS = 5 * MINUTE_MS;
const MOST_AGAIN_MS = 60 * MINUTE_MS;

export type ReportMemories = Record<string, TaskMemory>;

export interface ReportRunsParts {
  clock: Clock;
  schedules: SchedulesFile;
  memory: MemoryFile<ReportMemories>;
  history: HistoryFile;
  jobs: Pick<JobRunner, 'start' | 'finished' | 'noteScheduled'>;
  /** Asks and writes a run of a report as a file. */
  write(schedule: ReportSchedule, scope: RunScope, path: string, control: JobControl): Promise<WrittenReportFile>;
  /** Told when something new stands in the history. */
  onTold(): void;
  onFailure(error: unknown): void;
}

/** A run that cannot be done for now. */
interface Waiting {
  run: WallTime;
  words: string;
  tries: number;
  /** On the clock that is never set. */
  notBefore: number;
}

export class ReportRuns implements OtherWork {
  readonly #parts: ReportRunsParts;
  readonly #waiting = new Map<string, Waiting>();
  #isSettled = false;

  constructor(parts: ReportRunsParts) {
    this.#parts = parts;
  }

  /** The run that is next of each report of which one is due. Never throws, as the tasks of the store do not hang on it. */
  async due(): Promise<OtherRun[]> {
    try {
      return await this.#due();
    } catch (error) {
      this.#parts.onFailure(error);
      return [];
    }
  }

  /** Writes one now, whatever its rule; gives the job. */
  start(schedule: ReportSchedule): string {
    const { clock } = this.#parts;
    const now = wallTime(clock.now(), clock.zone());
    return this.#start(schedule, now, { due: null, isStopping: () => false });
  }

  /** Tries what waits at once, as it may have been given another folder. */
  tryAgain(id: string): void {
    this.#waiting.delete(id);
  }

  /** How each is doing; `waitsFor` is what one that is due waits for. */
  async list(waitsFor: () => ReportScheduleStatus['waitsFor']): Promise<ReportScheduleStatus[]> {
    const { clock, schedules, memory, history } = this.#parts;
    const zone = clock.zone();
    const now = wallTime(clock.now(), zone);
    const [all, memories, runs] = await Promise.all([schedules.read(), memory.read(), history.read()]);
    return all.map((schedule) => {
      const rule = ruleOfReport(schedule.when);
      const known = remembered(memories[schedule.id], rule, now);
      const isDue = schedule.isOn && dueRuns(known, rule, now, 1).length > 0;
      const next = schedule.isOn ? nextRun(known, rule, now) : null;
      const waiting = schedule.isOn ? this.#waiting.get(schedule.id) : undefined;
      return {
        schedule,
        nextRunAt: next === null ? null : new Date(instantOf(next, zone)).toISOString(),
        waitsFor: waiting ? 'folder' : isDue ? waitsFor() : null,
        trouble: waiting?.words ?? null,
        last: runs.find((run) => run.schedule === schedule.id) ?? null,
      };
    });
  }

  /** The names of those that were not written when they last should have been; null where the list of reports cannot be read. */
  async failed(): Promise<string[] | null> {
    const { schedules, history } = this.#parts;
    const all = await schedules.read().catch(() => null); // told in words where the list is shown
    const runs = await history.read();
    const failedLast = ({ id }: ReportSchedule) => runs.find(({ schedule }) => schedule === id)?.state === 'failed';
    return all?.filter((schedule) => schedule.isOn && failedLast(schedule)).map(({ name }) => name) ?? null;
  }

  async #due(): Promise<OtherRun[]> {
    const { clock, schedules, memory } = this.#parts;
    const now = wallTime(clock.now(), clock.zone());
    const all = await schedules.read();
    if (!this.#isSettled) await this.#settle(all);
    this.#isSettled = true;
    const before = await memory.read();
    const after: ReportMemories = {};
    const due: OtherRun[] = [];
    for (const schedule of all.filter(({ isOn }) => isOn)) {
      const rule = ruleOfReport(schedule.when);
      const known = remembered(before[schedule.id], rule, now);
      after[schedule.id] = known;
      const [run] = dueRuns(known, rule, now, MOST_CAUGHT_UP);
      const waiting = this.#waiting.get(schedule.id);
      if (run === undefined || (waiting && waiting.run !== run)) this.#waiting.delete(schedule.id);
      if (run === undefined || (waiting?.run === run && waiting.notBefore > clock.elapsed())) continue;
      due.push({
        key: `report ${schedule.id}`,
        longestWaitMinutes: LONGEST_WAIT_MINUTES,
        run: (isStopping) => this.#run(schedule, run, tryOf(known, run), isStopping),
      });
    }
    const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
    if ([...ids].some((id) => after[id] !== before[id])) memory.write(after);
    return due;
  }

  async #run(schedule: ReportSchedule, run: WallTime, tries: number, isStopping: () => boolean): Promise<void> {
    const { jobs, clock } = this.#parts;
    const again = (words: string, afterMs: number) => {
      const before = this.#waiting.get(schedule.id);
      const count = before?.run === run ? before.tries + 1 : 1;
      this.#waiting.set(schedule.id, { run, words, tries: count, notBefore: clock.elapsed() + afterMs });
    };
    const trouble = folderTrouble(schedule.folder);
    if (trouble) {
      await this.#tellFailure(schedule, run, { state: 'failed', message: trouble });
      return again(trouble, FOLDER_AGAIN_MS);
    }
    const jobId = this.#start(schedule, run, { due: run, isStopping });
    jobs.noteScheduled(jobId);
    await this.#note(schedule.id, (known) => begin(known, run, { jobId, tries }));
    const { state, result, message } = await jobs.finished(jobId);
    if (state === 'cancelled' && isStopping()) return;
    if (state === 'failed' && passingTroubles.some((code) => code === result?.code)) {
      await this.#note(schedule.id, putOff);
      const tried = this.#waiting.get(schedule.id)?.tries ?? 0;
      return again(message, Math.min(DISK_AGAIN_MS * 2 ** tried, MOST_AGAIN_MS));
    }
    this.#waiting.delete(schedule.id);
    await this.#note(schedule.id, (known) => finish(known, run));
  }

  #start(
    schedule: ReportSchedule,
    run: WallTime,
    { due, isStopping }: { due: WallTime | null; isStopping: () => boolean },
  ): string {
    return this.#parts.jobs.start({
      kind: 'export',
      subject: schedule.name,
      lane: 'read',
      cancellable: true,
      run: async (control) => {
        try {
          const written = await this.#write(schedule, run, due, control);
          const message = `${counted(written.rows, 'row')} written to ${written.fileName} in ${schedule.folder}.`;
          return { message, result: { ...written, schedule: schedule.id } };
        } catch (error) {
          const told = inWords(error, schedule.folder);
          const state = told.code === 'CANCELLED' ? 'cancelled' : 'failed';
          if (state === 'failed' || !isStopping())
            await this.#tellFailure(schedule, due ?? run, { state, message: told.message, isByHand: due === null });
          throw told;
        }
      },
    });
  }

  async #write(schedule: ReportSchedule, run: WallTime, due: WallTime | null, control: JobControl) {
    const { write } = this.#parts;
    const scope = scopeOfRun(schedule, run);
    const { id, folder, format } = schedule;
    let file = '';
    const { rows, bytes, asOf } = await writeWholeFile(
      join(folder, `.${id}`), // hidden, as others may wait for files there
      (beside) => write(schedule, scope, beside, control),
      (finished) => {
        file = placeReport(finished, folder, fileNameOfRun(schedule, scope), format);
      },
    );
    await this.#tell({ ...this.#runOf(schedule, scope, due), state: 'written', file, rows, bytes, asOf, message: '' });
    return { fileName: basename(file), rows, bytes, asOf };
  }

  /** Keeps why there is no file; the same reason of the same run once, however often it is tried. */
  async #tellFailure(
    schedule: ReportSchedule,
    run: WallTime,
    { state, message, isByHand = false }: { state: 'failed' | 'cancelled'; message: string; isByHand?: boolean },
  ): Promise<void> {
    const waiting = this.#waiting.get(schedule.id);
    if (!isByHand && waiting?.run === run && waiting.words === message) return;
    const nothing = { file: null, rows: null, bytes: null, asOf: null };
    const known = this.#runOf(schedule, scopeOfRun(schedule, run), isByHand ? null : run);
    await this.#tell({ ...known, ...nothing, state, message });
  }

  async #tell(run: ReportRun): Promise<void> {
    await this.#parts.history.add(run);
    this.#parts.onTold();
  }

  #runOf({ id, name }: ReportSchedule, { from, to }: RunScope, due: WallTime | null) {
    const at = new Date(this.#parts.clock.now()).toISOString();
    return { schedule: id, name, due: due === null ? null : writeWallTime(due), at, from, to };
  }

  /** Remembers something of a report; of one that was taken away meanwhile there is nothing to remember. */
  async #note(id: string, change: (memory: TaskMemory) => TaskMemory): Promise<void> {
    const { memory } = this.#parts;
    const memories = await memory.read();
    const known = memories[id];
    if (known) memory.write({ ...memories, [id]: change(known) });
  }

  /** Settles what had begun when the program ended: what was written is not written again, and what ends the program not for ever. */
  async #settle(schedules: readonly ReportSchedule[]): Promise<void> {
    const { memory, history } = this.#parts;
    const runs = await history.read();
    for (const schedule of schedules) {
      const begun = (await memory.read())[schedule.id]?.begun;
      if (!begun) continue;
      const isWritten = runs.some((run) => run.schedule === schedule.id && run.due === begun.run && run.file !== null);
      if (!isWritten && begun.tries >= MOST_TRIES)
        await this.#tellFailure(schedule, readWallTime(begun.run), { state: 'failed', message: ENDED_TWICE });
      await this.#note(schedule.id, (known) => afterStart(known, () => isWritten));
    }
  }
}

const ENDED_TWICE = 'The program ended twice while it was written. It is not tried again; run it by hand.';

/** What passes without anyone changing the report. */
const passingTroubles = ['DISK_FULL', 'STORE_UNUSABLE', 'FILE_UNREADABLE'] as const;

/** What went wrong in words that name the folder, where it was the folder. */
function inWords(error: unknown, folder: string): AppError {
  const trouble = folderTrouble(folder);
  if (trouble) return new AppError('FILE_UNREADABLE', trouble, error);
  if (isRefused(error, folder))
    return new AppError('FILE_UNREADABLE', `${folder} may not be written by this program.`, error);
  if (!isAppError(error))
    return new AppError('UNEXPECTED', error instanceof Error ? error.message : String(error), error);
  if (error.code !== 'DISK_FULL') return error;
  return new AppError('DISK_FULL', `The disk of ${folder} is full. Nothing half-written was kept there.`, error);
}

/** Some systems refuse a folder only when something is written into it. */
function isRefused(error: unknown, folder: string): boolean {
  const cause = isAppError(error) ? error.cause : error;
  if (!(cause instanceof Error && 'code' in cause && 'path' in cause)) return false;
  return ['EACCES', 'EPERM', 'EROFS'].includes(String(cause.code)) && String(cause.path).startsWith(join(folder, '.'));
}
