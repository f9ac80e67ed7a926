import { z } from 'zod';
import { type Job, jobSchema } from './schemas.ts';

/** What can be done for a store by the clock, in the order in which it is done when several are due. */
export const taskNames = ['backup', 'integrity', 'optimise', 'drill', 'rollOver', 'vacuum'] as const;
export type TaskName = (typeof taskNames)[number];

export interface TaskDefinition {
  /** The kind of its jobs, by which the last one is found. */
  kind: Job['kind'];
  /** When it runs unless a person chose otherwise: minute, hour, day of the month, month, day of the week. */
  rule: string;
  isOn: boolean;
  /**
   * After how many minutes of waiting for a quiet moment it runs among questions; null where it rather waits on, as what it
   * does keeps imports waiting for long or changes files.
   */
  longestWaitMinutes: number | null;
}

const hours = 60;

/**
 * Every task as data. What only reads, or was asked for by naming a folder, is on; what rewrites files is for a person to turn
 * on. The backup comes first, so that it holds what the others begin with.
 */
export const taskDefinitions: Record<TaskName, TaskDefinition> = {
  backup: { kind: 'backup', rule: '10 2 * * *', isOn: true, longestWaitMinutes: 2 * hours },
  integrity: { kind: 'integrity', rule: '0 3 * * 0', isOn: true, longestWaitMinutes: 12 * hours },
  optimise: { kind: 'optimise', rule: '30 2 * * 0', isOn: true, longestWaitMinutes: 12 * hours },
  drill: { kind: 'drill', rule: '0 4 1 * *', isOn: true, longestWaitMinutes: 12 * hours },
  rollOver: { kind: 'rollOver', rule: '0 5 2 * *', isOn: false, longestWaitMinutes: null },
  vacuum: { kind: 'vacuum', rule: '0 5 3 * *', isOn: false, longestWaitMinutes: null },
};

/** A moment is quiet when nobody has asked anything for so long and no job runs. */
export const QUIET_MINUTES = 5;

export const ruleText = z.string().trim().min(1).max(200);

/** The five parts of a rule, in their order. */
export const ruleFields = ['minute', 'hour', 'day', 'month', 'weekDay'] as const;

/** Why a text is no rule: not of five parts, one of them not understood, a date that never comes, or too often. */
export const ruleTroubleSchema = z.enum(['parts', ...ruleFields, 'never', 'tooOften']);
export type RuleTrouble = z.infer<typeof ruleTroubleSchema>;

export const scheduledTaskSchema = z.object({
  task: z.enum(taskNames),
  rule: z.string(),
  isOn: z.boolean(),
  /** What is missing before it can run though it is on; null when nothing is. */
  needs: z.enum(['backupFolder', 'limitOfLive']).nullable(),
  /** What a run that is due waits for: a quiet moment, the end of a job, or that the program is open; null when none is due. */
  waitsFor: z.enum(['quiet', 'job', 'program']).nullable(),
  /** It is due because the program was ended without closing the store, and not by its rule. */
  isOwed: z.boolean(),
  /** The next time of its rule, an instant; null when it is off, cannot run yet, or is due. */
  nextRunAt: z.string().nullable(),
  /** Its newest job that is over, by the clock or by hand; null before the first. */
  last: jobSchema.nullable(),
});
export type ScheduledTask = z.infer<typeof scheduledTaskSchema>;

export const scheduleSchema = z.object({
  /** In which rules are read, by its IANA name. */
  timeZone: z.string(),
  tasks: z.array(scheduledTaskSchema),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const rulePreviewSchema = z.object({
  trouble: ruleTroubleSchema.nullable(),
  /** The next times, instants; none where there is trouble. */
  runs: z.array(z.string()),
});
export type RulePreview = z.infer<typeof rulePreviewSchema>;
