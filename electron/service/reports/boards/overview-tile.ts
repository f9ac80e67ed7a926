import type { BoardFigure } from '../../../../db/reports/board-content.ts';
import type { TileForm } from '../../../../shared/contract/dashboards.ts';
import { periodGrains } from '../../../../shared/domain/day.ts';
import { grainOf } from '../../../../shared/domain/grain.ts';
import { rowsOf } from '../../../../shared/query/answer-rows.ts';
import type { Dimension } from '../../../../shared/query/dimensions.ts';
import type { Measure } from '../../../../shared/query/measures.ts';
import type { ReportQueryInput } from '../../../../shared/query/report-query.ts';
import { buildByLineQuery } from '../../../../shared/questions/by-line.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { buildItemsQuery, type ItemsBy } from '../../../../shared/questions/items.ts';
import { buildReasonsQuery } from '../../../../shared/questions/reasons.ts';
import type { Shown } from '../../../../shared/questions/shown-tile.ts';
import { totalMeasures } from '../../../../shared/questions/totals.ts';
import { buildTrendQuery, trendViewNames, trendViews } from '../../../../shared/questions/trend.ts';
import { itemsTitles, tileWords } from '../../../../shared/text/tiles.ts';
import { questionTile } from './explore-tile.ts';
import { comparedFigures, type TileBody } from './figures.ts';
import type { TileDesk } from './tile-desk.ts';

/** A part of Overview: of what is not recorded it has no number but those that stand by themselves. */
export async function overviewTile(
  { params, form }: Extract<Shown, { screen: 'overview' }>,
  scope: ChartScope,
  desk: TileDesk,
): Promise<TileBody> {
  const title = tileWords[desk.parts.language].forms.overview[form];
  if (form === 'totals') return { title, figures: await keyNumbers(scope, desk), notes: [] };
  const { recorded, itemsBy } = await recordedIn(scope, desk);
  const query = {
    trend: () => trendQuery(new URLSearchParams(params), scope),
    lines: () => buildByLineQuery(scope),
    items: () => itemsQuery(scope, itemsBy),
    reasons: () => buildReasonsQuery(scope),
  }[form]();
  const told = query.measures.filter((measure) => recorded.has(measure));
  const body = await questionTile({ query: told.length > 0 ? { ...query, measures: told } : query }, desk, false);
  return { ...body, title: form === 'items' ? itemsTitles[desk.parts.language][itemsBy] : title };
}

/** OEE stands among them only where it can be computed, as in the window. */
async function keyNumbers(scope: ChartScope, desk: TileDesk): Promise<BoardFigure[]> {
  const { recorded } = await recordedIn(scope, desk);
  const measures = totalMeasures.filter((measure) => measure !== 'oee' || recorded.has(measure));
  return comparedFigures(desk, measures, scope);
}

/** What a part may tell of. */
const tellable = [...totalMeasures, 'scrapRate'] as const satisfies Measure[];

/** Which measures have a number over the whole scope, and what its items are ranked by. */
async function recordedIn(
  { from, to, filters }: ChartScope,
  desk: TileDesk,
): Promise<{ recorded: ReadonlySet<Measure>; itemsBy: ItemsBy }> {
  const answer = await desk.answer({ measures: [...tellable], from, to, filters }, []);
  const values = rowsOf(answer)[0]?.values ?? {};
  const recorded = new Set(tellable.filter((measure) => values[measure] != null));
  return { recorded, itemsBy: recorded.has('defects') ? 'defects' : 'good' };
}

/** What is ranked by comes first, as the chart is of it. */
function itemsQuery(scope: ChartScope, by: ItemsBy): ReportQueryInput {
  const measures: Measure[] = by === 'defects' ? ['defects', 'scrapRate', 'good'] : ['good'];
  return { ...buildItemsQuery(scope, by), measures };
}

/** Whether a part of the whole screen is left out as the window leaves it out: where nothing has a line, an item or a reason. */
export async function isLeftOut(
  { form }: Pick<Extract<Shown, { screen: 'overview' }>, 'form'>,
  { from, to, filters }: ChartScope,
  desk: TileDesk,
): Promise<boolean> {
  const split = splits[form];
  if (split === undefined) return false;
  const measures: Measure[] = split === 'defectReason' ? ['defects'] : ['records'];
  const answer = await desk.answer({ measures, dimensions: [split], from, to, filters }, []);
  return rowsOf(answer, split).every(({ key }) => key === null);
}

const splits: Partial<Record<TileForm<'overview'>, Dimension>> = {
  lines: 'line',
  items: 'item',
  reasons: 'defectReason',
};

function trendQuery(params: URLSearchParams, scope: ChartScope) {
  const view = trendViewNames.find((each) => each === params.get('view')) ?? 'output';
  const grain = periodGrains.find((each) => each === params.get('grain')) ?? grainOf(scope);
  return { ...buildTrendQuery(scope, grain), measures: [...trendViews[view].measures] };
}
