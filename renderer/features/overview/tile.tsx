import { useEffect, useMemo, useState } from 'react';
import type { TileForm } from '../../../shared/contract/dashboards.ts';
import { periodGrains } from '../../../shared/domain/day.ts';
import { grainOf } from '../../../shared/domain/grain.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { buildByLineQuery } from '../../../shared/questions/by-line.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { buildItemsQuery } from '../../../shared/questions/items.ts';
import { buildReasonsQuery } from '../../../shared/questions/reasons.ts';
import { buildTotalsQuery } from '../../../shared/questions/totals.ts';
import { buildTrendQuery } from '../../../shared/questions/trend.ts';
import { tileWords } from '../../../shared/text/tiles.ts';
import { type ComparedScope, comparedScope } from '../../charts/compared-scope.ts';
import { useText } from '../../lib/language.tsx';
import { ParamsContext, parseHash } from '../../lib/router.tsx';
import type { TileProps } from '../../lib/tile.ts';
import { useRecordedDates } from '../../lib/use-recorded-dates.ts';
import { Panel } from '../../ui/panel.tsx';
import { ByLinePanel } from './by-line-panel.tsx';
import { ItemsPanel } from './items-panel.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { Tiles } from './tiles.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { useReasons } from './use-reasons.ts';
import { useTrend } from './use-trend.ts';

/** A part of the overview as a tile; what its small controls change is looked at and not kept. */
export function OverviewTile({ form, scope, href, onReport }: TileProps & { form: TileForm<'overview'> }) {
  const titles = useText(tileWords).forms.overview;
  const [params, set] = useState(() => parseHash(href).params);
  const inTile = useMemo(() => ({ params, set }), [params]);
  const compared = comparedScope(scope, useRecordedDates());
  const grain = periodGrains.find((each) => each === params.get('grain')) ?? grainOf(scope);
  const title = titles[form];
  const key = JSON.stringify(queries[form](scope, grain));
  useEffect(() => onReport({ title, query: JSON.parse(key) }), [title, key, onReport]);
  const Part = parts[form];
  return (
    <ParamsContext value={inTile}>
      <Part scope={compared} />
    </ParamsContext>
  );
}

interface PartProps {
  scope: ComparedScope;
}

const parts: Record<TileForm<'overview'>, (props: PartProps) => React.ReactNode> = {
  totals: TotalsPart,
  trend: TrendPart,
  lines: ByLinePanel,
  items: ({ scope }) => <ItemsPanel scope={scope} columns={12} by="defects" />,
  reasons: ReasonsPart,
};

const queries: Record<
  TileForm<'overview'>,
  (scope: ChartScope, grain: (typeof periodGrains)[number]) => ReportQueryInput
> = {
  totals: buildTotalsQuery,
  trend: buildTrendQuery,
  lines: buildByLineQuery,
  items: (scope) => buildItemsQuery(scope, 'defects'),
  reasons: buildReasonsQuery,
};

function TotalsPart({ scope }: PartProps) {
  const titles = useText(tileWords).forms.overview;
  const { points } = useTrend(scope);
  return (
    <Panel title={titles.totals}>
      <Tiles scope={scope} points={points} />
    </Panel>
  );
}

function TrendPart({ scope }: PartProps) {
  return <TrendPanel scope={scope} trend={useTrend(scope)} />;
}

function ReasonsPart({ scope }: PartProps) {
  return <ReasonsPanel reasons={useReasons(scope)} />;
}
