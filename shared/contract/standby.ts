import { z } from 'zod';
import { jobKinds } from './schemas.ts';

/** What the program said was done and a copy of the store lacks. */
export const acknowledgedChangeSchema = z.object({
  at: z.string(),
  kind: z.enum(jobKinds),
  /** The file of an import, the year of an archive. */
  subject: z.string(),
});

export const missingSchema = z.object({
  /** Null where nobody knows how many records the store held. */
  records: z.number().nullable(),
  /** Oldest first. */
  changes: z.array(acknowledgedChangeSchema),
});
export type Missing = z.infer<typeof missingSchema>;

/** Why a standby is not followed until a person has decided. */
export const standbyStopSchema = z.enum(['otherStore', 'ahead', 'differs', 'damaged']);

/** What the standby of a store is doing. */
export const standbyStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  /** No program that stays is open; a command brings the standby up to date when it ends. */
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.enum(['copying', 'comparing']), done: z.number(), total: z.number() }),
  z.object({
    state: z.literal('following'),
    /** What it is known to lack. */
    missing: z.object({ batches: z.number(), records: z.number() }),
    /** Archives of which it has no copy, as they are not there or not what was sealed. */
    missingArchives: z.array(z.string()),
  }),
  /** Tried again by itself. */
  z.object({ state: z.literal('trouble'), message: z.string() }),
  z.object({ state: z.literal('stopped'), reason: standbyStopSchema, message: z.string() }),
  /** It takes the place of the store as soon as that is opened again. */
  z.object({ state: z.literal('failingOver'), records: z.number() }),
]);

export const standbySchema = z.object({
  /** A whole path; null where none is set. */
  folder: z.string().nullable(),
  /** The folder is on the disk of the store, which a broken disk would take with it. */
  sameDisk: z.boolean(),
  now: standbyStateSchema,
  /** When it last held all that the store had, ISO; null before it ever did. */
  inStepAt: z.string().nullable(),
  /** Seconds since then; 0 while nothing is missing, null where it never was. */
  lagSeconds: z.number().nullable(),
  /** What it holds; null before its first copy. */
  holds: z.object({ records: z.number(), batches: z.number() }).nullable(),
  /** What the store would lack if it took its place now. */
  missing: missingSchema,
});
export type Standby = z.infer<typeof standbySchema>;

/** A copy that can take the place of a store that cannot be opened. */
export const startWaySchema = z.object({
  way: z.enum(['standby', 'backup']),
  folder: z.string(),
  /** The moment it is of, ISO. */
  at: z.string(),
  records: z.number(),
  missing: missingSchema,
});
export type StartWay = z.infer<typeof startWaySchema>;

/** Why the store could not be opened, and what can be done. */
export const startTroubleSchema = z.object({
  storeFolder: z.string(),
  message: z.string(),
  /** The newest comes first. */
  ways: z.array(startWaySchema),
  /** Whether there is a file of which all that can still be read may be saved. */
  canSalvage: z.boolean(),
});
export type StartTrouble = z.infer<typeof startTroubleSchema>;
