import { z } from 'zod';
import { changesScopeSchema } from '../../query/changes.ts';
import { recordsScopeSchema } from '../../query/records-query.ts';
import { reportQuerySchema } from '../../query/report-query.ts';
import { comparisonSchema } from '../../questions/explore/comparison.ts';
import { boardScreens, dashboardIdSchema } from '../dashboards.ts';
import { touchedQuerySchema } from '../lots.ts';
import {
  reportPreviewInputSchema,
  reportPreviewSchema,
  reportScheduleSchema,
  reportSchedulesSchema,
} from '../report-schedules.ts';
import { recordsFormats, reportFormats, reportWordingSchema } from '../reports.ts';
import { addressParams } from '../views.ts';
import { base, jobStarted } from './base.ts';

/** The calls that write files for others: exports, and reports by the clock. */
export const handingOnCalls = {
  exports: {
    /** Writes a dashboard as a PDF, with the range and filters of `params` for the tiles that have none of their own. */
    board: base
      .input(
        z.strictObject({
          id: dashboardIdSchema,
          params: addressParams,
          wording: reportWordingSchema.pick({ language: true, locale: true }),
        }),
      )
      .output(jobStarted),
    /** Writes all parts of a screen as a PDF, as its address shows them. */
    screen: base
      .input(
        z.strictObject({
          screen: z.enum(boardScreens),
          params: addressParams,
          wording: reportWordingSchema.pick({ language: true, locale: true }),
        }),
      )
      .output(jobStarted),
    /** Writes an answer as a file; the job's result holds downloadId, fileName and rows. The options beside wording are those of CSV. */
    report: base
      .input(
        z.object({
          query: reportQuerySchema,
          /** Adds what each number is compared with, the difference and the change. */
          comparison: comparisonSchema.optional(),
          format: z.enum(reportFormats).default('csv'),
          wording: reportWordingSchema.partial().default({}),
          byteOrderMark: z.boolean().default(true),
          about: z.boolean().default(true),
        }),
      )
      .output(jobStarted),
    /** The lots that a rule finds beside one, a line each. */
    touchedLots: base
      .input(
        touchedQuerySchema
          .omit({ limit: true })
          .extend({ byteOrderMark: z.boolean().default(true), about: z.boolean().default(true) }),
      )
      .output(jobStarted),
    /** Every field that imports changed, a line each. */
    changes: base
      .input(z.object({ scope: changesScopeSchema, byteOrderMark: z.boolean().default(true) }))
      .output(jobStarted),
    records: base
      .input(
        z.object({
          scope: recordsScopeSchema,
          format: z.enum(recordsFormats).default('csv'),
          wording: reportWordingSchema.partial().default({}),
          byteOrderMark: z.boolean().default(true),
          about: z.boolean().default(true),
        }),
      )
      .output(jobStarted),
  },
  /** Reports that are written into a folder by the clock. Each change gives all there are then. */
  reportSchedules: {
    list: base.output(reportSchedulesSchema),
    /** Keeps one, in the place of the one of its id. */
    save: base.input(reportScheduleSchema).output(reportSchedulesSchema),
    /** Pauses one, or lets it go on. */
    turn: base.input(z.strictObject({ id: z.uuid(), isOn: z.boolean() })).output(reportSchedulesSchema),
    /** What it wrote stays where it is. */
    remove: base.input(z.strictObject({ id: z.uuid() })).output(reportSchedulesSchema),
    /** What the next runs would be of and be named, or why its rule is none; changes nothing. */
    preview: base.input(reportPreviewInputSchema).output(reportPreviewSchema),
    /** Writes one now, by its id or its name. */
    run: base.input(z.strictObject({ report: z.string().max(100) })).output(jobStarted),
  },
};
