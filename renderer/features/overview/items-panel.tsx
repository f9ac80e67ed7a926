import { memo } from 'react';
import { rowsOf, unitOf } from '../../../shared/query/answer-rows.ts';
import { buildItemsQuery, type ItemsBy } from '../../../shared/questions/items.ts';
import { BarList } from '../../charts/bar-list/bar-list.tsx';
import { type ComparedScope, withoutField } from '../../charts/compared-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useItemNames } from '../../lib/use-item-names.ts';
import { useReport } from '../../lib/use-report.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { text } from './text.ts';

const SHOWN = 10;

interface ItemsPanelProps {
  scope: ComparedScope;
  columns: number;
  by: ItemsBy;
}

/** The items that cost the most defects; a click on an item is a filter. */
export const ItemsPanel = memo(function ItemsPanel({ scope, columns, by }: ItemsPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { toggleFilter, isFiltered } = useScope();
  const query = buildItemsQuery(withoutField(scope.now, 'item'), by, SHOWN);
  const report = useReport(query);
  const rows = (report.shown ? rowsOf(report.shown, 'item') : []).filter(({ values }) => (values[by] ?? 0) > 0);
  const names = useItemNames(rows.map(({ key }) => key));
  const decimals = decimalsFor(rows.map(({ values }) => values[by] ?? null));
  const unit = unitOf(report.shown, by);
  const title = t.itemsTitle[by];
  const hasScrap = rows.some(({ values }) => values.scrapRate != null);

  // A plant that records no items has nothing to rank.
  if (rows.length === 1 && rows[0]?.key === null) return null;
  return (
    <Panel
      title={title}
      columns={columns}
      report={report}
      subtitle={
        <>
          {report.shown &&
            [
              labels.measures[by],
              unit !== 'mixed' && unit,
              rows.length < report.shown.groups &&
                t.itemsShown(format.number(rows.length), format.number(report.shown.groups)),
            ]
              .filter(Boolean)
              .join(' · ')}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <ReportPictureMenu title={title} query={query} report={report} />
          <WhyButton of={title} why={{ of: 'report', measures: [by, 'scrapRate'], query }} />
        </>
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown} height={284}>
          {rows.length === 0 ? (
            <EmptyState title={t.nothingOf[by]}>{t.nothingOfWhatNow[by]}</EmptyState>
          ) : (
            <BarList
              caption={title}
              nameHeading={labels.dimensions.item}
              columns={hasScrap ? [labels.measures[by], labels.measures.scrapRate] : [labels.measures[by]]}
              rows={rows.map(({ key, values }) => ({
                key: key ?? '',
                name: key ?? t.notRecorded,
                detail: names.get(key ?? ''),
                bars: [{ value: values[by] ?? 0, tone: by === 'defects' ? 'bad' : 'good' }],
                cells: [
                  format.number(values[by] ?? null, decimals),
                  ...(hasScrap ? [format.percent(values.scrapRate ?? null)] : []),
                ],
                pressed: isFiltered('item', key),
              }))}
              onToggle={({ key }) => toggleFilter('item', key === '' ? null : key)}
            />
          )}
        </LoadingDim>
      )}
    </Panel>
  );
});
