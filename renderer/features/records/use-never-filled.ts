import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FilterField } from '../../../shared/query/dimensions.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import { useClient } from '../../lib/connection.tsx';
import { useLate } from '../../lib/use-late.ts';
import type { Client } from '../../transport/client.ts';
import type { NeverFilled } from './column-layout.ts';
import { type GridField, gridColumns } from './columns.ts';
import { measureOfColumn } from './measure-of-column.ts';

const filterOfColumn: readonly (readonly [GridField, FilterField])[] = gridColumns.flatMap((column) =>
  column.filter && !column.hidden ? [[column.id, column.filter] as const] : [],
);
/** As many items as are looked at for one that has a name. */
const MOST_ITEMS = 1_000;
const nothing: NeverFilled = new Set();

/**
 * Which of the columns that are shown at first no record of the store fills, live or archived. Not ready for as long as it is
 * asked, and at most for a moment: columns that come or go while one looks at them are worse than empty ones.
 */
export function useNeverFilled(): { neverFilled: NeverFilled; isReady: boolean } {
  const client = useClient();
  const { data, isPending } = useQuery({
    queryKey: ['never-filled'],
    queryFn: ({ signal }) => askNeverFilled(client, signal),
    placeholderData: keepPreviousData,
  });
  const late = useLate(isPending);
  return { neverFilled: data ?? nothing, isReady: !isPending || late };
}

async function askNeverFilled(client: Client, signal: AbortSignal): Promise<NeverFilled> {
  const amounts = Object.entries(measureOfColumn) as [GridField, Measure][];
  const [sums, items, ...values] = await Promise.all([
    client.query.run({ measures: amounts.map(([, measure]) => measure) }, { signal }),
    client.values.list({ field: 'item', limit: MOST_ITEMS }, { signal }),
    // What is not recorded stands last, so that the first tells of any.
    ...filterOfColumn.map(([, field]) => client.values.list({ field, limit: 1 }, { signal })),
  ]);
  const isNamed = items.more || items.values.some(({ value, label }) => value !== null && label !== value);
  return new Set<GridField>([
    ...amounts.flatMap(([id], at) => (sums.rows[0]?.[at] === null ? [id] : [])),
    ...filterOfColumn.flatMap(([id], at) => (values[at]?.values.every(({ value }) => value === null) ? [id] : [])),
    ...(isNamed ? [] : ['itemName' as const]),
  ]);
}
