import { periodGrains } from '../../../../shared/domain/day.ts';
import { grainOf } from '../../../../shared/domain/grain.ts';
import { buildByLineQuery } from '../../../../shared/questions/by-line.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { buildItemsQuery } from '../../../../shared/questions/items.ts';
import { buildReasonsQuery } from '../../../../shared/questions/reasons.ts';
import type { Shown } from '../../../../shared/questions/shown-tile.ts';
import { totalMeasures } from '../../../../shared/questions/totals.ts';
import { buildTrendQuery, trendViewNames, trendViews } from '../../../../shared/questions/trend.ts';
import { tileWords } from '../../../../shared/text/tiles.ts';
import { questionTile } from './explore-tile.ts';
import { comparedFigures, type TileBody } from './figures.ts';
import type { TileDesk } from './tile-desk.ts';

/** A part of Overview. */
export async function overviewTile(
  { params, form }: Extract<Shown, { screen: 'overview' }>,
  scope: ChartScope,
  desk: TileDesk,
): Promise<TileBody> {
  const title = tileWords[desk.parts.language].forms.overview[form];
  if (form === 'totals') return { title, figures: await comparedFigures(desk, totalMeasures, scope), notes: [] };
  const query = {
    trend: () => trendQuery(new URLSearchParams(params), scope),
    lines: () => buildByLineQuery(scope),
    // What is ranked by comes first, as the chart is of it.
    items: () => ({
      ...buildItemsQuery(scope, 'defects'),
      measures: ['defects' as const, 'scrapRate' as const, 'good' as const],
    }),
    reasons: () => buildReasonsQuery(scope),
  }[form]();
  return { ...(await questionTile({ query }, desk, false)), title };
}

function trendQuery(params: URLSearchParams, scope: ChartScope) {
  const view = trendViewNames.find((each) => each === params.get('view')) ?? 'output';
  const grain = periodGrains.find((each) => each === params.get('grain')) ?? grainOf(scope);
  return { ...buildTrendQuery(scope, grain), measures: [...trendViews[view].measures] };
}
