import { useEffect, useMemo, useState } from 'react';
import type { OverviewPart } from '../../../shared/contract/dashboards.ts';
import { periodGrains } from '../../../shared/domain/day.ts';
import { grainFor } from '../../../shared/domain/grain.ts';
import { lengthInDays } from '../../../shared/domain/range.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { buildByLineQuery } from '../../charts/by-line/build-query.ts';
import type { ChartScope } from '../../charts/chart-scope.ts';
import { type ComparedScope, comparedScope } from '../../charts/compared-scope.ts';
import { buildItemsQuery } from '../../charts/items/build-query.ts';
import { buildReasonsQuery } from '../../charts/reasons/build-query.ts';
import { buildTotalsQuery } from '../../charts/totals/build-query.ts';
import { buildTrendQuery } from '../../charts/trend/build-query.ts';
import { useText } from '../../lib/language.tsx';
import { ParamsContext, parseHash } from '../../lib/router.tsx';
import type { TileProps } from '../../lib/tile.ts';
import { useStatus } from '../../lib/use-status.ts';
import { Panel } from '../../ui/panel.tsx';
import { ByLinePanel } from './by-line-panel.tsx';
import { ItemsPanel } from './items-panel.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { text } from './text.ts';
import { Tiles } from './tiles.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { useReasons } from './use-reasons.ts';
import { useTrend } from './use-trend.ts';

/** A part of the overview as a tile; what its small controls change is looked at and not kept. */
export function OverviewTile({ part, scope, href, onReport }: TileProps & { part: OverviewPart }) {
  const t = useText(text);
  const [params, set] = useState(() => parseHash(href).params);
  const inTile = useMemo(() => ({ params, set }), [params]);
  const compared = comparedScope(scope, useStatus().data?.firstDate ?? null);
  const grain = periodGrains.find((each) => each === params.get('grain')) ?? grainFor(lengthInDays(scope));
  const title = t.tileTitle[part];
  const key = JSON.stringify(queries[part](scope, grain));
  useEffect(() => onReport({ title, query: JSON.parse(key) }), [title, key, onReport]);
  const Part = parts[part];
  return (
    <ParamsContext value={inTile}>
      <Part scope={compared} />
    </ParamsContext>
  );
}

interface PartProps {
  scope: ComparedScope;
}

const parts: Record<OverviewPart, (props: PartProps) => React.ReactNode> = {
  totals: TotalsPart,
  trend: TrendPart,
  lines: ByLinePanel,
  items: ({ scope }) => <ItemsPanel scope={scope} columns={12} by="defects" />,
  reasons: ReasonsPart,
};

const queries: Record<OverviewPart, (scope: ChartScope, grain: (typeof periodGrains)[number]) => ReportQueryInput> = {
  totals: buildTotalsQuery,
  trend: buildTrendQuery,
  lines: buildByLineQuery,
  items: (scope) => buildItemsQuery(scope, 'defects'),
  reasons: buildReasonsQuery,
};

function TotalsPart({ scope }: PartProps) {
  const t = useText(text);
  const { points } = useTrend(scope);
  return (
    <Panel title={t.tileTitle.totals}>
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
