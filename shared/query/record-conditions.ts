/**
 * Conditions on what single records hold, beside the filters by value: a number in a range, a part of a text, whether
 * something is recorded at all. Texts are compared without regard to the case of A to Z, as a search is.
 */
import { z } from 'zod';

export const numbersOfRecord = [
  'plannedQuantity',
  'goodQuantity',
  'defectQuantity',
  'reworkQuantity',
  'plannedMinutes',
  'runMinutes',
  'downMinutes',
  'idealCycleSeconds',
] as const;
export type NumberOfRecord = (typeof numbersOfRecord)[number];

export const textsOfRecord = [
  'site',
  'line',
  'shift',
  'operator',
  'itemCode',
  'itemName',
  'unit',
  'lotNumber',
  'orderNumber',
  'note',
] as const;
export type TextOfRecord = (typeof textsOfRecord)[number];

export const conditionFields = [...numbersOfRecord, ...textsOfRecord] as const;
export type ConditionField = (typeof conditionFields)[number];

/** Numbers are in units, minutes and seconds, both ends included and either open; what is not recorded is in no range. */
const between = z
  .strictObject({
    field: z.enum(numbersOfRecord),
    is: z.literal('between'),
    from: z.number().optional(),
    to: z.number().optional(),
  })
  .refine(({ from, to }) => from !== undefined || to !== undefined, { error: 'a range needs one of its ends' })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: 'the range ends before it begins',
  });
const soughtText = z.string().min(1).max(200);

export const recordConditionSchema = z.discriminatedUnion('is', [
  between,
  z.strictObject({ field: z.enum(textsOfRecord), is: z.literal('contains'), text: soughtText }),
  z.strictObject({ field: z.enum(textsOfRecord), is: z.literal('begins'), text: soughtText }),
  z.strictObject({ field: z.enum(conditionFields), is: z.enum(['recorded', 'missing']) }),
]);
export type RecordCondition = z.infer<typeof recordConditionSchema>;

/** Those that all hold at once; absent where records are kept whatever they hold. */
export const recordConditionsSchema = z.array(recordConditionSchema).max(20).optional();

/** One form for conditions that keep the same records: each once, in the order of their written form. */
export function normalizeConditions(conditions: readonly RecordCondition[] = []): RecordCondition[] {
  const byForm = new Map(conditions.map((condition) => [`${condition.field}=${writeCondition(condition)}`, condition]));
  return [...byForm].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, condition]) => condition);
}

export function isNumberOfRecord(field: string): field is NumberOfRecord {
  return numbersOfRecord.some((name) => name === field);
}

const MISSING = '~';
const RECORDED = '!~';
const CONTAINS = '*';
const BEGINS = '^';

/** A condition as it stands in an address and on the command line, beside its field: '10..20', '*torn', '^L-24', '~' or '!~'. */
export function writeCondition(condition: RecordCondition): string {
  switch (condition.is) {
    case 'between':
      return `${condition.from ?? ''}..${condition.to ?? ''}`;
    case 'contains':
      return CONTAINS + condition.text;
    case 'begins':
      return BEGINS + condition.text;
    case 'recorded':
      return RECORDED;
    case 'missing':
      return MISSING;
  }
}

/** What `writeCondition` wrote; null where it cannot be understood. */
export function readCondition(field: string, text: string): RecordCondition | null {
  const parsed = recordConditionSchema.safeParse({ field, ...partsOf(text) });
  return parsed.success ? parsed.data : null;
}

function partsOf(text: string): Record<string, string | number> {
  if (text === MISSING) return { is: 'missing' };
  if (text === RECORDED) return { is: 'recorded' };
  if (text.startsWith(CONTAINS)) return { is: 'contains', text: text.slice(CONTAINS.length) };
  if (text.startsWith(BEGINS)) return { is: 'begins', text: text.slice(BEGINS.length) };
  const [from = '', to = '', ...more] = text.split('..');
  if (!text.includes('..') || more.length > 0) return {};
  return { is: 'between', ...endOf('from', from), ...endOf('to', to) };
}

function endOf(end: 'from' | 'to', text: string): Partial<Record<'from' | 'to', number>> {
  return text.trim() === '' ? {} : { [end]: Number(text) };
}
