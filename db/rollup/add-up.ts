import { MILLIONTHS } from '../../shared/domain/quantity.ts';

/** Half of what a double holds exactly, so that two can be added before a check. */
export const LARGEST_EXACT = 2 ** 52;

/** Some rows of a column; NaN where nothing is recorded. */
export interface ColumnRows {
  column: Float64Array;
  rows: Int32Array;
}

/** A sum of each group, in whole units and millionths; 0 in `found` where nothing was added. */
interface Sums {
  whole: Float64Array;
  millionths: Float64Array;
  found: Uint8Array;
}

/**
 * Adds rows of columns, one after the other, into the groups that `groups` names for all of them in this order. Sums
 * stay whole numbers: before one could grow past what a double holds exactly, its whole units move to a second number.
 */
export function addUp(parts: readonly ColumnRows[], groups: Int32Array, size: number): Sums {
  const [whole, millionths, found] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
  let at = 0;
  for (const { column, rows } of parts) {
    for (let index = 0; index < rows.length; index++, at++) {
      const value = column[rows[index] ?? 0] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const group = groups[at] ?? 0;
      found[group] = 1;
      let sum = (millionths[group] ?? 0) + value;
      if (sum > LARGEST_EXACT) {
        const units = Math.floor(sum / MILLIONTHS);
        whole[group] = (whole[group] ?? 0) + units;
        sum -= units * MILLIONTHS;
      }
      millionths[group] = sum;
    }
  }
  return { whole, millionths, found };
}

/** Counts, which stay far below what has to be moved out. */
export function countUp(parts: readonly ColumnRows[], groups: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  let at = 0;
  for (const { column, rows } of parts) {
    for (let index = 0; index < rows.length; index++, at++) {
      const group = groups[at] ?? 0;
      counts[group] = (counts[group] ?? 0) + (column[rows[index] ?? 0] ?? 0);
    }
  }
  return counts;
}
