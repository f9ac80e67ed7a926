import { z } from 'zod';

export const watchedPath = z.string().min(1).max(4_096);

/** Which names of a folder are looked at: `*` and `?`, several set apart by semicolons. */
export const watchedPattern = z.string().trim().min(1).max(200);

/** A folder whose files are imported as they come. */
export const watchedFolderSchema = z.object({
  id: z.string(),
  path: watchedPath,
  pattern: watchedPattern,
  /** The name of the profile by which all its files are read; null where each is read by that of its headings. */
  profile: z.string().nullable(),
  isOn: z.boolean(),
});
export type WatchedFolder = z.infer<typeof watchedFolderSchema>;

export const watchedStates = ['taken', 'imported', 'failed', 'returned'] as const;

/** A file that came into a watched folder. */
export const watchedFileSchema = z.object({
  claim: z.string(),
  folder: z.string(),
  file: z.string(),
  /** Taken and not settled yet, imported, failed, or put back into the folder to be taken again. */
  state: z.enum(watchedStates),
  message: z.string(),
  batchId: z.int().nullable(),
  /** An instant; null until it lies where it belongs. */
  settledAt: z.string().nullable(),
  /** Where it lies, within the folder and with '/'. */
  liesAt: z.string(),
});
export type WatchedFile = z.infer<typeof watchedFileSchema>;

/** How a folder is doing. */
export const watchedFolderStatusSchema = watchedFolderSchema.extend({
  /** Why its files cannot be taken at the moment; null where they can. */
  trouble: z.string().nullable(),
  /** Files that are there and still arriving, or wait for their turn. */
  waiting: z.int(),
});

export const watchedSchema = z.object({
  /** Whether this program looks at the folders; one beside the window that owns the store only tells of them. */
  isWatching: z.boolean(),
  /** Why no file can be imported at the moment, such as a full disk; null where they can. */
  trouble: z.string().nullable(),
  folders: z.array(watchedFolderStatusSchema),
  /** What failed and was not seen to since, newest first. */
  failed: z.array(watchedFileSchema),
  /** The newest of all, newest first. */
  files: z.array(watchedFileSchema),
});
export type Watched = z.infer<typeof watchedSchema>;

/** What is changed of a folder. */
export const watchedChangeSchema = watchedFolderSchema
  .pick({ pattern: true, profile: true, isOn: true })
  .partial()
  .extend({ id: z.string().max(100) });
