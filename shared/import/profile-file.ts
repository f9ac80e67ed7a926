import { z } from 'zod';
import { importProfileSchema } from './profile.ts';

/**
 * A profile as a file that people hand on: the profile itself, and the headings of the files it is for, which need not be told.
 * A file says how text is read and nothing else: it can name no place and run nothing, and what is not known in it is refused.
 */
export const profileFileSchema = importProfileSchema.extend({
  headings: z.array(z.string().max(10_000)).max(20_000).optional(),
});
export type ProfileFile = z.infer<typeof profileFileSchema>;
