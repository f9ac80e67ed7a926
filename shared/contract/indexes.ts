import { z } from 'zod';

/**
 * Where an index comes from: the program's own list, a key or constraint of a table, advice that a person took, or another
 * program.
 */
export const indexOrigins = ['built-in', 'constraint', 'advised', 'other'] as const;

/** What an index is needed for beside questions. */
export const indexServices = ['imports', 'undo', 'history', 'constraint'] as const;

/** What is wrong with an index. */
export const indexFindingSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('same'), other: z.string() }),
  z.object({ code: z.literal('beginning'), other: z.string() }),
  /** Nothing recorded since then went by it, and it serves nothing else. */
  z.object({ code: z.literal('unused'), since: z.string() }),
  z.object({ code: z.literal('missing'), partitions: z.array(z.string()) }),
]);
export type IndexFinding = z.infer<typeof indexFindingSchema>;

/** An index of the store, over all of its files. */
export const indexSchema = z.object({
  name: z.string(),
  table: z.string(),
  columns: z.array(z.string()),
  /** The condition of a partial index; null when it holds every row. */
  where: z.string().nullable(),
  bytes: z.number(),
  origin: z.enum(indexOrigins),
  /** Why it is needed though no question goes by it; null where questions are all it is for. */
  serves: z.enum(indexServices).nullable(),
  /** Of an advised one, the shape of question it was made for. */
  shape: z.string().nullable(),
  /** Shapes of question whose plan names it, as far as they were recorded. */
  usedBy: z.array(z.object({ shape: z.string(), times: z.number(), lastAt: z.string() })),
  findings: z.array(indexFindingSchema),
});
export type StoreIndex = z.infer<typeof indexSchema>;

/** What a trial of an index came to. */
export const verdicts = ['worthIt', 'otherBetter', 'tooLittle', 'slower', 'notTaken', 'unused'] as const;

/** An index that was tried on a copy, with what it would save and cost, or one that nothing uses. */
export const proposalSchema = z.object({
  /** What to apply it by. */
  name: z.string(),
  action: z.enum(['create', 'drop']),
  table: z.string(),
  columns: z.array(z.string()),
  /** The slow shapes it was tried for, with milliseconds on the copy before and after, each the median of several. */
  tried: z.array(z.object({ shape: z.string(), beforeMs: z.number(), afterMs: z.number() })),
  /** Records of the copy; fewer than the store's where that is large. */
  recordsTried: z.number(),
  /** What it would take in all files, from what it took in the copy; of one to drop, what that gives back. */
  megabytes: z.number(),
  /** How much longer a thousand records took to be written into the copy, in milliseconds. */
  insertMsPerThousand: z.number(),
  verdict: z.enum(verdicts),
  worthIt: z.boolean(),
  /** The proposal that makes this one needless; null where there is none. */
  better: z.string().nullable(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What the latest trial came to. */
export const adviceSchema = z.object({
  at: z.string(),
  /** Slow shapes of question that SQLite answered from records, which is what an index can help. */
  shapes: z.array(z.string()),
  proposals: z.array(proposalSchema),
});
export type Advice = z.infer<typeof adviceSchema>;

export const indexesSchema = z.object({
  /** Since when it is recorded which questions go by which index. */
  since: z.string(),
  indexes: z.array(indexSchema),
  /** Of the latest trial in this run of the program. */
  advice: adviceSchema.nullable(),
});
export type StoreIndexes = z.infer<typeof indexesSchema>;

/** Name of an index that advice makes: of the table, and the fields it is by. */
export const advisedName = z.string().regex(/^records_by_[a-z_]{1,80}$/);
