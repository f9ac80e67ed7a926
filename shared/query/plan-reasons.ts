/**
 * Why an answer was made as it was, as data: a code with its facts. The words stand in shared/text/explain, once in each
 * language, for the window, the command line and the log alike.
 */
import { z } from 'zod';
import { periodGrains } from '../domain/day.ts';
import { filterFieldName } from './report-query.ts';

const rollup = z.string();
const [from, to] = [z.string(), z.string()];

/** What chose or refused a rollup, a way of reading, an index. */
export const planReasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('lotsAreCounted') }),
  z.object({ code: z.literal('mediansAreFound') }),
  /** There are conditions on what single records hold. */
  z.object({ code: z.literal('recordsAreLookedAt') }),
  z.object({ code: z.literal('rollupWithoutReasons'), rollup }),
  z.object({ code: z.literal('rollupByReason'), rollup, reason: filterFieldName }),
  z.object({ code: z.literal('rollupLacks'), rollup, fields: z.array(filterFieldName) }),
  z.object({ code: z.literal('rollupChosen'), rollup }),
  z.object({ code: z.literal('rollupLarger'), rollup }),
  /** Whole months, 'YYYY-MM', with so many days before and after them. */
  z.object({ code: z.literal('wholeMonths'), from, to, edgeDays: z.array(z.number()) }),
  z.object({ code: z.literal('daysOfPeriod'), from, to, period: z.enum(periodGrains) }),
  z.object({ code: z.literal('daysOfParts'), from, to }),
  z.object({ code: z.literal('noDays') }),
  z.object({ code: z.literal('sumsByDayAlone'), partition: z.string() }),
  z.object({ code: z.literal('columnsScanned'), records: z.number(), months: z.number() }),
  z.object({ code: z.literal('readByLot'), index: z.string() }),
  z.object({ code: z.literal('readByDay'), index: z.string() }),
  /** An index made on advice: the filters are narrower than the range, or it holds all that is asked. */
  z.object({ code: z.literal('readByAdvised'), index: z.string(), because: z.enum(['narrow', 'covers']) }),
]);
export type PlanReason = z.infer<typeof planReasonSchema>;

/** Why a file was read or not. */
export const partitionReasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('inRange') }),
  z.object({ code: z.literal('empty') }),
  z.object({ code: z.literal('outsideRange'), from, to }),
  /** It cannot be read, so that its records are missing from the answer; `because` is a sentence for a person. */
  z.object({ code: z.literal('setAside'), from, to, records: z.number(), because: z.string() }),
  /** It is read, though its bytes are not those that were sealed. */
  z.object({ code: z.literal('doubted'), from, to, records: z.number(), because: z.string() }),
  /** It is read, though the last full check found something in it. */
  z.object({ code: z.literal('damaged'), from, to, records: z.number(), because: z.string() }),
  /** It is read, and was written to since its bytes were last compared with its seal. */
  z.object({ code: z.literal('changed'), from, to, records: z.number() }),
  /** It is read, and was rebuilt from what could still be read: so many records of so many are lost. */
  z.object({ code: z.literal('rebuilt'), from, to, lost: z.number(), of: z.number() }),
]);
export type PartitionReason = z.infer<typeof partitionReasonSchema>;

/** What an answer was made of. */
export const answerSourceSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('rollup'), rollup, in: z.enum(['memory', 'files']) }),
  z.object({ of: z.literal('columns') }),
  /** `slices` is null where each file was read in one statement. */
  z.object({ of: z.literal('records'), index: z.string(), slices: z.number().nullable() }),
]);
export type AnswerSource = z.infer<typeof answerSourceSchema>;
