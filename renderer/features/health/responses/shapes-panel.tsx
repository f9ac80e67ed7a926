import type { Health } from '../../../../shared/contract/health.ts';
import { explainWords } from '../../../../shared/text/explain.ts';
import { NO_DATA } from '../../../lib/format.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { SortedTable, type TableColumn } from '../table/sorted-table.tsx';
import { text } from '../text.ts';
import { usePercentileColumns } from './percentile-columns.tsx';
import { ShapeName } from './shape-name.tsx';

type ByShape = Health['responses']['byShape'][number];

/** Questions that are alike, with how often they were asked, how long they took and what answered them. */
export function ShapesPanel({ health }: { health: Health }) {
  const t = useText(text);
  const format = useFormat();
  const words = useText(explainWords);
  const percentiles = usePercentileColumns<ByShape>();
  const source = ({ source: of }: ByShape) => (of ? words.source(of) : NO_DATA);
  const rest: TableColumn<ByShape>[] = [
    {
      key: 'total',
      heading: t.total,
      hint: t.totalHint,
      kind: 'number',
      sortBy: ({ totalMs }) => totalMs,
      cell: ({ totalMs }) => format.number(totalMs, 1),
    },
    { key: 'source', heading: t.source, kind: 'words', sortBy: source, cell: source },
    {
      key: 'last',
      heading: t.last,
      kind: 'date',
      sortBy: ({ lastAt }) => lastAt,
      cell: ({ lastAt }) => format.dateTime(lastAt),
    },
  ];
  return (
    <Panel
      title={t.shapes}
      subtitle={t.shapesHint}
      actions={<WhyButton of={t.shapes} why={{ of: 'health', subject: 'byShape' }} />}
    >
      {health.responses.byShape.length === 0 ? (
        <EmptyState title={t.noneYet}>{t.noneHint}</EmptyState>
      ) : (
        <SortedTable
          caption={t.shapes}
          rows={health.responses.byShape}
          rowKey={({ shape }) => shape}
          sort={{ column: 'total', ascending: false }}
          columns={[
            {
              key: 'shape',
              heading: t.shape,
              kind: 'words',
              sortBy: ({ shape }) => shape,
              cell: ({ shape }) => <ShapeName shape={shape} />,
            },
            ...percentiles,
            ...rest,
          ]}
        />
      )}
    </Panel>
  );
}
