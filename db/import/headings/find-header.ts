import type { CsvRow } from '../rows/record-draft.ts';

/** Lines that a title, a date of printing and a legend take at most. */
const ROWS_LOOKED_AT = 40;
const ENOUGH = 0.6;
const NUMBER_OR_DATE = /^[+-]?[\d.,' :/-]+%?$/;

/**
 * The line of the heading of each column: the first row that is nearly as full as most rows are and holds words; where none
 * does, the first that is full enough. What stands above it, a title or when it was printed, belongs to no column.
 */
export function headerLineOf(rows: readonly CsvRow[]): number {
  const candidates = rows.slice(0, ROWS_LOOKED_AT);
  const enough = Math.max(2, ENOUGH * typical(rows.map(filled)));
  const full = candidates.filter((row) => filled(row) >= enough);
  return (full.find(isWords) ?? full[0] ?? rows[0])?.line ?? 1;
}

function filled({ cells }: CsvRow): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** The middle one of some numbers. */
function typical(counts: number[]): number {
  return counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
}

function isWords({ cells }: CsvRow): boolean {
  const texts = cells.map((cell) => cell.trim()).filter((text) => text !== '');
  const words = texts.filter((text) => !NUMBER_OR_DATE.test(text));
  return words.length >= 0.8 * texts.length;
}
