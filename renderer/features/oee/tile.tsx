import { useEffect } from 'react';
import type { TileForm } from '../../../shared/contract/dashboards.ts';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { buildBasisQuery, buildDowntimeQuery, buildWholeQuery } from '../../../shared/questions/oee.ts';
import { tileWords } from '../../../shared/text/tiles.ts';
import { type ComparedScope, comparedScope } from '../../charts/compared-scope.ts';
import { useText } from '../../lib/language.tsx';
import type { TileProps } from '../../lib/tile.ts';
import { useRecordedDates } from '../../lib/use-recorded-dates.ts';
import { useReport } from '../../lib/use-report.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Staleness } from '../../ui/staleness.tsx';
import { basisOf } from './basis.ts';
import { DowntimePanel } from './downtime-panel.tsx';
import { LossesPanel } from './losses-panel.tsx';
import { Tiles } from './tiles.tsx';

/** A part of OEE as a tile. */
export function OeeTile({ form, scope, onReport }: TileProps & { form: TileForm<'oee'> }) {
  const title = useText(tileWords).forms.oee[form];
  const compared = comparedScope(scope, useRecordedDates());
  const key = JSON.stringify(queries[form](scope));
  useEffect(() => onReport({ title, query: JSON.parse(key) }), [title, key, onReport]);
  const Part = parts[form];
  return <Part scope={compared} />;
}

const queries: Record<TileForm<'oee'>, (scope: ChartScope) => ReportQueryInput> = {
  factors: buildWholeQuery,
  losses: buildWholeQuery,
  downtime: buildDowntimeQuery,
};

interface PartProps {
  scope: ComparedScope;
}

const parts: Record<TileForm<'oee'>, (props: PartProps) => React.ReactNode> = {
  factors: FactorsPart,
  losses: LossesPart,
  downtime: DowntimePanel,
};

function FactorsPart({ scope }: PartProps) {
  const titles = useText(tileWords).forms.oee;
  const whole = useReport(buildWholeQuery(scope.now));
  const byLine = useReport(buildBasisQuery(scope.now, 'line'));
  return (
    <Panel title={titles.factors} report={whole} subtitle={<Staleness answer={whole.data} />}>
      {whole.error ? (
        <ErrorState error={whole.error} onRetry={() => void whole.refetch()} />
      ) : (
        <Tiles scope={scope} whole={whole} bases={byLine.shown ? basisOf(rowsOf(byLine.shown, 'line')) : []} />
      )}
    </Panel>
  );
}

function LossesPart({ scope }: PartProps) {
  return <LossesPanel scope={scope} whole={useReport(buildWholeQuery(scope.now))} />;
}
