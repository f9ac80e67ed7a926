/** How wide columns have to be so that no digit is cut off: a number of which the end is missing is another number. Pure. */
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { type GridField, gridColumns } from './columns.ts';

/** Width of a digit, of a letter of a unit, and what a cell keeps free at its sides, px. */
const DIGIT = 8.7;
const LETTER = 7.4;
const SIDES = 22;
/** A unit takes no more than this, px. */
const WIDEST_UNIT = 208;
/** Digits between two separators. */
const GROUP = 3;

const numberFields = gridColumns.filter(({ kind }) => kind === 'number').map(({ id }) => id);
/** Quantities stand as wide as the widest of them, so that they are read as one group. */
const quantities = new Set<GridField>(['plannedQuantity', 'goodQuantity', 'defectQuantity', 'reworkQuantity']);

/** The most that the records so far hold in a column: the largest number without its sign, or the letters of the longest unit. */
export type Extremes = Map<GridField, number>;

/** Widens what is known of the columns by some records. */
export function noteExtremes(extremes: Extremes, records: readonly ProductionRecord[]): void {
  const note = (field: GridField, amount: number) => extremes.set(field, Math.max(extremes.get(field) ?? 0, amount));
  for (const record of records) {
    for (const field of numberFields) {
      const value = record[field];
      if (typeof value === 'number') note(field, Math.abs(value));
    }
    note('unit', record.unit?.length ?? 0);
  }
}

/** The width that each of these columns needs, px, with so many decimals in each. */
export function roomNeeded(
  extremes: ReadonlyMap<GridField, number>,
  decimals: ReadonlyMap<GridField, number>,
): Map<GridField, number> {
  const needed = new Map<GridField, number>();
  for (const [field, most] of extremes) {
    needed.set(
      field,
      field === 'unit'
        ? Math.min(WIDEST_UNIT, Math.ceil(most * LETTER + SIDES))
        : Math.ceil(lettersOf(most, decimals.get(field) ?? 0) * DIGIT + SIDES),
    );
  }
  const widest = Math.max(0, ...[...quantities].map((field) => needed.get(field) ?? 0));
  for (const field of quantities) if (needed.has(field)) needed.set(field, widest);
  return needed;
}

/** Digits, separators and the decimal mark of a number. */
function lettersOf(value: number, decimals: number): number {
  const digits = value < 1 ? 1 : Math.floor(Math.log10(value)) + 1;
  return digits + Math.floor((digits - 1) / GROUP) + (decimals > 0 ? decimals + 1 : 0);
}
