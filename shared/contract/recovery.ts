import { z } from 'zod';

/** What a sum was before and is now; null where it cannot be told, as what kept it is damaged too. */
const sumDifferenceSchema = z.object({ before: z.number(), after: z.number() }).nullable();

/** One month of an archive as the store knew it, beside what could be brought back. */
export const monthDifferenceSchema = z.object({
  /** Months since year 0. */
  month: z.number(),
  recordsBefore: z.number(),
  recordsAfter: z.number(),
  /** First and last day that the store knew records of, 'YYYY-MM-DD'. */
  from: z.string(),
  to: z.string(),
  /** Days whose count or sums are not as before; null where it cannot be told. */
  days: z.array(z.string()).nullable(),
  good: sumDifferenceSchema,
  defects: sumDifferenceSchema,
});
export type MonthDifference = z.infer<typeof monthDifferenceSchema>;

/** Where an archive came back from: a copy that is the sealed file byte for byte, an older copy, or the damaged file itself. */
export const recoverySources = ['sealedCopy', 'olderCopy', 'readable'] as const;
export type RecoverySource = (typeof recoverySources)[number];

/** What is told of an archive that was not brought back byte for byte, until somebody has taken note. */
export const rebuiltSchema = z.object({
  at: z.string(),
  source: z.enum(recoverySources),
  months: z.array(monthDifferenceSchema),
});
export type Rebuilt = z.infer<typeof rebuiltSchema>;

/** An archive that is not as it should be. */
const flawedArchiveSchema = z.object({
  name: z.string(),
  file: z.string(),
  /** As the store knows it. */
  records: z.number(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  /** Why it cannot be read, so that its records are missing from every answer; null where it can. */
  setAside: z.string().nullable(),
  /** Why it is not to be relied on, though it is read; null where that is not so. */
  doubt: z.string().nullable(),
  /** It was written to from outside, and is still to be compared with its seal. */
  isChanged: z.boolean(),
  /** What was lost when it was rebuilt; null where nothing was, or somebody has taken note. */
  rebuilt: rebuiltSchema.nullable(),
});
export type FlawedArchive = z.infer<typeof flawedArchiveSchema>;

/** The live file, where it is not as it should be. */
const flawedLiveSchema = z.object({
  file: z.string(),
  records: z.number(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  /** It could not be read or written as it should since the program was started. */
  isFailing: z.boolean(),
  /** Why its records are not to be relied on; null where they are. */
  damage: z.string().nullable(),
  /** What a check found in it; null where none did. */
  found: z.string().nullable(),
  /** Its bytes are not those that the program left, which no check can mend: told until somebody takes note of it. */
  isDecayed: z.boolean(),
  /** What was lost when it was made anew; null where nothing was, or somebody has taken note. */
  rebuilt: rebuiltSchema.nullable(),
});
export type FlawedLive = z.infer<typeof flawedLiveSchema>;

export const recoverySchema = z.object({
  /** Null where it is as it should be. */
  live: flawedLiveSchema.nullable(),
  archives: z.array(flawedArchiveSchema),
  /** Folders in which copies are looked for, where they are set. */
  folders: z.object({ backups: z.string().nullable(), standby: z.string().nullable() }),
});
export type Recovery = z.infer<typeof recoverySchema>;
