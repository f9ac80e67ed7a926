import { z } from 'zod';
import { correctionStepsSchema, correctionsSchema } from '../../import/corrections.ts';
import { fileChoiceSchema, importProfileSchema } from '../../import/profile.ts';
import { filePartSchema, recognitionSchema } from '../../import/recognition.ts';
import { secondFileSchema, shapeFindingSchema } from '../../import/shape.ts';
import { correctionsQuerySchema, startedFromFileSchema } from '../corrections.ts';
import { gateFindingsSchema, gatePreviewSchema, gateRequestSchema } from '../gate.ts';
import { addedProfileSchema, addProfileSchema, keptProfileSchema, profileName } from '../profiles.ts';
import { batchSchema, previewSchema } from '../schemas.ts';
import { watchedChangeSchema, watchedFolderSchema, watchedSchema } from '../watched.ts';
import { base, fileId, jobStarted } from './base.ts';

/** The file that is joined with it. */
const secondFileId = fileId.optional();

/** The calls that bring files in: imports, their profiles, watched folders, corrections and what is not plausible. */
export const importingCalls = {
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
    /** Changes the profile that was `before`; refused where it was changed since. */
    save: base
      .input(z.object({ id: z.int(), profile: importProfileSchema, before: importProfileSchema }))
      .output(z.array(keptProfileSchema)),
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
};
