import { type NoteTally, type ShapeNote, skipKinds } from '../../../shared/import/shape.ts';
import type { ShapedRow } from './shaper.ts';

/** A row of which something is to be told, by its line. */
export interface RowNote {
  line: number;
  note: ShapeNote;
}

/** What is to be told of a row. */
export function notesOf({ line, skipped, isUnmatched, isMergeUnsaid }: ShapedRow): RowNote[] {
  if (skipped) return [{ line, note: skipped }];
  const notes: RowNote[] = isUnmatched ? [{ line, note: 'unmatched' }] : [];
  return isMergeUnsaid ? [...notes, { line, note: 'mergedBlank' }] : notes;
}

const LINES_KEPT = 100;

/** Adds notes to a tally: all are counted, the lines of the first hundred of a kind are kept. */
export function addNotes(tally: NoteTally, notes: readonly RowNote[]): void {
  for (const { line, note } of notes) {
    const entry = tally[note] ?? { count: 0, lines: [] };
    tally[note] = entry;
    entry.count += 1;
    if (entry.lines.length < LINES_KEPT) entry.lines.push(line);
  }
}

/** How many of some notes are about a row that was left out. */
export function skippedRows(notes: readonly RowNote[]): number {
  return notes.filter(({ note }) => skipKinds.some((kind) => kind === note)).length;
}

/** Rows that were left out, of any kind. */
export function skippedIn(tally: NoteTally): number {
  return (tally.repeatedHeading?.count ?? 0) + (tally.pageMark?.count ?? 0) + (tally.total?.count ?? 0);
}
