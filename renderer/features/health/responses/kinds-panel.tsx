import type { Health } from '../../../../shared/contract/health.ts';
import { useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { SortedTable } from '../table/sorted-table.tsx';
import { text } from '../text.ts';
import { usePercentileColumns } from './percentile-columns.tsx';

type ByKind = Health['responses']['byKind'][number];

/** What was asked and how long it took, by kind of question. */
export function KindsPanel({ health, columns = 4 }: { health: Health; columns?: number }) {
  const t = useText(text);
  const percentiles = usePercentileColumns<ByKind>().filter(({ key }) => key !== 'p99' && key !== 'worst');
  return (
    <Panel
      title={t.byKind}
      subtitle={t.byKindHint}
      columns={columns}
      actions={<WhyButton of={t.byKind} why={{ of: 'health', subject: 'byKind' }} />}
    >
      {health.responses.byKind.length === 0 ? (
        <EmptyState title={t.noneYet}>{t.noneHint}</EmptyState>
      ) : (
        <SortedTable
          caption={t.byKind}
          rows={health.responses.byKind}
          rowKey={({ kind }) => kind}
          sort={{ column: 'count', ascending: false }}
          columns={[
            {
              key: 'kind',
              heading: t.kind,
              kind: 'name',
              sortBy: ({ kind }) => t.kinds[kind],
              cell: ({ kind }) => t.kinds[kind],
            },
            ...percentiles,
          ]}
        />
      )}
    </Panel>
  );
}
