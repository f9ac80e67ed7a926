import { useEffect, useMemo, useState } from 'react';
import type { TileForm } from '../../../shared/contract/dashboards.ts';
import { periodGrains } from '../../../shared/domain/day.ts';
import { grainOf } from '../../../shared/domain/grain.ts';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { buildByLineQuery } from '../../../shared/questions/by-line.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { buildItemsQuery, type ItemsBy } from '../../../shared/questions/items.ts';
import { buildReasonsQuery } from '../../../shared/questions/reasons.ts';
import { buildTotalsQuery } from '../../../shared/questions/totals.ts';
import { buildTrendQuery } from '../../../shared/questions/trend.ts';
import { itemsTitles, tileWords } from '../../../shared/text/tiles.ts';
import { type ComparedScope, comparedScope } from '../../charts/compared-scope.ts';
import { useText } from '../../lib/language.tsx';
import { ParamsContext, parseHash } from '../../lib/router.tsx';
import type { TileProps } from '../../lib/tile.ts';
import { useRecordedDates } from '../../lib/use-recorded-dates.ts';
import { useReport } from '../../lib/use-report.ts';
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
  const itemsTitle = useText(itemsTitles);
  const [params, set] = useState(() => parseHash(href).params);
  const inTile = useMemo(() => ({ params, set }), [params]);
  const compared = comparedScope(scope, useRecordedDates());
  const grain = periodGrains.find((each) => each === params.get('grain')) ?? grainOf(scope);
  const itemsBy = useItemsBy(form === 'items' ? scope : null);
  const title = form === 'items' ? itemsTitle[itemsBy] : titles[form];
  const key = JSON.stringify(queries[form](scope, grain, itemsBy));
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
  items: ItemsPart,
  reasons: ReasonsPart,
};

const queries: Record<
  TileForm<'overview'>,
  (scope: ChartScope, grain: (typeof periodGrains)[number], itemsBy: ItemsBy) => ReportQueryInput
> = {
  totals: buildTotalsQuery,
  trend: buildTrendQuery,
  lines: buildByLineQuery,
  items: (scope, _, itemsBy) => buildItemsQuery(scope, itemsBy),
  reasons: buildReasonsQuery,
};

/** What items are ranked by over a scope, as on the screen; asks nothing for null. */
function useItemsBy(scope: ChartScope | null): ItemsBy {
  const { shown } = useReport(scope && buildTotalsQuery(scope));
  const values = shown && rowsOf(shown)[0]?.values;
  return values && values.defects === null ? 'good' : 'defects';
}

function ItemsPart({ scope }: PartProps) {
  return <ItemsPanel scope={scope} columns={12} by={useItemsBy(scope.now)} />;
}

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
