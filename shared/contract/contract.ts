import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { correctionStepsSchema, correctionsSchema } from '../import/corrections.ts';
import { fileChoiceSchema, importProfileSchema } from '../import/profile.ts';
import { filePartSchema, recognitionSchema } from '../import/recognition.ts';
import { secondFileSchema, shapeFindingSchema } from '../import/shape.ts';
import { type ErrorCode, errorCodes } from '../lib/app-error.ts';
import { followedAnswerSchema, servedAnswerSchema } from '../query/answer.ts';
import { changesScopeSchema, recordHistorySchema, sourceLineSchema } from '../query/changes.ts';
import { explainedRecordsSchema, explainedReportSchema } from '../query/explained.ts';
import {
  followedCountSchema,
  followedPageSchema,
  recordDetailSchema,
  recordsQuerySchema,
  recordsScopeSchema,
  servedPageSchema,
} from '../query/records-query.ts';
import { filterFieldName, reportQuerySchema } from '../query/report-query.ts';
import { backupPlanSchema, backupsSchema } from './backups.ts';
import { columnSetSchema } from './column-sets.ts';
import { correctionsQuerySchema, startedFromFileSchema } from './corrections.ts';
import { dashboardIdSchema, dashboardSchema } from './dashboards.ts';
import { countableSchema, countedSchema, explainedOriginSchema, originSchema } from './explain.ts';
import { gateFindingsSchema, gatePreviewSchema, gateRequestSchema } from './gate.ts';
import { healthSchema } from './health.ts';
import { advisedName, indexesSchema } from './indexes.ts';
import {
  findLotsSchema,
  foundLotsSchema,
  lotNumberSchema,
  lotStorySchema,
  similarLotsSchema,
  touchedLotsSchema,
  touchedQuerySchema,
} from './lots.ts';
import { measureAlertSchema, measureAlertsSchema } from './measure-alerts.ts';
import { addedProfileSchema, addProfileSchema, keptProfileSchema, profileName } from './profiles.ts';
import { recoverySchema } from './recovery.ts';
import {
  reportPreviewInputSchema,
  reportPreviewSchema,
  reportScheduleSchema,
  reportSchedulesSchema,
} from './report-schedules.ts';
import { recordsFormats, reportFormats, reportWordingSchema } from './reports.ts';
import { rollOverRuleSchema } from './roll-over.ts';
import { rulePreviewSchema, ruleText, scheduleSchema, taskNames } from './schedule.ts';
import {
  appEventSchema,
  batchSchema,
  dimensionValueSchema,
  jobSchema,
  previewSchema,
  storeStatusSchema,
} from './schemas.ts';
import { settingsSchema } from './settings.ts';
import { standbySchema, startTroubleSchema, startWaySchema } from './standby.ts';
import { vacuumForecastSchema } from './vacuum.ts';
import { savedViewSchema, viewNameSchema } from './views.ts';
import { watchedChangeSchema, watchedFolderSchema, watchedSchema } from './watched.ts';

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];

/** Every call can fail in one way: with a code and a sentence for a person. */
const base = oc.errors({ APP_ERROR: { status: 422, data: z.object({ code: z.enum(codes) }) } });

const jobStarted = z.object({ jobId: z.string() });
const fileId = z.string().max(200);
/** The file that is joined with it. */
const secondFileId = fileId.optional();
const archiveName = z.string().regex(/^archive_\d{4}(_\d+)?$/);
const folderPath = z.string().min(1).max(4_096);

