import { z } from 'zod';
import { relativeRanges } from '../domain/relative-range.ts';
import { dimensionNames } from '../query/dimensions.ts';
import { recordsScopeSchema } from '../query/records-query.ts';
import { filterSchema, reportQuerySchema } from '../query/report-query.ts';
import { comparisonSchema } from '../questions/explore/comparison.ts';
import { boardScreens, dashboardIdSchema } from './dashboards.ts';
import {
  boardFormats,
  type ReportFormat,
  recordsFormats,
  reportFormats,
  reportWordingSchema,
  viewAddressSchema,
} from './reports.ts';
import { ruleText, ruleTroubleSchema } from './schedule.ts';
import { addressParams, viewNameSchema } from './views.ts';

/** Under what a report is listed, and what its files are named after. */
export const reportNameSchema = z.string().trim().min(1).max(80);

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write the time as HH:MM');

/** When a shift ends on the clock of the plant, and which production day it then belongs to. */
export const shiftEndSchema = z.strictObject({
  /** As records name it. */
  shift: z.string().trim().min(1).max(100),
  endsAt: clock,
  /** The date on which it ends, or the one before: plants count their nights either way. */
  day: z.enum(['same', 'before']),
});
export type ShiftEnd = z.infer<typeof shiftEndSchema>;

/** So long after its end the records of a shift may still come in. */
export const MOST_MINUTES_AFTER = 12 * 60;

/** By a rule of cron, or after each shift. */
export const reportWhenSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('rule'), rule: ruleText }),
  z.strictObject({
    by: z.literal('shiftEnd'),
    shifts: z
      .array(shiftEndSchema)
      .min(1)
      .max(12)
      .refine((shifts) => new Set(shifts.map(({ endsAt }) => endsAt)).size === shifts.length, {
        error: 'two of the shifts end at the same time: what is written then would be of either',
      }),
    minutesAfter: z.int().min(0).max(MOST_MINUTES_AFTER),
  }),
]);
export type ReportWhen = z.infer<typeof reportWhenSchema>;

/** What can stand where a question has its dates: time by the period that suits the range. */
export const TIME = 'time';

/** A question without its dates, which come from the day on which it is asked. */
export const scheduledQuestionSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('report'),
    query: reportQuerySchema.omit({ from: true, to: true, dimensions: true, orderBy: true }).extend({
      dimensions: z.array(z.enum([TIME, ...dimensionNames])).max(5),
      orderBy: z
        .array(z.strictObject({ field: z.string().max(40), direction: z.enum(['asc', 'desc']).default('asc') }))
        .max(5)
        .default([]),
    }),
    comparison: comparisonSchema.optional(),
  }),
  z.strictObject({ of: z.literal('records'), scope: recordsScopeSchema.omit({ from: true, to: true }) }),
  // A dashboard as it is when it is written; its tiles without dates or filters of their own have those of the run.
  z.strictObject({ of: z.literal('board'), id: dashboardIdSchema, filters: z.array(filterSchema).max(20) }),
  // All parts of a screen, as its address without dates and filters shows them.
  z.strictObject({
    of: z.literal('screen'),
    screen: z.enum(boardScreens),
    params: addressParams.default(''),
    filters: z.array(filterSchema).max(20),
  }),
]);
export type ScheduledQuestion = z.infer<typeof scheduledQuestionSchema>;

/** As what a question can be written. */
export function formatsOf({ of }: Pick<ScheduledQuestion, 'of'>): readonly ReportFormat[] {
  return { report: reportFormats, records: recordsFormats, board: boardFormats, screen: boardFormats }[of];
}

/** The shift that has just ended, or a range told from the day. */
export const reportRanges = ['shift', ...relativeRanges] as const;
export type ReportRange = (typeof reportRanges)[number];

/** Whether what is asked and when it is written go together. */
const fitsWhen = ({ range, when }: { range: ReportRange; when: ReportWhen }) =>
  range !== 'shift' || when.by === 'shiftEnd';
