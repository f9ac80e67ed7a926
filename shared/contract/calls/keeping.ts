import { z } from 'zod';
import { backupPlanSchema, backupsSchema } from '../backups.ts';
import { advisedName, indexesSchema } from '../indexes.ts';
import { recoverySchema } from '../recovery.ts';
import { rollOverRuleSchema } from '../roll-over.ts';
import { rulePreviewSchema, ruleText, scheduleSchema, taskNames } from '../schedule.ts';
import { standbySchema, startTroubleSchema, startWaySchema } from '../standby.ts';
import { vacuumForecastSchema } from '../vacuum.ts';
import { archiveName, base, folderPath, jobStarted } from './base.ts';

/** The calls that look after the store: its upkeep, damage, the clock, the standby, the start and indexes. */
export const keepingCalls = {
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
    /** Takes note of what was lost or, of live, decayed; answers do not tell of it any more. */
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
};
