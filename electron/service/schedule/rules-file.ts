import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../../../db/backup/write-whole.ts';
import { explainDiskError } from '../../../db/store/disk-error.ts';
import { ruleText, type TaskName, taskDefinitions, taskNames } from '../../../shared/contract/schedule.ts';
import { ifMissing } from '../if-missing.ts';
import { troubleOf } from './rule.ts';

export interface TaskRule {
  rule: string;
  isOn: boolean;
}
export type TaskRules = Record<TaskName, TaskRule>;

const rulesSchema = z.partialRecord(
  z.enum(taskNames),
  z.strictObject({ rule: ruleText.refine((text) => troubleOf(text) === null), isOn: z.boolean() }).partial(),
);
type Chosen = z.infer<typeof rulesSchema>;

/**
 * When each task runs, in a file of the store's folder that a person can read; what it does not name is as by default. It is read
 * each time, as the command line may change it beside an open window.
 */
export class RulesFile {
  readonly #path: string;
  readonly #onUnreadable: (error: unknown) => void;
  #isTold = false;

  /** Tells `onUnreadable`, once, of a file that cannot be read; the defaults hold then. */
  constructor(path: string, onUnreadable: (error: unknown) => void) {
    this.#path = path;
    this.#onUnreadable = onUnreadable;
  }

  async read(): Promise<TaskRules> {
    return withDefaults(await this.#chosen());
  }

  /** Changes what is named, in a rule that troubleOf has nothing against. Throws in words. */
  async change(task: TaskName, changes: Partial<TaskRule>): Promise<void> {
    const chosen = await this.#chosen();
    const next = { ...chosen, [task]: changed(task, { ...chosen[task], ...changes }) };
    try {
      writeWhole(this.#path, `${JSON.stringify(next, null, 2)}\n`);
    } catch (error) {
      throw explainDiskError(error);
    }
  }

  async #chosen(): Promise<Chosen> {
    try {
      return rulesSchema.parse(JSON.parse(await readFile(this.#path, 'utf8').catch(ifMissing('{}'))));
    } catch (error) {
      if (!this.#isTold) this.#onUnreadable(error);
      this.#isTold = true;
      return {};
    }
  }
}

function withDefaults(chosen: Chosen): TaskRules {
  const entries = taskNames.map((task) => {
    const { rule, isOn } = taskDefinitions[task];
    return [task, { rule: chosen[task]?.rule ?? rule, isOn: chosen[task]?.isOn ?? isOn }];
  });
  return Object.fromEntries(entries) as TaskRules;
}

/** What differs from the defaults, so that a better default holds where nobody chose. */
function changed(task: TaskName, { rule, isOn }: Chosen[TaskName] & object): Partial<TaskRule> {
  const byDefault = taskDefinitions[task];
  return {
    ...(rule !== undefined && rule !== byDefault.rule ? { rule } : {}),
    ...(isOn !== undefined && isOn !== byDefault.isOn ? { isOn } : {}),
  };
}
