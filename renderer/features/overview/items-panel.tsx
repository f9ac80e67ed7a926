import { rowsOf, unitOf } from '../../charts/answer-rows.ts';
import { BarList } from '../../charts/bar-list/bar-list.tsx';
import { buildItemsQuery } from '../../charts/items/build-query.ts';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useReport } from '../../lib/use-report.ts';
import { useValues } from '../../lib/use-values.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type OverviewScope, withoutField } from './scope.ts';
import { Staleness } from './staleness.tsx';
import { text } from './text.ts';
import type { Why } from './why.ts';
import { WhyButton } from './why-button.tsx';

const SHOWN = 10;

interface ItemsPanelProps {
  scope: OverviewScope;
  columns: number;
  onWhy: (why: Why) => void;
}

/** The items that cost the most defects; a click on an item is a filter. */
export function ItemsPanel({ scope, columns, onWhy }: ItemsPanelProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { toggleFilter, isFiltered } = useScope();
  const names = useValues('item', '').data?.values;
  const query = buildItemsQuery(withoutField(scope.now, 'item'), SHOWN);
  const report = useReport(query);
  const rows = (report.data ? rowsOf(report.data, 'item') : []).filter(({ values }) => (values.defects ?? 0) > 0);
  const decimals = decimalsFor(rows.map(({ values }) => values.defects ?? null));
  const unit = unitOf(report.data, 'defects');

  return (
    <Panel
      title={t.itemsTitle}
      columns={columns}
      subtitle={
        <>
          {report.data && t.itemsSubtitle(format.number(rows.length), format.number(report.data.groups))}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <WhyButton
          label={`${t.whyThese}: ${t.itemsTitle}`}
          onClick={() => onWhy({ measures: ['defects', 'scrapRate'], query })}
        />
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.data} height={284}>
          {rows.length === 0 ? (
            <EmptyState title={t.noDefects}>{t.noDefectsWhatNow}</EmptyState>
          ) : (
            <BarList
              caption={t.itemsTitle}
              nameHeading={labels.dimensions.item}
              columns={[
                unit && unit !== 'mixed' ? `${labels.measures.defects} (${unit})` : labels.measures.defects,
                labels.measures.scrapRate,
              ]}
              rows={rows.map(({ key, values }) => ({
                key: key ?? '',
                name: key ?? t.notRecorded,
                detail: names
                  ?.find(({ value }) => value === key)
                  ?.label.replace(key ?? '', '')
                  .trim(),
                bars: [{ value: values.defects ?? 0, tone: 'bad' }],
                cells: [format.number(values.defects ?? null, decimals), format.percent(values.scrapRate ?? null)],
                pressed: isFiltered('item', key),
              }))}
              onToggle={({ key }) => toggleFilter('item', key === '' ? null : key)}
            />
          )}
        </LoadingDim>
      )}
    </Panel>
  );
}