/** Every call of the service. Hosts carry it over a MessagePort or a WebSocket; handlers implement it. */
export const contract = {
  store: {
    status: base.output(storeStatusSchema),
    /** Fills the store with the sample plant. */
    openSamplePlant: base.output(jobStarted),
  },
  query: {
    run: base.input(reportQuerySchema).output(servedAnswerSchema),
    /** The same, with what is known so far on the way: any number of partial answers, then the answer. */
    follow: base
      .input(z.object({ query: reportQuerySchema, timeLimitSeconds: settingsSchema.shape.timeLimitSeconds.optional() }))
      .output(eventIterator(followedAnswerSchema)),
    /** Where the numbers of a report come from; asks the report where no answer is kept. */
    explain: base.input(reportQuerySchema).output(explainedReportSchema),
  },
  values: {
    /** The values of a field for filter lists, those that contain `search`, in order of text. */
    list: base
      .input(
        z.object({
          field: filterFieldName,
          search: z.string().max(200).default(''),
          limit: z.int().min(1).max(1_000).default(200),
        }),
      )
      .output(z.object({ values: z.array(dimensionValueSchema), more: z.boolean(), cache: z.enum(['fresh', 'miss']) })),
  },
  records: {
    page: base.input(recordsQuerySchema).output(servedPageSchema),
    /** The same, with the rows that are found so far on the way, where records are looked at one by one. */
    followPage: base.input(recordsQuerySchema).output(eventIterator(followedPageSchema)),
    /** How many there are, with what is counted so far on the way. */
    count: base.input(recordsScopeSchema).output(eventIterator(followedCountSchema)),
    get: base.input(z.object({ id: z.int() })).output(recordDetailSchema),
    /** What imports changed of a record, and what was corrected in its row. */
    history: base.input(z.object({ id: z.int() })).output(recordHistorySchema),
    /** The line of the file that it came from, read again; of a file that was sent or moved, from one that is handed over. */
    source: base.input(z.object({ id: z.int(), fileId: fileId.optional() })).output(sourceLineSchema),
    /** Where the rows of a page, a count or a record come from; a page and a record are read once more. */
    explain: base
      .input(
        z.discriminatedUnion('of', [
          z.object({ of: z.literal('page'), query: recordsQuerySchema }),
          z.object({ of: z.literal('search'), scope: recordsScopeSchema }),
          z.object({ of: z.literal('record'), id: z.int() }),
        ]),
      )
      .output(explainedRecordsSchema),
  },
  lots: {
    /** Lots by a part of their number; the newest where there is none. */
    find: base.input(findLotsSchema).output(foundLotsSchema),
    story: base.input(z.strictObject({ lot: lotNumberSchema })).output(lotStorySchema),
    /** Lots of the same item and line, those first whose defects are most alike. */
    similar: base
      .input(z.strictObject({ lot: lotNumberSchema, limit: z.int().min(1).max(100).default(10) }))
      .output(similarLotsSchema),
    /** What else was touched, by one rule; how many lots, by each. */
    touched: base.input(touchedQuerySchema).output(touchedLotsSchema),
  },
  imports: {
    /**
     * Looks at a file the host has been handed: guesses its profile or remembers it, and shows the first rows. Of several profiles
     * for its headings the one used last counts, or the one that is named; null for none of them.
     */
    inspect: base
      .input(fileChoiceSchema.extend({ fileId, secondFileId, profileId: z.int().nullable().optional() }))
      .output(
        z.object({
          fileName: z.string(),
          bytes: z.number(),
          profile: importProfileSchema,
          remembered: z.boolean(),
          /** The profile it is read by; null where it is guessed. */
          profileId: z.int().nullable(),
          /** All for its headings, the one used last first. */
          profiles: z.array(keptProfileSchema.pick({ id: true, name: true, usedAt: true })),
          preview: previewSchema,
          /** Sheets of a workbook, tables of a database or files of an archive, of which one is read; empty where there is no choice. */
          parts: z.array(filePartSchema),
          /** What the file is, and how sure that is. */
          recognised: recognitionSchema,
          /** What of its shape was recognised by itself. */
          findings: z.array(shapeFindingSchema),
          /** What the second file holds, where one was chosen. */
          second: secondFileSchema.nullable(),
        }),
      ),
    preview: base.input(z.object({ fileId, secondFileId, profile: importProfileSchema })).output(previewSchema),
    start: base
      .input(z.object({ fileId, secondFileId, profile: importProfileSchema }).extend(gateRequestSchema.shape))
      .output(jobStarted),
    history: base.output(z.array(batchSchema)),
    undo: base.input(z.object({ batchId: z.int() })).output(jobStarted),
    /** Makes the rejects file of a batch available as a download. */
    rejects: base
      .input(z.object({ batchId: z.int() }))
      .output(z.object({ downloadId: z.string(), fileName: z.string() })),
  },
  /** How files of a kind are read, apart from any file. */
  profiles: {
    /** Every one, the one used last first. */
    list: base.output(z.array(keptProfileSchema)),
    /** Keeps the profile of a file; changes nothing where a person has to say first which of several to keep. */
    add: base.input(addProfileSchema).output(addedProfileSchema),
    rename: base.input(z.object({ id: z.int(), name: profileName })).output(z.array(keptProfileSchema)),
    copy: base.input(z.object({ id: z.int(), name: profileName })).output(z.array(keptProfileSchema)),
    save: base.input(z.object({ id: z.int(), profile: importProfileSchema })).output(z.array(keptProfileSchema)),
    remove: base.input(z.object({ id: z.int() })).output(z.array(keptProfileSchema)),
    /** Makes a profile available as a file to be handed on. */
    export: base.input(z.object({ id: z.int() })).output(z.object({ downloadId: z.string(), fileName: z.string() })),
  },
  /** Folders whose files are imported as they come. */
  watched: {
    list: base.output(watchedSchema),
    add: base.input(watchedFolderSchema.omit({ id: true })).output(watchedSchema),
    change: base.input(watchedChangeSchema).output(watchedSchema),
    /** Watches a folder no longer; its files stay where they are. */
    remove: base.input(z.object({ id: z.string().max(100) })).output(watchedSchema),
    /** Hands a file that failed over to be looked at and imported. */
    open: base
      .input(z.object({ claim: z.string().max(100) }))
      .output(z.object({ fileId: z.string(), name: z.string() })),
    /** Puts files that failed back, to be taken again. */
    again: base.input(z.object({ claims: z.array(z.string().max(100)).min(1).max(1_000) })).output(watchedSchema),
  },
  /** Rows that an import set aside, corrected and imported as a batch of their own. */
  corrections: {
    /** The rows that are still set aside, in groups by reason, and a page of them after some steps. */
    view: base.input(correctionsQuerySchema).output(correctionsSchema),
    /** Imports those that are records after these steps. */
    start: base.input(gateRequestSchema.extend({ batchId: z.int(), steps: correctionStepsSchema })).output(jobStarted),
    /** The same by a rejects file that was corrected in another program. */
    startFromFile: base.input(gateRequestSchema.extend({ batchId: z.int(), fileId })).output(startedFromFileSchema),
  },
  /** What is not plausible in a file. */
  gate: {
    preview: base.input(gatePreviewSchema).output(gateFindingsSchema),
  },
  maintenance: {
    vacuum: base.output(jobStarted),
    /** What it would give back, need and take; looks at the pages of live. */
    vacuumForecast: base.output(vacuumForecastSchema),
    integrity: base.output(jobStarted),
    /** Counts anew by what SQLite chooses between indexes. */
    optimise: base.output(jobStarted),
    archive: base.input(z.object({ year: z.int() })).output(jobStarted),
    /** Archives what a rule does not keep in live, a year at a time. */
    rollOver: base.input(rollOverRuleSchema).output(jobStarted),
    /** Takes an archive back into live, so that its records can be corrected. */
    reopen: base.input(z.object({ archive: archiveName })).output(jobStarted),
    /** Where the store is backed up to, and the backups there. */
    backups: base.output(backupsSchema),
    planBackups: base.input(backupPlanSchema.partial()).output(backupPlanSchema),
    /** Backs up into the folder of the plan, or the one that is named; `whole` trusts nothing of the backups before. */
    backup: base
      .input(z.object({ folder: folderPath.optional(), whole: z.boolean().default(false) }))
      .output(jobStarted),
    /** Restores the newest backup into a scratch folder and compares it. */
    drill: base.input(z.object({ folder: folderPath.optional() })).output(jobStarted),
    /** Rebuilds and checks a backup; it takes the store's place when the store is opened the next time. */
    restore: base
      .input(z.object({ folder: folderPath.optional(), at: z.string().max(40).optional() }))
      .output(jobStarted),
    dropRestore: base.output(z.object({ dropped: z.boolean() })),
  },
  /** Archives that cannot be read, or are not to be relied on. */
  recovery: {
    status: base.output(recoverySchema),
    /** Rebuilds one from a copy, looked for in the folders that are named as well, or from what can still be read of it. */
    rebuild: base
      .input(z.object({ archive: archiveName, folders: z.array(folderPath).max(20).default([]) }))
      .output(jobStarted),
    /** Takes one as it is, though its bytes are not those that were sealed. */
    accept: base.input(z.object({ archive: archiveName })).output(jobStarted),
    /** Takes note of what was lost; answers do not tell of it any more. */
    acknowledge: base
      .input(z.object({ archive: z.union([archiveName, z.literal('live')]) }))
      .output(z.object({ acknowledged: z.boolean() })),
  },
  /** What is done for the store by the clock. */
  schedule: {
    /** Every task with its rule, its next and its last run. */
    list: base.output(scheduleSchema),
    /** Changes the rule of a task, or turns it on or off; gives all. */
    change: base
      .input(z.object({ task: z.enum(taskNames), rule: ruleText.optional(), isOn: z.boolean().optional() }))
      .output(scheduleSchema),
    /** The next times of a rule, or why it is none; changes nothing. */
    preview: base.input(z.object({ rule: z.string().max(200) })).output(rulePreviewSchema),
    /** Starts a task now, whatever its rule; null where there is nothing to do. */
    run: base.input(z.object({ task: z.enum(taskNames) })).output(z.object({ jobId: z.string().nullable() })),
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
  /** A warm copy of the store in another folder. */
  standby: {
    status: base.output(standbySchema),
    /** Sets its folder; `takeOver` lets this store have one that followed it from another place. */
    set: base.input(z.object({ folder: folderPath, takeOver: z.boolean().default(false) })).output(standbySchema),
    /** Follows no longer; what lies in the folder stays there. */
    off: base.output(standbySchema),
    /** Makes it like the store as that is now, whatever it holds. */
    followAnew: base.output(standbySchema),
    /** Copies and checks it; it takes the store's place when the store is opened the next time. */
    failOver: base.output(jobStarted),
  },
  /** Before a store is open. */
  start: {
    /** Why the store could not be opened; null where it is. With a folder, what lies there is among the ways. */
    look: base.input(z.object({ folder: folderPath.optional() })).output(startTroubleSchema.nullable()),
    /** Puts a copy into the place of the store and opens it. */
    putInPlace: base.input(startWaySchema.pick({ way: true, folder: true, at: true })).output(jobStarted),
    /** Makes the live file anew of all that can still be read of it, and opens the store. */
    salvage: base.output(jobStarted),
  },
  indexes: {
    /** Every index of the store with its size, what goes by it and what is wrong with it, and the latest advice. */
    list: base.output(indexesSchema),
    /** Tries indexes for the questions that were slow, on a copy; nothing of the store changes. */
    advise: base.output(jobStarted),
    /** Makes an index of advice in every file. */
    apply: base.input(z.object({ name: advisedName })).output(jobStarted),
    /** Takes it away again. */
    revert: base.input(z.object({ name: advisedName })).output(jobStarted),
  },
  exports: {
    /** Writes an answer as a file; the job's result holds downloadId, fileName and rows. The options beside wording are those of CSV. */
    report: base
      .input(
        z.object({
          query: reportQuerySchema,
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
  jobs: {
    /** Running and queued jobs first, then the history, newest first. */
    list: base.output(z.array(jobSchema)),
    cancel: base.input(z.object({ jobId: z.string() })).output(z.object({ cancelled: z.boolean() })),
  },
  explain: {
    /** Where a number comes from that no question of records gives: what came of an import, a file, a figure of Health. */
    origin: base.input(originSchema).output(explainedOriginSchema),
    /** Counts the records of an import or a file one by one. */
    count: base.input(countableSchema).output(countedSchema),
  },
  /** What the program did and how it is. */
  health: {
    get: base.output(healthSchema),
  },
  settings: {
    get: base.output(settingsSchema),
    /** Changes what is named, and gives all. */
    change: base.input(settingsSchema.partial()).output(settingsSchema),
  },
  /** How the columns of the grid of records lie, saved under names. Each call gives all there are then, by name. */
  columnSets: {
    list: base.output(z.array(columnSetSchema)),
    /** Saves one, in the place of one of the same name. */
    save: base.input(columnSetSchema).output(z.array(columnSetSchema)),
    rename: base.input(z.strictObject({ name: viewNameSchema, to: viewNameSchema })).output(z.array(columnSetSchema)),
    remove: base.input(z.strictObject({ name: viewNameSchema })).output(z.array(columnSetSchema)),
  },
  /** What is watched of measures, and what was found. Each call gives all of it as it is then. */
  measureAlerts: {
    list: base.output(measureAlertsSchema),
    /** Watches something, in the place of what has the same name, and looks at once. */
    save: base.input(measureAlertSchema).output(measureAlertsSchema),
    remove: base.input(z.strictObject({ name: viewNameSchema })).output(measureAlertsSchema),
  },
  /** What screens showed, saved under names. Each call gives all there are then, by name. */
  views: {
    list: base.output(z.array(savedViewSchema)),
    /** Saves one, in the place of one of the same name. */
    save: base.input(savedViewSchema).output(z.array(savedViewSchema)),
    rename: base.input(z.strictObject({ name: viewNameSchema, to: viewNameSchema })).output(z.array(savedViewSchema)),
    copy: base.input(z.strictObject({ name: viewNameSchema, to: viewNameSchema })).output(z.array(savedViewSchema)),
    remove: base.input(z.strictObject({ name: viewNameSchema })).output(z.array(savedViewSchema)),
  },
  /** Tiles on a grid. Each call gives all dashboards there are then, in the order in which they were made. */
  dashboards: {
    list: base.output(z.array(dashboardSchema)),
    /** Keeps one as it was made of the revision it names; a new one names 0. */
    save: base.input(dashboardSchema).output(z.array(dashboardSchema)),
    remove: base.input(z.strictObject({ id: dashboardIdSchema })).output(z.array(dashboardSchema)),
  },
  cache: {
    /** Drops the kept answers that concern all of what is named, or every one; they are computed anew when asked for. */
    drop: base
      .input(
        z.strictObject({ item: z.string().optional(), line: z.string().optional(), partition: z.string().optional() }),
      )
      .output(z.object({ dropped: z.number() })),
  },
  /** What happens while a window is open: jobs, alerts, changes of the store. */
  events: base.output(eventIterator(appEventSchema)),
};
export type Contract = typeof contract;
