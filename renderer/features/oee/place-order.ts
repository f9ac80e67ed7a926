import type { KeyedRow } from '../../../shared/query/answer-rows.ts';
import { placeMeasures } from '../../../shared/questions/oee.ts';
import { compareNames } from '../../lib/name-order.ts';
import type { SortDirection } from '../../ui/sort-button.tsx';

const fields = ['line', 'shift', ...placeMeasures] as const;

/** What the table can be sorted by, as it stands in the address. */
export const orderNames = fields.flatMap((field) => [`${field}.asc`, `${field}.desc`] as const);
export type OrderName = (typeof orderNames)[number];

/** The rows in an order of the address. */
export function sortedPlaces(
  rows: readonly KeyedRow[],
  by: readonly ('line' | 'shift')[],
  order: OrderName,
): KeyedRow[] {
  const [field, direction] = order.split('.');
  const place = (by as readonly string[]).indexOf(field ?? '');
  const measure = placeMeasures.find((name) => name === field);
  // Places alike in a measure, as all are where it is nowhere recorded, stand by their names.
  const inOrder = measure ? by.reduceRight((sorted, _, at) => sortedBy(sorted, nameAt(at), 'asc'), [...rows]) : rows;
  const read = ({ keys, values }: KeyedRow) => (place >= 0 ? keys[place] : measure && values[measure]) ?? null;
  return sortedBy(inOrder, read, direction === 'asc' ? 'asc' : 'desc');
}

function nameAt(at: number): (row: KeyedRow) => string | null {
  return ({ keys }) => keys[at] ?? null;
}

/** Rows in the order of what is read from each; those without data come last either way, equal ones as they are. */
export function sortedBy<Row>(
  rows: readonly Row[],
  read: (row: Row) => string | number | null,
  direction: SortDirection,
): Row[] {
  const sign = direction === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [one, other] = [read(a), read(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'string' && typeof other === 'string') return sign * compareNames(one, other);
    return sign * (one < other ? -1 : Number(one > other));
  });
}
