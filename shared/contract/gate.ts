import { z } from 'zod';
import { decisionsSchema, findingSchema } from '../import/gate.ts';
import { importProfileSchema } from '../import/profile.ts';

const fileId = z.string().max(200);

/** Asks what is not plausible in the first rows of a file. */
export const gatePreviewSchema = z.object({
  fileId,
  secondFileId: fileId.optional(),
  profile: importProfileSchema,
});
export const gateFindingsSchema = z.array(findingSchema);

/** What is said about the findings of this file alone; a profile keeps what holds for all of its kind. */
export const gateRequestSchema = z.object({ decisions: decisionsSchema.default({}) });
