import type { CacheMetrics } from '../../../../shared/contract/health.ts';
import { ShareBar, ShareLegend } from '../../../charts/share-bar/share-bar.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { SortedTable, type TableColumn } from '../table/sorted-table.tsx';
import { text } from '../text.ts';

type ByKind = CacheMetrics['byKind'][number];

const parts = [
  { key: 'hits', tone: 'full' },
  { key: 'staleHits', tone: 'half' },
  { key: 'misses', tone: 'rest' },
] as const;

const askedOf = ({ hits, staleHits, misses }: ByKind) => hits + staleHits + misses;

/** How much of each kind of question was answered from memory. */
export function MemoryKindsPanel({ cache, columns = 8 }: { cache: CacheMetrics; columns?: number }) {
  const t = useText(text);
  const format = useFormat();
  const counts = parts.map(
    ({ key }): TableColumn<ByKind> => ({
      key,
      heading: t.hits[key],
      kind: 'number',
      sortBy: (row) => row[key],
      cell: (row) => format.number(row[key]),
    }),
  );
  const asked = cache.byKind.filter((row) => askedOf(row) > 0);
  return (
    <Panel
      title={t.memory}
      subtitle={t.memoryHint}
      columns={columns}
      actions={<WhyButton of={t.memory} why={{ of: 'health', subject: 'memoryByKind' }} />}
    >
      {asked.length === 0 ? (
        <EmptyState title={t.noneYet}>{t.noneHint}</EmptyState>
      ) : (
        <>
          <SortedTable
            caption={t.memory}
            rows={asked}
            rowKey={({ kind }) => kind}
            sort={{ column: 'share', ascending: false }}
            columns={[
              {
                key: 'kind',
                heading: t.kind,
                kind: 'name',
                sortBy: ({ kind }) => t.kinds[kind],
                cell: ({ kind }) => t.kinds[kind],
              },
              {
                key: 'bar',
                heading: '',
                kind: 'bar',
                sortBy: null,
                cell: (row) => (
                  <ShareBar
                    parts={parts.map(({ key, tone }) => ({ key, tone, value: row[key] }))}
                    whole={askedOf(row)}
                  />
                ),
              },
              {
                key: 'share',
                heading: t.share,
                kind: 'number',
                sortBy: ({ hitRatio }) => hitRatio,
                cell: ({ hitRatio }) => format.percent(hitRatio),
              },
              ...counts,
            ]}
          />
          <ShareLegend parts={parts.map(({ key, tone }) => ({ key, tone, label: t.hits[key] }))} />
        </>
      )}
    </Panel>
  );
}
