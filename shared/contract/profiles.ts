import { z } from 'zod';
import { importProfileSchema } from '../import/profile.ts';

/** A profile that a store keeps. */
export const keptProfileSchema = z.object({
  id: z.int(),
  /** Empty where nobody gave it one. */
  name: z.string(),
  /** Of the files that it is for; empty where it came from a file that did not tell them and none was imported by it yet. */
  headings: z.array(z.string()),
  /** The same for profiles of the same headings; empty where these are not known. */
  fingerprint: z.string(),
  /** An instant; null before the first import by it. */
  usedAt: z.string().nullable(),
  imports: z.int(),
  profile: importProfileSchema,
});
export type KeptProfile = z.infer<typeof keptProfileSchema>;

export const profileName = z.string().trim().min(1).max(100);

/** What comes of a profile file: it is kept, or there are others for the same headings and a person says which to keep. */
export const addedProfileSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('added'), profile: keptProfileSchema }),
  z.object({ outcome: z.literal('sameHeadings'), name: z.string(), others: z.array(keptProfileSchema) }),
]);
export type AddedProfile = z.infer<typeof addedProfileSchema>;

/** In place of which profile one from a file is kept, or beside all others; asked where neither is said. */
export const addProfileSchema = z.object({
  content: z.string().max(4_000_000),
  insteadOf: z.int().optional(),
  beside: z.boolean().default(false),
});
