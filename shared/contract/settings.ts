import { z } from 'zod';

/** What a person can set for a store. */
export const settingsSchema = z.strictObject({
  /** Seconds that reading records for one question may take; 0 for as long as it takes. */
  timeLimitSeconds: z.int().min(0).max(86_400),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A minute is more than the longest question over ten million records took by a half, and less than one waits for. */
export const defaultSettings: Settings = { timeLimitSeconds: 60 };
