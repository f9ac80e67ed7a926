/** Totals by which who reads a table can tell that it is whole. */
import { ExactSum } from '../domain/exact-sum.ts';
import type { Answer } from './answer.ts';
import { dimensions } from './dimensions.ts';
import { type Measure, type MeasureDefinition, measures } from './measures.ts';
import type { ReportQuery } from './report-query.ts';

export interface CheckTotal {
  measure: Measure;
  /** Sum of the rows; null where rows cannot be added up to the whole, as ratios cannot. */
  ofRows: number | null;
  /** Over all records of the question, asked by itself; null where there is no data. */
  ofRecords: number | null;
}

/** The question whose one row is the whole of another: every total worked out from records, none from rows. */
export function wholeOf(query: ReportQuery): ReportQuery {
  const { measures: asked, from, to, filters, where, withSums } = query;
  return {
    measures: asked,
    dimensions: [],
    from,
    to,
    filters,
    ...(where && { where }),
    ...(withSums && { withSums }),
    orderBy: [],
  };
}

/**
 * Whether rows of a measure add up to the whole: of what is counted or summed, where each record is in one row and no row was
 * left out. A lot can be in several rows, and so can a record that names several reasons.
 */
export function addsUp(measure: Measure, query: ReportQuery): boolean {
  const { kind }: MeasureDefinition = measures[measure];
  const isSum = measure !== 'lots' && (kind === 'count' || kind === 'quantity' || kind === 'minutes');
  const isWhole = query.limit === undefined && (query.groupRanges ?? []).length === 0;
  return isSum && isWhole && query.dimensions.every((name) => dimensions[name].kind !== 'reason');
}

/** The totals of a table and of its whole, in the order of the measures. */
export function checkTotals(query: ReportQuery, answer: Pick<Answer, 'columns' | 'rows'>, whole: Answer): CheckTotal[] {
  return query.measures.map((measure) => {
    const at = answer.columns.findIndex(({ name }) => name === measure);
    const ofRecords = whole.rows[0]?.[query.measures.indexOf(measure)];
    return {
      measure,
      ofRows: addsUp(measure, query) ? sumOf(answer.rows.map((row) => row[at] ?? null)) : null,
      ofRecords: typeof ofRecords === 'number' ? ofRecords : null,
    };
  });
}

function sumOf(cells: readonly unknown[]): number | null {
  const sum = new ExactSum();
  for (const cell of cells) sum.add(cell);
  return sum.value;
}

/** As much as numbers that are as large as they can be held exactly may differ by having been read at once or in parts. */
const ROUNDING = 1e-12;

/** Whether rows and records were of one moment: what adds up does. */
export function agree(totals: readonly CheckTotal[]): boolean {
  return totals.every(({ ofRows, ofRecords }) => {
    if (ofRows === null || ofRecords === null) return ofRows === null || ofRows === 0;
    return Math.abs(ofRows - ofRecords) <= ROUNDING * Math.abs(ofRecords);
  });
}
