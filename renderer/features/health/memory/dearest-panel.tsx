import type { CacheMetrics } from '../../../../shared/contract/health.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { ShapeName } from '../responses/shape-name.tsx';
import { SortedTable } from '../table/sorted-table.tsx';
import { text } from '../text.ts';

/** The answers that saved most time by being kept. */
export function DearestPanel({ cache }: { cache: CacheMetrics }) {
  const t = useText(text);
  const format = useFormat();
  return (
    <Panel
      title={t.dearest}
      subtitle={t.dearestHint}
      actions={<WhyButton of={t.dearest} why={{ of: 'health', subject: 'dearest' }} />}
    >
      {cache.dearest.length === 0 ? (
        <EmptyState title={t.noDearest}>{t.noDearestHint}</EmptyState>
      ) : (
        <SortedTable
          caption={t.dearest}
          rows={cache.dearest.map((entry, at) => ({ ...entry, place: String(at) }))}
          // Several entries may be of one shape, with other values.
          rowKey={({ place }) => place}
          sort={{ column: 'saved', ascending: false }}
          columns={[
            {
              key: 'shape',
              heading: t.shape,
              kind: 'words',
              sortBy: ({ shape }) => shape,
              cell: ({ shape }) => <ShapeName shape={shape} />,
            },
            {
              key: 'size',
              heading: t.size,
              kind: 'number',
              sortBy: ({ bytes }) => bytes,
              cell: ({ bytes }) => format.bytes(bytes),
            },
            {
              key: 'cost',
              heading: t.ms(t.cost),
              kind: 'number',
              sortBy: ({ costMs }) => costMs,
              cell: ({ costMs }) => format.number(costMs, 1),
            },
            {
              key: 'hits',
              heading: t.timesUsed,
              kind: 'number',
              sortBy: ({ hits }) => hits,
              cell: ({ hits }) => format.number(hits),
            },
            {
              key: 'saved',
              heading: t.ms(t.saved),
              kind: 'number',
              sortBy: ({ savedMs }) => savedMs,
              cell: ({ savedMs }) => format.number(savedMs, 1),
            },
          ]}
        />
      )}
    </Panel>
  );
}
