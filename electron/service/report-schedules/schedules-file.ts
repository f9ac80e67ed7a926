import { readFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../../db/backup/write-whole.ts';
import { explainDiskError } from '../../../db/store/disk-error.ts';
import {
  MOST_SCHEDULES,
  type ReportSchedule,
  reportScheduleSchema,
} from '../../../shared/contract/report-schedules.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import { ifMissing } from '../if-missing.ts';
import { folderTrouble } from './place-report.ts';
import { ruleOfReport } from './run-rule.ts';

const schedulesSchema = z.array(reportScheduleSchema);

/**
 * The reports of a store that are written by the clock, in a file of its folder that a person can read. It is read each time, as the
 * command line may change it beside an open window; one that cannot be read is never written over.
 */
export class SchedulesFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** By name. Throws INVALID_ARGUMENT where the file was spoilt: what goes to whom is not to be guessed. */
  async read(): Promise<ReportSchedule[]> {
    const text = await readFile(this.#path, 'utf8').catch(ifMissing('[]'));
    try {
      const schedules = schedulesSchema.parse(JSON.parse(text));
      for (const { when } of schedules) ruleOfReport(when);
      return schedules.sort((a, b) => compareText(a.name, b.name));
    } catch (error) {
      throw new AppError(
        'INVALID_ARGUMENT',
        `The list of scheduled reports in ${this.#path} cannot be read, and none is written. Correct the file, or move it away and schedule them anew.`,
        error,
      );
    }
  }

  /** Keeps one, in the place of the one of its id. Throws in words for what could never be written. */
  async save(schedule: ReportSchedule): Promise<void> {
    const others = (await this.read()).filter(({ id }) => id !== schedule.id);
    ruleOfReport(schedule.when);
    if (!isAbsolute(schedule.folder)) throw refused(`'${schedule.folder}' does not say where the folder is.`);
    const folder = resolve(schedule.folder);
    const trouble = folderTrouble(folder);
    if (trouble) throw refused(trouble);
    if (others.some(({ name }) => name === schedule.name)) {
      throw new AppError(
        'INVALID_ARGUMENT',
        `There is a report named '${schedule.name}' already. Nothing was saved; take another name.`,
      );
    }
    if (others.length >= MOST_SCHEDULES) {
      throw new AppError(
        'INVALID_ARGUMENT',
        `There are ${MOST_SCHEDULES} scheduled reports, which is the most. Nothing was saved; remove one that nobody reads.`,
      );
    }
    this.#write([...others, { ...schedule, folder }]);
  }

  /** Pauses one or lets it go on. Throws NOT_FOUND. */
  async turn(id: string, isOn: boolean): Promise<void> {
    const schedule = await this.find(id);
    this.#write((await this.read()).map((each) => (each.id === schedule.id ? { ...each, isOn } : each)));
  }

  /** Its files stay where they are. Throws NOT_FOUND. */
  async remove(id: string): Promise<void> {
    const schedule = await this.find(id);
    this.#write((await this.read()).filter((each) => each.id !== schedule.id));
  }

  /** By its id, or by its name. Throws NOT_FOUND. */
  async find(idOrName: string): Promise<ReportSchedule> {
    const schedules = await this.read();
    const found = schedules.find(({ id }) => id === idOrName) ?? schedules.find(({ name }) => name === idOrName.trim());
    if (found) return found;
    throw new AppError('NOT_FOUND', `There is no scheduled report '${idOrName}'. Nothing was changed.`);
  }

  #write(schedules: readonly ReportSchedule[]): void {
    try {
      writeWhole(this.#path, `${JSON.stringify(schedules, null, 2)}\n`);
    } catch (error) {
      throw explainDiskError(error);
    }
  }
}

function refused(why: string): AppError {
  return new AppError(
    'INVALID_ARGUMENT',
    `${why} Nothing was saved; give the whole path of a folder that is there and can be written.`,
  );
}
