import { type NoteTally, type ShapeNote, skipKinds } from '../../../shared/import/shape.ts';
import type { ShapedRow } from './shaper.ts';

/** A row of which something is to be told, by its line. */
export interface RowNote {
  line: number;
  note: ShapeNote;
}

/** What is to be told of a row. */
export function notesOf({ line, skipped, isUnmatched, isMergeUnsaid, isUnnamed }: ShapedRow): RowNote[] {
  if (skipped) return [{ line, note: skipped }];
  const notes: RowNote[] = isUnmatched ? [{ line, note: 'unmatched' }] : [];
  if (isMergeUnsaid) notes.push({ line, note: 'mergedBlank' });
  if (isUnnamed) notes.push({ line, note: 'unnamed' });
  return notes;
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
  return skipKinds.reduce((sum, kind) => sum + (tally[kind]?.count ?? 0), 0);
}
