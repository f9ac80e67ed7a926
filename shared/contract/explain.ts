import { z } from 'zod';
import {
  type FigureFact,
  type FigureName,
  type FigureSource,
  figureFacts,
  figureSources,
  figures,
  type HealthSubject,
  healthSubjects,
} from '../explain/figures.ts';
import { explainedStatementSchema } from '../query/explained.ts';

const namesOf = <Name extends string>(of: Record<Name, unknown>) => Object.keys(of) as [Name, ...Name[]];

/** What can be counted anew: the records of an import, or of a file; null names all files. */
export const countableSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('import'), batchId: z.int() }),
  z.object({ of: z.literal('file'), partition: z.string().max(100).nullable() }),
]);
export type Countable = z.infer<typeof countableSchema>;

/** Numbers that no question of records gives. */
export const originSchema = z.discriminatedUnion('of', [
  ...countableSchema.options,
  z.object({ of: z.literal('health'), subject: z.enum(namesOf<HealthSubject>(healthSubjects)) }),
]);
export type Origin = z.infer<typeof originSchema>;

/** Where such numbers come from: what each is, what it is made of, and the statements that were just run to read it. */
export const explainedOriginSchema = z.object({
  /** With its value where it has one; those of a table have one for each row. */
  figures: z.array(z.object({ name: z.enum(namesOf<FigureName>(figures)), value: z.number().nullable() })),
  sources: z.array(z.enum(namesOf<FigureSource>(figureSources))),
  facts: z.array(
    z.object({
      name: z.enum(namesOf<FigureFact>(figureFacts)),
      value: z.union([z.number(), z.string(), z.null()]),
    }),
  ),
  asOf: z.string(),
  elapsedMs: z.number(),
  statements: z.array(explainedStatementSchema),
});
export type ExplainedOrigin = z.infer<typeof explainedOriginSchema>;

/** The quantities that are added up. */
export const summedQuantities = ['planned', 'good', 'defects', 'rework'] as const;

/** Records as they are now, counted one by one, beside how many there should be. */
export const countedSchema = z.object({
  expected: z.number(),
  found: z.number(),
  /** What each file should have is known of files, and not of imports. */
  files: z.array(z.object({ partition: z.string(), expected: z.number().nullable(), found: z.number() })),
  /** Of an import: its records that a later one changed, by that. */
  changedBy: z.array(z.object({ batchId: z.number(), records: z.number() })),
  /** Of an import: what its records add up to, by unit; null for records without one, or a quantity that none of them has. */
  sums: z.array(
    z.object({ unit: z.string().nullable(), of: z.record(z.enum(summedQuantities), z.number().nullable()) }),
  ),
  /** Files that cannot be read, whose records are missing from what was found. */
  notRead: z.array(z.string()),
  asOf: z.string(),
  elapsedMs: z.number(),
  statements: z.array(explainedStatementSchema),
});
export type Counted = z.infer<typeof countedSchema>;
