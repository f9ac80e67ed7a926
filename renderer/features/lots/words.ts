import type { LotSummary } from '../../../shared/contract/lots.ts';
import { decimalsFor, type Format } from '../../lib/format.ts';

/** The items of a lot by their names. */
export function itemsInWords({ items }: Pick<LotSummary, 'items'>, format: Format): string {
  return format.list(items.map(({ code, name }) => name ?? code));
}

/** The days of a lot: one date, or from the first to the last. */
export function datesInWords(
  { firstDate, lastDate }: Pick<LotSummary, 'firstDate' | 'lastDate'>,
  format: Format,
): string {
  return firstDate === lastDate ? format.date(firstDate) : format.dateRange(firstDate, lastDate);
}

/** An amount with the unit of its lot, where it has one alone. */
export function amountInWords(amount: number | null, { units }: Pick<LotSummary, 'units'>, format: Format): string {
  const number = format.number(amount, decimalsFor([amount]));
  return amount !== null && units.length === 1 ? `${number} ${units[0]}` : number;
}

/** Where a text stands in a number, in letters of either size; null where it does not. */
export function foundAt(lot: string, part: string): { before: string; found: string; after: string } | null {
  const at = part === '' ? -1 : lot.toLowerCase().indexOf(part.toLowerCase());
  if (at === -1) return null;
  const end = at + part.length;
  return { before: lot.slice(0, at), found: lot.slice(at, end), after: lot.slice(end) };
}

/** A difference of shares of one in points of a hundred, with its sign; what rounds to nothing has none. */
export function pointsInWords(difference: number, format: Format): string {
  const words = format.number(Math.abs(difference) * 100, 1);
  if (words === format.number(0, 1)) return words;
  return `${difference > 0 ? '+' : '−'}${words}`;
}
