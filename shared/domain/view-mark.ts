/**
 * The view that made a file, as the file carries it: pieces of plain letters, as a property of a workbook may be 255 long and
 * one of a PDF is plain where it holds nothing but ASCII.
 */
import { type ViewAddress, viewAddressSchema } from '../contract/reports.ts';

/** The name of the property; of a workbook with the number of its piece behind it. */
export const VIEW_MARK = 'ThroughlineView';
const PIECE = 240;
/** Of percent-encoded JSON, in pieces: more than any view is. */
const MOST_PIECES = 200;

/** The pieces to be put down in order. */
export function markOfView(view: ViewAddress): string[] {
  // Brackets would be escaped in a PDF.
  const text = encodeURIComponent(JSON.stringify(view)).replaceAll('(', '%28').replaceAll(')', '%29');
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) => text.slice(at * PIECE, (at + 1) * PIECE));
}

/** The view that pieces stand for; null where they are none of ours, or were changed. */
export function viewOfMark(pieces: readonly string[]): ViewAddress | null {
  if (pieces.length === 0 || pieces.length > MOST_PIECES) return null;
  try {
    const parsed = viewAddressSchema.safeParse(JSON.parse(decodeURIComponent(pieces.join(''))));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // neither percent-encoding nor JSON: not a mark of ours
  }
}
