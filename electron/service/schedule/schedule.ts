import {
  type RulePreview,
  type ScheduledTask,
  type Schedule as ScheduleShown,
  type TaskName,
  taskDefinitions,
  taskNames,
} from '../../../shared/contract/schedule.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import type { Clock } from '../clock.ts';
import type { MemoryFile, TaskMemories } from './memory-file.ts';
import { afterStart, dueRun, nextRun, remembered, type TaskMemory, tryOf } from './occurrences.ts';
import { parseRule, type Rule, troubleOf } from './rule.ts';
import type { RulesFile, TaskRule } from './rules-file.ts';
import { instantOf, type WallTime, wallTime } from './wall-time.ts';

export interface ScheduleParts {
  clock: Clock;
  rules: RulesFile;
  memory: MemoryFile<TaskMemories>;
  /** What a task lacks before it can run. */
  needs(task: TaskName): Promise<ScheduledTask['needs']>;
  /** Whether a task is due whatever its rule says. */
  isOwed(task: TaskName): boolean;
  /** The newest job that is over of each kind. */
  lastJobs(): Promise<Partial<Record<Job['kind'], Job>>>;
}

/** A run that is due. */
export interface DueRun {
  task: TaskName;
  run: WallTime;
  /** Which try of it this is, from 1. */
  tries: number;
}

const RUNS_PREVIEWED = 3;

/** When tasks run: the rules that hold, what is due, and what is next. */
export class Schedule {
  readonly #parts: ScheduleParts;
  readonly #rules = new Map<string, Rule>();

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
  }

  /** Every task with its next and its last run; `waitsFor` says what one that is due waits for. */
  async list(waitsFor: (task: TaskName) => ScheduledTask['waitsFor']): Promise<ScheduleShown> {
    const { clock, rules, memory, lastJobs } = this.#parts;
    const zone = clock.zone();
    const now = wallTime(clock.now(), zone);
    const [chosen, memories, last] = await Promise.all([rules.read(), memory.read(), lastJobs()]);
    const show = async (task: TaskName): Promise<ScheduledTask> => {
      const { rule: text, isOn } = chosen[task];
      const needs = await this.#parts.needs(task);
      const rule = this.#ruleOf(text);
      const known = remembered(memories[task], rule, now);
      const runs = isOn && needs === null;
      const isByRule = runs && dueRun(known, rule, now) !== null;
      const isOwed = runs && !isByRule && this.#parts.isOwed(task);
      const isDue = isByRule || isOwed;
      const next = runs && !isDue ? nextRun(known, rule, now) : null;
      return {
        task,
        rule: text,
        isOn,
        needs: isOn ? needs : null,
        waitsFor: isDue ? waitsFor(task) : null,
        isOwed,
        nextRunAt: next === null ? null : new Date(instantOf(next, zone)).toISOString(),
        last: last[taskDefinitions[task].kind] ?? null,
      };
    };
    return { timeZone: zone, tasks: await Promise.all(taskNames.map(show)) };
  }

  /** Changes the rule of a task, or turns it on or off. Throws INVALID_ARGUMENT and the like in words. */
  async change(task: TaskName, changes: Partial<TaskRule>): Promise<void> {
    if (changes.rule !== undefined) this.#ruleOf(changes.rule);
    await this.#parts.rules.change(task, changes);
  }

  /** The next times of a rule, or why it is none. */
  preview(text: string): RulePreview {
    const trouble = troubleOf(text);
    if (trouble) return { trouble, runs: [] };
    const { clock } = this.#parts;
    const zone = clock.zone();
    const rule = this.#ruleOf(text);
    const runs: string[] = [];
    let next = rule.next(wallTime(clock.now(), zone));
    while (next !== null && runs.length < RUNS_PREVIEWED) {
      runs.push(new Date(instantOf(next, zone)).toISOString());
      next = rule.next(next);
    }
    return { trouble: null, runs };
  }

  /** The runs that are due, those first that others build on; what is off, or lacks something, begins anew when it no longer is. */
  async due(): Promise<DueRun[]> {
    const { clock, rules, memory } = this.#parts;
    const now = wallTime(clock.now(), clock.zone());
    const [chosen, before] = await Promise.all([rules.read(), memory.read()]);
    const after: TaskMemories = {};
    const due: DueRun[] = [];
    for (const task of taskNames) {
      const { rule: text, isOn } = chosen[task];
      if (!isOn || (await this.#parts.needs(task)) !== null) continue;
      const rule = this.#ruleOf(text);
      const known = remembered(before[task], rule, now);
      after[task] = known;
      const run = dueRun(known, rule, now) ?? (this.#parts.isOwed(task) ? now : null);
      if (run !== null) due.push({ task, run, tries: tryOf(known, run) });
    }
    if (taskNames.some((task) => after[task] !== before[task])) memory.write(after);
    return due;
  }

  /** Remembers something of a task; of one that was turned off meanwhile there is nothing to remember. */
  async note(task: TaskName, change: (memory: TaskMemory) => TaskMemory): Promise<void> {
    const { memory } = this.#parts;
    const memories = await memory.read();
    const known = memories[task];
    if (known) memory.write({ ...memories, [task]: change(known) });
  }

  /** Settles what had begun when the program ended; `isOver` tells whether a job came to its end. */
  async settle(isOver: (jobId: string) => boolean): Promise<void> {
    for (const task of taskNames) await this.note(task, (known) => afterStart(known, isOver));
  }

  #ruleOf(text: string): Rule {
    const rule = this.#rules.get(text) ?? parseRule(text);
    this.#rules.set(text, rule);
    return rule;
  }
}
