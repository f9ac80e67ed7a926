import type { Cell } from '../../../shared/query/answer.ts';
import { type Format, NO_DATA, signed } from '../../../shared/text/format.ts';
import type { CellType, TypedCell } from '../report-content.ts';

const MOST_DECIMALS = 6;
const DAY_LETTERS = 'YYYY-MM-DD'.length;

/** A cell in words: an en dash for no data. */
export function cellText(format: Format, { kind, decimals, isSigned }: CellType, value: Cell): string {
  if (value === null || value === '') return NO_DATA;
  if (typeof value === 'number') {
    if (kind !== 'share' && kind !== 'number') return String(value);
    const written = (amount: number) =>
      kind === 'share' ? format.percent(amount, decimals ?? 1) : format.number(amount, decimals ?? decimalsOf(value));
    return isSigned ? signed(value, written) : written(value);
  }
  if (kind === 'day') return format.date(value);
  if (kind === 'month') return format.period(value, 'month');
  if (kind === 'plantTime') return `${format.date(value.slice(0, DAY_LETTERS))}, ${format.timeAsWritten(value)}`;
  return kind === 'instant' ? format.dateTime(value) : value;
}

/** Cells that each say how they are meant, in words. */
export function cellTexts(format: Format, cells: readonly TypedCell[]): string[] {
  return cells.map((cell) => cellText(format, cell, cell.value));
}

/** Whether a cell is a number, which stands at the right of its column. */
export function isNumeric({ kind }: CellType): boolean {
  return kind === 'number' || kind === 'share';
}

function decimalsOf(value: number): number {
  const digits = /\.(\d+)$/.exec(String(Number(value.toFixed(MOST_DECIMALS))))?.[1] ?? '';
  return digits.length;
}
