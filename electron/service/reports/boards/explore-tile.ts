import type { BoardTable } from '../../../../db/reports/board-content.ts';
import type { ReportColumn } from '../../../../db/reports/report-content.ts';
import type { Cell } from '../../../../shared/query/answer.ts';
import type { ReportQueryInput } from '../../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import type { Comparison } from '../../../../shared/questions/explore/comparison.ts';
import { shapeOf } from '../../../../shared/questions/explore/shapes.ts';
import { readView } from '../../../../shared/questions/explore/view.ts';
import { wholeQuery } from '../../../../shared/questions/explore/whole-query.ts';
import type { Shown } from '../../../../shared/questions/shown-tile.ts';
import { createFormat } from '../../../../shared/text/format.ts';
import { labels } from '../../../../shared/text/labels.ts';
import { reportWords } from '../../../../shared/text/report.ts';
import { contentOfReport } from '../content-of-report.ts';
import { comparedFigures, type TileBody, totalFigures } from './figures.ts';
import type { TileDesk } from './tile-desk.ts';

/** A longer table is a report of its own. */
export const MOST_ROWS = 30;

/** What Explore shows at an address: a number, or a chart with its whole, or the first rows of a table. */
export async function exploreTile(
  { params, form }: Extract<Shown, { screen: 'explore' }>,
  scope: ChartScope,
  desk: TileDesk,
): Promise<TileBody> {
  const view = readView(new URLSearchParams(params));
  if (form === 'number') {
    const measure = view.measures[0] ?? 'good';
    const figures = await comparedFigures(desk, [measure], scope);
    return { title: labels[desk.parts.language].measures[measure], figures, notes: [] };
  }
  const shape = shapeOf(view);
  const asked = { query: wholeQuery(view, scope), comparison: view.comparison ?? undefined };
  return questionTile(asked, desk, shape === 'table' || shape === 'pivot');
}

/** A question as a chart, or as a table where it is asked for, or where a chart does not hold all of it. */
export async function questionTile(
  { query, comparison }: { query: ReportQueryInput; comparison?: Comparison | undefined },
  desk: TileDesk,
  asTable: boolean,
): Promise<TileBody> {
  const { language, locale } = desk.parts;
  const asked = await desk.ask(query, comparison);
  const { content, rows } = contentOfReport(asked, { language, locale }, asked.answer.asOf);
  const { title, chart, columns } = content;
  const isPlain = asked.compared === null; // differences are told by a table alone
  const isWhole = asked.query.measures.length === 1 || (chart?.kind === 'bars' && chart.leftOut === '');
  const isEnough = chart !== undefined && !asTable && isPlain && isWhole && rows.length > 0;
  return {
    title,
    figures: asked.query.dimensions.length === 0 ? [] : totalFigures(asked, desk),
    chart: asTable ? undefined : chart,
    ...(isEnough ? { notes: [] } : firstRows(columns, rows, desk)),
  };
}

/** As many rows as stand on a page beside other tiles, and how many there are where those are not all. */
export function firstRows(
  columns: readonly ReportColumn[],
  rows: readonly (readonly Cell[])[],
  { parts: { locale, language } }: TileDesk,
): { table: BoardTable | undefined; notes: string[] } {
  const words = reportWords[language];
  if (rows.length === 0) return { table: undefined, notes: [words.noRows] };
  const format = createFormat(locale);
  const isCut = rows.length > MOST_ROWS;
  return {
    table: { columns, rows: rows.slice(0, MOST_ROWS) },
    notes: isCut ? [words.firstRows(format.number(MOST_ROWS), format.number(rows.length))] : [],
  };
}
