import type { KeyedRow } from '../../charts/answer-rows.ts';
import { placeMeasures } from './build-query.ts';

const fields = ['line', 'shift', ...placeMeasures] as const;

/** What the table can be sorted by, as it stands in the address. */
export const orderNames = fields.flatMap((field) => [`${field}.asc`, `${field}.desc`] as const);
export type OrderName = (typeof orderNames)[number];

/** The rows in an order; those without data come last either way, equal ones as they are. */
export function sortedPlaces(
  rows: readonly KeyedRow[],
  by: readonly ('line' | 'shift')[],
  order: OrderName,
): KeyedRow[] {
  const [field, direction] = order.split('.');
  const sign = direction === 'asc' ? 1 : -1;
  const place = (by as readonly string[]).indexOf(field ?? '');
  const measure = placeMeasures.find((name) => name === field);
  const cellOf = ({ keys, values }: KeyedRow) => (place >= 0 ? keys[place] : measure && values[measure]) ?? null;
  return rows.toSorted((a, b) => {
    const [one, other] = [cellOf(a), cellOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one < other ? -1 : Number(one > other));
  });
}