const misfit = { path: ['range'], message: 'only what is written after a shift can be of that shift' };

const scheduleFields = z.strictObject({
  id: z.uuid(),
  name: reportNameSchema,
  question: scheduledQuestionSchema,
  /** Where the window shows what it asks. */
  view: viewAddressSchema,
  /** The saved view that it was scheduled from, by the name that had then. */
  savedAs: viewNameSchema.optional(),
  range: z.enum(reportRanges),
  format: z.enum(reportFormats),
  /** The whole path of the folder that its files go into. */
  folder: z.string().min(1).max(4_096),
  when: reportWhenSchema,
  wording: reportWordingSchema.pick({ language: true, locale: true }),
  isOn: z.boolean(),
});

/** A report that is written by the clock. */
export const reportScheduleSchema = scheduleFields
  .refine(fitsWhen, misfit)
  .refine(({ question, format }) => formatsOf(question).includes(format), {
    path: ['format'],
    message: `records are written as ${recordsFormats.join(' or ')}, a dashboard and a whole screen as ${boardFormats.join(' or ')}`,
  });
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

/** One time that a report was to be written. */
export const reportRunSchema = z.object({
  schedule: z.string(),
  /** As the report was named then. */
  name: z.string(),
  /** When it should have been, on the clock of the wall ('YYYY-MM-DDTHH:MM'); null where a person began it. */
  due: z.string().nullable(),
  /** An instant. */
  at: z.string(),
  state: z.enum(['written', 'failed', 'cancelled']),
  /** First and last production day. */
  from: z.string(),
  to: z.string(),
  /** Where the file lies; null where there is none. */
  file: z.string().nullable(),
  rows: z.int().nullable(),
  bytes: z.int().nullable(),
  /** The instant of the newest record that could be in it. */
  asOf: z.string().nullable(),
  /** Why there is no file; empty where there is. */
  message: z.string(),
});
export type ReportRun = z.infer<typeof reportRunSchema>;

export const reportScheduleStatusSchema = z.object({
  schedule: reportScheduleSchema,
  /** The next time of its rule, an instant; null when it is paused. */
  nextRunAt: z.string().nullable(),
  /** What a run that is due waits for; null when none is due. */
  waitsFor: z.enum(['quiet', 'job', 'program', 'folder']).nullable(),
  /** Why a run that is due could not be done yet, in words; it is tried again. Null where nothing is wrong. */
  trouble: z.string().nullable(),
  last: reportRunSchema.nullable(),
});
export type ReportScheduleStatus = z.infer<typeof reportScheduleStatusSchema>;

export const reportSchedulesSchema = z.object({
  /** In which times are read, by its IANA name. */
  timeZone: z.string(),
  schedules: z.array(reportScheduleStatusSchema),
  /** The newest runs of all, newest first. */
  history: z.array(reportRunSchema),
  /** Shifts that the calendar of an import profile knows, with the production day that it gives them; empty where none has one. */
  knownShifts: z.array(shiftEndSchema),
});
export type ReportSchedules = z.infer<typeof reportSchedulesSchema>;

/** Of which the next runs are told. */
export const reportPreviewInputSchema = scheduleFields
  .pick({ name: true, when: true, range: true, format: true })
  .extend({ when: z.union([reportWhenSchema, z.strictObject({ by: z.literal('rule'), rule: z.string().max(200) })]) })
  .refine(fitsWhen, misfit);

/** What the next runs of a schedule would be, before it is kept. */
export const reportPreviewSchema = z.object({
  trouble: ruleTroubleSchema.nullable(),
  /** Each with its instant, the production days that it is of, its shift, and the name of its file. */
  runs: z.array(
    z.object({
      at: z.string(),
      from: z.string(),
      to: z.string(),
      shift: z.string().nullable(),
      fileName: z.string(),
    }),
  ),
});
export type ReportPreview = z.infer<typeof reportPreviewSchema>;

/** More than this nobody reads. */
export const MOST_SCHEDULES = 100;
