/**
 * The cells of a sheet that are merged over several rows. They are told behind its rows, so that the sheet is passed through once
 * before it is read; what stands in its cells is not looked at.
 */
import { MOST_COLUMNS, MOST_ROWS, withinSheet } from './workbook-limits.ts';

/** By the row of the merged cell: its column, from 1, and how many rows it reaches down. */
export type MergesByRow = ReadonlyMap<number, readonly { column: number; down: number }[]>;

const END_OF_ROWS = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/;
/** What both of its forms hold, so that pieces without it are passed over as bytes. */
const NAME_OF_ROWS = 'sheetData';
const LONGEST_TAG = 64;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
/** A list of a million merged cells. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** Finds them in the XML of a sheet. Throws for a sheet that merges more than any program writes, or outside of itself. */
export async function mergesIn(chunks: AsyncIterable<Buffer>): Promise<MergesByRow> {
  let kept = '';
  let isBelow = false;
  for await (const chunk of chunks) {
    if (!isBelow && chunk.length > LONGEST_TAG && !namesRows(kept, chunk)) {
      kept = chunk.toString('latin1', chunk.length - LONGEST_TAG);
      continue;
    }
    const text = kept + chunk.toString('latin1'); // names of tags and cells are plain letters
    const end: number = isBelow ? 0 : text.search(END_OF_ROWS);
    isBelow = end >= 0;
    kept = text.slice(isBelow ? end : -LONGEST_TAG);
    if (kept.length > MOST_CHARACTERS) throw new Error('what follows its rows is longer than in any sheet');
  }
  const merges = new Map<number, { column: number; down: number }[]>();
  if (!isBelow) return merges;
  for (const [, from = '', first, , last] of kept.matchAll(MERGE)) {
    const row = withinSheet(Number(first), MOST_ROWS);
    const down = withinSheet(Number(last), MOST_ROWS) - row;
    if (down <= 0) continue;
    const column = withinSheet(columnOf(from), MOST_COLUMNS);
    const ofRow = merges.get(row);
    if (ofRow) ofRow.push({ column, down });
    else merges.set(row, [{ column, down }]);
  }
  return merges;
}

function namesRows(before: string, chunk: Buffer): boolean {
  return chunk.includes(NAME_OF_ROWS) || (before + chunk.toString('latin1', 0, LONGEST_TAG)).includes(NAME_OF_ROWS);
}

/** The number of a column, A being 1, from a reference such as BC12. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column;
}
