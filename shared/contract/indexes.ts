import { z } from 'zod';

/** An index of the store, over all of its files. */
export const indexSchema = z.object({
  name: z.string(),
  table: z.string(),
  columns: z.array(z.string()),
  /** The condition of a partial index; null when it holds every row. */
  where: z.string().nullable(),
  bytes: z.number(),
  /** What it is for, as the program's own list of indexes has it; of an advised one, the shape it was made for. */
  purpose: z.string(),
  origin: z.enum(['built-in', 'advised']),
  /** Shapes of question whose plan names it, as far as they were recorded. */
  usedBy: z.array(z.object({ shape: z.string(), times: z.number(), lastAt: z.string() })),
  /** Faults in words: the same as another, the beginning of another, used by nothing. */
  findings: z.array(z.string()),
});
export type StoreIndex = z.infer<typeof indexSchema>;

/** An index that was tried on a copy, with what it would save and cost. */
export const proposalSchema = z.object({
  /** What to apply it by. */
  name: z.string(),
  action: z.enum(['create', 'drop']),
  table: z.string(),
  columns: z.array(z.string()),
  /** The slow shapes it was tried for, with milliseconds before and after, each the median of several. */
  tried: z.array(z.object({ shape: z.string(), beforeMs: z.number(), afterMs: z.number() })),
  megabytes: z.number(),
  /** How much longer a thousand records take to be written, in milliseconds. */
  insertMsPerThousand: z.number(),
  /** Whether it is worth it, in a sentence. */
  verdict: z.string(),
  worthIt: z.boolean(),
});
export type Proposal = z.infer<typeof proposalSchema>;
