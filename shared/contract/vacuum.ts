import { z } from 'zod';

/** What VACUUM would give back and take, before it is begun. Sizes are bytes of the live file and of disks. */
export const vacuumForecastSchema = z.object({
  bytes: z.number(),
  /** Of pages that hold nothing. */
  freeBytes: z.number(),
  /** What it would give back, half-empty pages included. */
  reclaimableBytes: z.number(),
  /** Whether every page was looked at; else what the others hold is reckoned. */
  isWhole: z.boolean(),
  /** What it needs free while it runs, and what there is where that is least. */
  neededBytes: z.number(),
  freeDiskBytes: z.number(),
  /** The last one that the history knows; null before the first. */
  last: z.object({ at: z.string(), tookMs: z.number(), bytesFreed: z.number() }).nullable(),
  /** How long this one takes if it writes as fast as the last; null before the first. */
  expectedMs: z.number().nullable(),
});
export type VacuumForecast = z.infer<typeof vacuumForecastSchema>;
