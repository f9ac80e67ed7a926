/** Numbers of a tile that stand by themselves. */
import type { BoardFigure, BoardTile } from '../../../../db/reports/board-content.ts';
import type { TypedCell } from '../../../../db/reports/report-content.ts';
import { periodBefore } from '../../../../shared/domain/period-before.ts';
import type { Column } from '../../../../shared/query/answer.ts';
import type { Measure } from '../../../../shared/query/measures.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { labels } from '../../../../shared/text/labels.ts';
import { reportWords } from '../../../../shared/text/report.ts';
import type { AskedReport } from '../ask-report.ts';
import { typeOfMeasure, unitOf } from '../content-of-report.ts';
import type { TileDesk } from './tile-desk.ts';

/** What a tile shows, called by its form or its question. */
export type TileBody = Omit<BoardTile, 'scope'>;

/** Measures over a scope, each beside that of the period before where the records reach back over all of it. */
export async function comparedFigures(
  desk: TileDesk,
  measures: readonly Measure[],
  { from, to, filters }: ChartScope,
): Promise<BoardFigure[]> {
  const { store, language } = desk.parts;
  const earlier = periodBefore({ from, to }, store.to);
  const now = await desk.answer({ measures: [...measures], from, to, filters });
  const before =
    store.from <= earlier.from
      ? await desk.answer({ measures: [...measures], from: earlier.from, to: earlier.to, filters })
      : null;
  return measures.map((measure) => {
    const at = now.columns.findIndex(({ name }) => name === measure);
    const cell = cellOf(measure, asNumber(now.rows[0]?.[at]));
    const was = asNumber(before?.rows[0]?.[at]);
    return {
      name: labels[language].measures[measure],
      unit: unitBeside(now.columns[at]),
      cell,
      before: was === null ? null : { ...cell, value: was },
    };
  });
}

/** The whole of what a table or a chart splits, as it is asked by itself. */
export function totalFigures({ totals, answer }: AskedReport, desk: TileDesk): BoardFigure[] {
  const { language } = desk.parts;
  return totals.map(({ measure, ofRecords }) => ({
    name: reportWords[language].wholeRange(labels[language].measures[measure]),
    unit: unitBeside(answer.columns.find(({ name }) => name === measure)),
    cell: cellOf(measure, ofRecords),
    before: null,
  }));
}

function cellOf(measure: Measure, value: number | null): TypedCell {
  return { ...typeOfMeasure(measure, [value]), value };
}

function unitBeside(column: Column | undefined): string {
  return (column && unitOf(column)) ?? '';
}

function asNumber(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null;
}
