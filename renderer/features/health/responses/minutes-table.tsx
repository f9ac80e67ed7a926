import type { Minute } from '../../../charts/response-times/to-minutes.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { SortedTable } from '../table/sorted-table.tsx';
import { text } from '../text.ts';
import { usePercentileColumns } from './percentile-columns.tsx';

/** The chart of response times in numbers: the minutes in which something was asked, newest first. */
export function MinutesTable({ minutes }: { minutes: readonly Minute[] }) {
  const t = useText(text);
  const format = useFormat();
  const percentiles = usePercentileColumns<Minute>();
  return (
    <SortedTable
      caption={t.responses}
      rows={minutes.filter(({ count }) => count > 0)}
      rowKey={({ atMs }) => String(atMs)}
      sort={{ column: 'at', ascending: false }}
      columns={[
        {
          key: 'at',
          heading: t.minute,
          kind: 'name',
          sortBy: ({ atMs }) => atMs,
          cell: ({ atMs }) => format.time(new Date(atMs).toISOString()),
        },
        ...percentiles,
      ]}
    />
  );
}
