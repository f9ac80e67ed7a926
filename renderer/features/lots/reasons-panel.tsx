import { rowsOf } from '../../../shared/query/answer-rows.ts';
import type { Reason } from '../../../shared/query/dimensions.ts';
import { BarList } from '../../charts/bar-list/bar-list.tsx';
import { measureFormat } from '../../charts/measure-format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useReport } from '../../lib/use-report.ts';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import css from './lots.module.css';
import { text } from './text.ts';

const measures = { defectReason: 'defects', downtimeReason: 'downMinutes' } as const;

/** What a lot lost to each reason, the largest first; what has no reason comes last. */
export function ReasonsPanel({ lot, reason }: { lot: string; reason: Reason }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const measure = measures[reason];
  const title = reason === 'defectReason' ? t.defectsBy : t.downtimeBy;
  const query = {
    measures: [measure],
    dimensions: [reason],
    filters: [{ field: 'lot' as const, in: [lot] }],
    orderBy: [{ field: measure, direction: 'desc' as const }],
  };
  const report = useReport(query);
  const rows = (report.shown ? rowsOf(report.shown, reason) : [])
    .map(({ key, values }) => ({ key, value: values[measure] ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => Number(a.key === null) - Number(b.key === null));
  const { full, unit } = measureFormat(
    measure,
    report.shown,
    rows.map(({ value }) => value),
    format,
  );
  return (
    <Panel
      title={title}
      subtitle={
        <>
          {unit}
          <Staleness answer={report.data} />
        </>
      }
      columns={6}
      report={report}
      actions={<WhyButton of={title} why={{ of: 'report', measures: [measure], query, several: true }} />}
    >
      <LoadingDim loading={report.isFetching} empty={!report.shown} height={96}>
        {rows.length === 0 ? (
          <p className={css.quiet}>{reason === 'defectReason' ? t.noDefects : t.noDowntime}</p>
        ) : (
          <BarList
            caption={title}
            nameHeading={labels.dimensions[reason]}
            columns={[labels.measures[measure]]}
            rows={rows.map(({ key, value }) => ({
              key: key ?? '',
              name: key ?? t.notRecorded,
              bars: [{ value, tone: key === null ? 'quiet' : 'bad' }],
              cells: [full(value)],
              pressed: null,
            }))}
            onToggle={() => {}}
          />
        )}
      </LoadingDim>
    </Panel>
  );
}
