/** What SQLite does to run a statement, as data: each step with its facts, and SQLite's own line beside it. */
import { z } from 'zod';

/** A row is looked up where a column compares with a value: 'production_date', '>'. */
const conditionSchema = z.object({ column: z.string(), compares: z.string() });
export type LookupCondition = z.infer<typeof conditionSchema>;

const table = z.string();
const index = z.string();

/** Where the values of a column lie that are looked up. */
export interface LookupBound {
  column: string;
  lies: 'equal' | 'between' | 'from' | 'upTo';
}

/** What is looked up, a bound for each column; SQLite's number of a row is what the tables call id. */
export function lookupBounds(conditions: readonly LookupCondition[]): LookupBound[] {
  return [...new Set(conditions.map(({ column }) => column))].map((column) => {
    const compares = conditions.filter((each) => each.column === column).map((each) => each.compares);
    const one = compares[0] === '>' ? 'from' : 'upTo';
    return {
      column: column === 'rowid' ? 'id' : column,
      lies: compares.includes('=') ? 'equal' : compares.length > 1 ? 'between' : one,
    };
  });
}

/** Whether an id alone is looked up: that finds one row at most. */
export function isOneId(conditions: readonly LookupCondition[]): boolean {
  const [only, ...more] = lookupBounds(conditions);
  return more.length === 0 && only?.column === 'id' && only.lies === 'equal';
}

export const planLineSchema = z.discriminatedUnion('code', [
  /** Every row of a table in the order in which it is kept. */
  z.object({ code: z.literal('scan'), table }),
  /** Every entry of an index; `covering` where no row has to be read beside it. */
  z.object({ code: z.literal('scanIndex'), table, index, covering: z.boolean() }),
  /** The rows that an index leads to; `automatic` where SQLite makes the index for this one statement. */
  z.object({
    code: z.literal('searchIndex'),
    table,
    index: index.nullable(),
    covering: z.boolean(),
    automatic: z.boolean(),
    conditions: z.array(conditionSchema),
  }),
  /** The rows that the order of the table itself leads to: by its key, or by the number of a row. */
  z.object({ code: z.literal('searchKey'), table, conditions: z.array(conditionSchema) }),
  /** The search index over texts. */
  z.object({ code: z.literal('searchTexts'), table }),
  /** The values of a filter, which travel as one list. */
  z.object({ code: z.literal('readList') }),
  /** The rows that another part of the statement gives. */
  z.object({ code: z.literal('readPart'), part: z.string() }),
  z.object({ code: z.literal('oneRow') }),
  /** Rows are gathered and sorted, for what they are wanted in that order for. */
  z.object({ code: z.literal('sort'), purpose: z.enum(['group', 'order', 'distinct']), onlyLast: z.boolean() }),
  /** Beneath it stands a part of the statement, whose rows come one by one or are kept first. */
  z.object({ code: z.literal('part'), part: z.string(), kept: z.boolean() }),
  z.object({ code: z.literal('valueForEachRow') }),
  z.object({ code: z.literal('valueOnce') }),
  z.object({ code: z.literal('listOnce') }),
  z.object({ code: z.literal('severalParts') }),
  z.object({ code: z.literal('firstPart') }),
  z.object({ code: z.literal('furtherPart'), how: z.string() }),
  z.object({ code: z.literal('severalIndexes') }),
  z.object({ code: z.literal('oneOfSeveralIndexes'), number: z.number() }),
  /** A rough list of keys that spares looking up most of those that are not there. */
  z.object({ code: z.literal('makeBloomFilter') }),
  z.object({ code: z.literal('useBloomFilter'), table }),
  /** Nothing that is known here: SQLite's line says what it is. */
  z.object({ code: z.literal('unknown') }),
]);
export type PlanLine = z.infer<typeof planLineSchema>;

/** One step of a plan, with the steps that it is made of. */
export interface QueryPlanStep {
  line: string;
  means: PlanLine;
  steps: QueryPlanStep[];
}

export const queryPlanStepSchema: z.ZodType<QueryPlanStep> = z.object({
  line: z.string(),
  means: planLineSchema,
  steps: z.lazy(() => z.array(queryPlanStepSchema)),
});
