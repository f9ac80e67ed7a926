/** Rows of which another column says what their quantity counts ('Good', 'Scrap'): answers to a question about it, as texts. */
import { z } from 'zod';
import { type RecordField, recordFieldNames } from '../domain/fields.ts';
import type { Source } from './profile.ts';

/** The quantity in `column`, and which field it is in rows that have one of these texts in column `by`. */
const kindsSchema = z.strictObject({
  column: z.string(),
  by: z.string(),
  fields: z.partialRecord(z.enum(recordFieldNames as [RecordField, ...RecordField[]]), z.array(z.string()).min(1)),
});
export type AmountKinds = z.infer<typeof kindsSchema>;

/** The answer that every row has good ones, whatever the column says. */
export const ALL_GOOD = 'goodQuantity';

/** The answer that reads rows so. */
export function kindChoice(kinds: AmountKinds): string {
  return JSON.stringify(kinds);
}

/** How an answer reads rows; null for the answer that all are good. */
export function kindsOfChoice(choice: string): AmountKinds | null {
  return choice === ALL_GOOD ? null : kindsSchema.parse(JSON.parse(choice));
}

/** The fields of a profile with the quantity of these rows read by kind; with null all of it is good. */
export function withAmountKinds(
  fields: Partial<Record<RecordField, Source>>,
  { column, by, fields: texts }: AmountKinds,
  isByKind: boolean,
): Partial<Record<RecordField, Source>> {
  const others = Object.fromEntries(
    Object.entries(fields).filter(([, source]) => !('column' in source) || source.column !== column),
  );
  if (!isByKind) return { ...others, goodQuantity: { column } };
  const read = Object.entries(texts).map(([field, those]) => [field, { column, when: { column: by, in: those } }]);
  return { ...others, ...Object.fromEntries(read) };
}

/** Whether the fields read a quantity by kind. */
export function readsByKind(fields: Partial<Record<RecordField, Source>>, { column, by }: AmountKinds): boolean {
  return Object.values(fields).some(
    (source) => 'column' in source && source.column === column && source.when?.column === by,
  );
}
