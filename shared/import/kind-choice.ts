/** Rows of which another column says what their quantity counts ('Good', 'Scrap'): answers to a question about it, as texts. */
import { z } from 'zod';
import { type RecordField, recordFieldNames } from '../domain/fields.ts';
import type { Source } from './profile.ts';

/** The quantity in `column`, or one piece a row where it is null, and which field it is in rows that have one of these texts in column `by`. */
const kindsSchema = z.strictObject({
  column: z.string().nullable(),
  by: z.string(),
  fields: z.partialRecord(z.enum(recordFieldNames as [RecordField, ...RecordField[]]), z.array(z.string()).min(1)),
});
export type AmountKinds = z.infer<typeof kindsSchema>;

/** The answer that every row has good ones, whatever the column says. */
export const ALL_GOOD = 'goodQuantity';
/** The answer that rows without a quantity are no pieces. */
export const NO_PIECES = 'nothing';

/** The answer that reads rows so. */
export function kindChoice(kinds: AmountKinds): string {
  return JSON.stringify(kinds);
}

/** How an answer reads rows; null for the answers that they are not read so. */
export function kindsOfChoice(choice: string): AmountKinds | null {
  return choice === ALL_GOOD || choice === NO_PIECES ? null : kindsSchema.parse(JSON.parse(choice));
}

/** The fields of a profile with the quantity of these rows read by kind; else all of it is good, or nothing counts where rows would be pieces. */
export function withAmountKinds(
  fields: Partial<Record<RecordField, Source>>,
  { column, by, fields: texts }: AmountKinds,
  isByKind: boolean,
): Partial<Record<RecordField, Source>> {
  const others = Object.fromEntries(Object.entries(fields).filter(([, source]) => !isReadBy(source, column, by)));
  const amount = column === null ? { value: '1' } : { column };
  if (!isByKind) return column === null ? others : { ...others, goodQuantity: { column } };
  const read = Object.entries(texts).map(([field, those]) => [field, { ...amount, when: { column: by, in: those } }]);
  return { ...others, ...Object.fromEntries(read) };
}

/** Whether the fields read a quantity by kind. */
export function readsByKind(fields: Partial<Record<RecordField, Source>>, { column, by }: AmountKinds): boolean {
  return Object.values(fields).some(
    (source) => isReadBy(source, column, by) && 'when' in source && source.when?.column === by,
  );
}

/** Whether a source is the quantity in a column, whatever it depends on, or one piece where the column is null. */
function isReadBy(source: Source, column: string | null, by: string): boolean {
  if (column !== null) return 'column' in source && source.column === column;
  return 'value' in source && source.when?.column === by;
}
