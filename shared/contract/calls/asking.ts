import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { followedAnswerSchema, servedAnswerSchema } from '../../query/answer.ts';
import { recordHistorySchema, sourceLineSchema } from '../../query/changes.ts';
import { explainedRecordsSchema, explainedReportSchema } from '../../query/explained.ts';
import {
  followedCountSchema,
  followedPageSchema,
  recordDetailSchema,
  recordsQuerySchema,
  recordsScopeSchema,
  servedPageSchema,
} from '../../query/records-query.ts';
import { filterFieldName, reportQuerySchema } from '../../query/report-query.ts';
import { countableSchema, countedSchema, explainedOriginSchema, originSchema } from '../explain.ts';
import {
  findLotsSchema,
  servedFoundLotsSchema,
  servedLotStorySchema,
  servedSimilarLotsSchema,
  servedTouchedLotsSchema,
  similarQuerySchema,
  storyQuerySchema,
  touchedQuerySchema,
} from '../lots.ts';
import { dimensionValueSchema } from '../schemas.ts';
import { settingsSchema } from '../settings.ts';
import { base, fileId } from './base.ts';

/** The calls that ask: reports, lists of values, records, lots, and where a number comes from. */
export const askingCalls = {
  query: {
    run: base.input(reportQuerySchema).output(servedAnswerSchema),
    /** The same, with what is known so far on the way: any number of partial answers, then the answer. */
    follow: base
      .input(z.object({ query: reportQuerySchema, timeLimitSeconds: settingsSchema.shape.timeLimitSeconds.optional() }))
      .output(eventIterator(followedAnswerSchema)),
    /** Where the numbers of a report come from; asks the report where no answer is kept. */
    explain: base.input(reportQuerySchema).output(explainedReportSchema),
  },
  values: {
    /** The values of a field for filter lists, those that contain `search`, in order of text. */
    list: base
      .input(
        z.object({
          field: filterFieldName,
          search: z.string().max(200).default(''),
          limit: z.int().min(1).max(1_000).default(200),
        }),
      )
      .output(z.object({ values: z.array(dimensionValueSchema), more: z.boolean(), cache: z.enum(['fresh', 'miss']) })),
  },
  records: {
    page: base.input(recordsQuerySchema).output(servedPageSchema),
    /** The same, with the rows that are found so far on the way, where records are looked at one by one. */
    followPage: base.input(recordsQuerySchema).output(eventIterator(followedPageSchema)),
    /** How many there are, with what is counted so far on the way. */
    count: base.input(recordsScopeSchema).output(eventIterator(followedCountSchema)),
    get: base.input(z.object({ id: z.int() })).output(recordDetailSchema),
    /** What imports changed of a record, and what was corrected in its row. */
    history: base.input(z.object({ id: z.int() })).output(recordHistorySchema),
    /** The line of the file that it came from, read again; of a file that was sent or moved, from one that is handed over. */
    source: base.input(z.object({ id: z.int(), fileId: fileId.optional() })).output(sourceLineSchema),
    /** Where the rows of a page, a count or a record come from; a page and a record are read once more. */
    explain: base
      .input(
        z.discriminatedUnion('of', [
          z.object({ of: z.literal('page'), query: recordsQuerySchema }),
          z.object({ of: z.literal('search'), scope: recordsScopeSchema }),
          z.object({ of: z.literal('record'), id: z.int() }),
        ]),
      )
      .output(explainedRecordsSchema),
  },
  lots: {
    /** Lots by a part of their number; the newest where there is none. */
    find: base.input(findLotsSchema).output(servedFoundLotsSchema),
    story: base.input(storyQuerySchema).output(servedLotStorySchema),
    /** Lots of the same item and line, those first whose defects are most alike. */
    similar: base.input(similarQuerySchema).output(servedSimilarLotsSchema),
    /** What else was touched, by one rule; how many lots, by each. */
    touched: base.input(touchedQuerySchema).output(servedTouchedLotsSchema),
  },
  explain: {
    /** Where a number comes from that no question of records gives: what came of an import, a file, a figure of Health. */
    origin: base.input(originSchema).output(explainedOriginSchema),
    /** Counts the records of an import or a file one by one. */
    count: base.input(countableSchema).output(countedSchema),
  },
  cache: {
    /** Drops the kept answers that concern all of what is named, or every one; they are computed anew when asked for. */
    drop: base
      .input(
        z.strictObject({ item: z.string().optional(), line: z.string().optional(), partition: z.string().optional() }),
      )
      .output(z.object({ dropped: z.number() })),
  },
};
