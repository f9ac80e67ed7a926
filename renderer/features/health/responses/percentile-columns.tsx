import { useFormat, useText } from '../../../lib/language.tsx';
import type { TableColumn } from '../table/sorted-table.tsx';
import { text } from '../text.ts';

interface Timed {
  count: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  worst: number | null;
}

/** The columns that say how often something was asked and how long it took, in milliseconds with one decimal. */
export function usePercentileColumns<Row extends Timed>(): TableColumn<Row>[] {
  const t = useText(text);
  const format = useFormat();
  const times = [
    ['p50', t.median],
    ['p95', t.p95],
    ['p99', t.p99],
    ['worst', t.worst],
  ] as const;
  return [
    {
      key: 'count',
      heading: t.count,
      kind: 'number',
      sortBy: ({ count }) => count,
      cell: ({ count }) => format.number(count),
    },
    ...times.map(
      ([key, heading]): TableColumn<Row> => ({
        key,
        heading,
        kind: 'number',
        sortBy: (row) => row[key],
        cell: (row) => format.number(row[key], 1),
      }),
    ),
  ];
}
