import { z } from 'zod';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { SortLevel } from '../../../shared/query/records-query.ts';

const cursorSchema = z.strictObject({
  toward: z.enum(['after', 'before']),
  edge: z.strictObject({ values: z.array(z.union([z.string(), z.number(), z.null()])), id: z.int() }),
});
export type Cursor = z.infer<typeof cursorSchema>;

/** The order goes with the place: the edge of one order would be any place at all in another. */
const placeSchema = cursorSchema.extend({ order: z.string() });

/** A place in a list of records in one order, as opaque text. */
export function encodeCursor(cursor: Cursor, levels: readonly SortLevel[]): string {
  return Buffer.from(JSON.stringify({ ...cursor, order: orderOf(levels) })).toString('base64url');
}

/** Reads a cursor back; throws INVALID_ARGUMENT when the text is none, or one of another order. */
export function decodeCursor(text: string, levels: readonly SortLevel[]): Cursor {
  const place = readPlace(text);
  if (place.order !== orderOf(levels) || place.edge.values.length !== levels.length) {
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

function orderOf(levels: readonly SortLevel[]): string {
  return levels.map(({ field, direction }) => `${field}:${direction}`).join();
}
