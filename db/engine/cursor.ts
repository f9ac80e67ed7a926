import { z } from 'zod';
import { AppError } from '../../shared/lib/app-error.ts';
import type { RecordsQuery } from '../../shared/query/records-query.ts';

const cursorSchema = z.strictObject({
  toward: z.enum(['after', 'before']),
  edge: z.strictObject({ value: z.union([z.string(), z.number(), z.null()]), id: z.int() }),
});
export type Cursor = z.infer<typeof cursorSchema>;

/** The order goes with the place: the edge of one order would be any place at all in another. */
const placeSchema = cursorSchema.extend({ order: z.string() });

/** A place in a list of records in one order, as opaque text. */
export function encodeCursor(cursor: Cursor, sort: RecordsQuery['sort']): string {
  return Buffer.from(JSON.stringify({ ...cursor, order: orderOf(sort) })).toString('base64url');
}

/** Reads a cursor back; throws INVALID_ARGUMENT when the text is none, or one of another order. */
export function decodeCursor(text: string, sort: RecordsQuery['sort']): Cursor {
  const place = readPlace(text);
  if (place.order !== orderOf(sort)) {
    throw new AppError(
      'INVALID_ARGUMENT',
      `The cursor belongs to a list in another order (${place.order}); go on in that order, or start without a cursor.`,
    );
  }
  return { toward: place.toward, edge: place.edge };
}

function readPlace(text: string): z.infer<typeof placeSchema> {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (error) {
    throw new AppError(
      'INVALID_ARGUMENT',
      'The cursor does not belong to a page of records; start without one.',
      error,
    );
  }
}

function orderOf({ field, direction }: RecordsQuery['sort']): string {
  return `${field}:${direction}`;
}
