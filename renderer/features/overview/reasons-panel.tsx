import type { ParetoRow } from '../../../shared/quality/to-pareto.ts';
import { BarList } from '../../charts/bar-list/bar-list.tsx';
import { ReportPictureMenu } from '../../charts/image/report-picture-menu.tsx';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { text } from './text.ts';
import type { Reasons } from './use-reasons.ts';

const SHOWN = 10;

/** Why it is scrapped: a Pareto, largest reason first, with the running share; a click on a reason is a filter. */
export function ReasonsPanel({ reasons }: { reasons: Reasons }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { toggleFilter, isFiltered } = useScope();
  const { rows, report, query } = reasons;
  const decimals = decimalsFor(rows.map(({ defects }) => defects));
  const toneOf = ({ key }: ParetoRow) => (key === null ? 'quiet' : 'bad');

  return (
    <Panel
      title={t.reasonsTitle}
      columns={6}
      report={report}
      subtitle={
        <>
          {t.reasonsSubtitle}
          <Staleness answer={report.data} />
        </>
      }
      actions={
        <>
          <ReportPictureMenu title={t.reasonsTitle} query={query} report={report} />
          <WhyButton of={t.reasonsTitle} why={{ of: 'report', measures: ['defects'], query, several: true }} />
        </>
      }
    >
      <LoadingDim loading={report.isFetching} empty={!report.shown} height={284}>
        <BarList
          caption={t.reasonsTitle}
          nameHeading={labels.dimensions.defectReason}
          columns={[labels.measures.defects, t.share, t.cumulative]}
          rows={rows.slice(0, SHOWN).map((row) => ({
            key: row.key ?? '',
            name: row.key ?? t.notRecorded,
            bars: [{ value: row.defects, tone: toneOf(row) }],
            cells: [format.number(row.defects, decimals), format.percent(row.share), format.percent(row.cumulative)],
            pressed: isFiltered('defectReason', row.key),
          }))}
          onToggle={({ key }) => toggleFilter('defectReason', key === '' ? null : key)}
        />
      </LoadingDim>
    </Panel>
  );
}
