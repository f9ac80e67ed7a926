import { z } from 'zod';
import { AppError } from '../../shared/lib/app-error.ts';

const cursorSchema = z.strictObject({
  toward: z.enum(['after', 'before']),
  edge: z.strictObject({ value: z.union([z.string(), z.number(), z.null()]), id: z.int() }),
});
export type Cursor = z.infer<typeof cursorSchema>;

/** A place in a list of records as opaque text. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads a cursor back; throws INVALID_ARGUMENT when the text is none. */
export function decodeCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (error) {
    throw new AppError(
      'INVALID_ARGUMENT',
      'The cursor does not belong to a page of records; start without one.',
      error,
    );
  }
}
