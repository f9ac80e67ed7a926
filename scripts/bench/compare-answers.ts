import type { Cell } from '../../shared/query/answer.ts';

/** Quotients of equal sums may differ in their last digits by the order of the operations. */
const LARGEST_RELATIVE_DIFFERENCE = 1e-9;

/**
 * Where an answer first differs from another, in words; null when they are equal. Columns at the places of `quotients`
 * are compared to a billionth, all others exactly.
 */
export function firstDifference(
  expected: readonly Cell[][],
  found: readonly Cell[][],
  quotients: readonly number[] = [],
): string | null {
  if (expected.length !== found.length) return `${found.length} rows instead of ${expected.length}`;
  for (const [index, row] of expected.entries()) {
    const other = found[index] ?? [];
    if (row.length !== other.length) return `row ${index + 1} has ${other.length} columns instead of ${row.length}`;
    const column = row.findIndex((cell, at) => !isEqual(cell, other[at] ?? null, quotients.includes(at)));
    if (column >= 0) return `row ${index + 1}, column ${column + 1}: ${other[column]} instead of ${row[column]}`;
  }
  return null;
}

function isEqual(a: Cell, b: Cell, quotient: boolean): boolean {
  if (!quotient || typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= LARGEST_RELATIVE_DIFFERENCE * Math.max(Math.abs(a), Math.abs(b));
}
