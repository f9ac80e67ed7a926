import { UnstyledButton } from '@mantine/core';
import { memo, useState } from 'react';
import { rowsOf, unitOf } from '../../../shared/query/answer-rows.ts';
import { buildByLineQuery } from '../../../shared/questions/by-line.ts';
import { BarList } from '../../charts/bar-list/bar-list.tsx';
import { type ComparedScope, withoutField } from '../../charts/compared-scope.ts';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useReport } from '../../lib/use-report.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import css from './panels.module.css';
import { text } from './text.ts';

/** Lines shown before 'Show all', so that the panel is as high as the trend beside it. */
const SHOWN = 10;

/** What each line made, with its scrap rate; a click on a line is a filter. */
export const ByLinePanel = memo(function ByLinePanel({ scope }: { scope: ComparedScope }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { toggleFilter, isFiltered } = useScope();
  const [all, setAll] = useState(false);
  const query = buildByLineQuery(withoutField(scope.now, 'line'));
  const report = useReport(query);
  const rows = report.shown ? rowsOf(report.shown, 'line') : [];
  const shown =
    all || rows.length <= SHOWN + 2 ? rows : rows.filter(({ key }, at) => at < SHOWN || isFiltered('line', key));
  const decimals = decimalsFor(rows.map(({ values }) => values.good ?? null));
  const unit = unitOf(report.shown, 'good');
  const hasDefects = rows.some(({ values }) => values.defects != null);
  const subtitle = [
    hasDefects ? format.list([labels.measures.good, labels.measures.defects]) : labels.measures.good,
    unit !== 'mixed' && unit,
    hasDefects && t.scrapBeside,
  ];

  return (
    <Panel
      title={t.byLineTitle}
      columns={4}
      report={report}
      subtitle={
        <>
          {report.shown && subtitle.filter(Boolean).join(' · ')}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <ReportPictureMenu title={t.byLineTitle} query={query} report={report} />
          <WhyButton of={t.byLineTitle} why={{ of: 'report', measures: ['good', 'defects', 'scrapRate'], query }} />
        </>
      }
    >
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <LoadingDim loading={report.isFetching} empty={!report.shown} height={284}>
          {rows.length === 0 ? (
            <EmptyState title={t.noLines} />
          ) : (
            <BarList
              caption={t.byLineTitle}
              nameHeading={labels.dimensions.line}
              columns={hasDefects ? [labels.measures.good, labels.measures.scrapRate] : [labels.measures.good]}
              scrolls={all}
              rows={shown.map(({ key, values }) => ({
                key: key ?? '',
                name: key ?? t.notRecorded,
                bars: [
                  { value: values.good ?? 0, tone: 'good' },
                  { value: values.defects ?? 0, tone: 'bad' },
                ],
                cells: [
                  format.number(values.good ?? null, decimals),
                  ...(hasDefects ? [format.percent(values.scrapRate ?? null)] : []),
                ],
                pressed: isFiltered('line', key),
              }))}
              onToggle={({ key }) => toggleFilter('line', key === '' ? null : key)}
              foot={
                rows.length > SHOWN + 2 && (
                  <UnstyledButton className={css.more} onClick={() => setAll(!all)}>
                    {all ? t.showFewer : t.showAll(rows.length)}
                  </UnstyledButton>
                )
              }
            />
          )}
        </LoadingDim>
      )}
    </Panel>
  );
});
