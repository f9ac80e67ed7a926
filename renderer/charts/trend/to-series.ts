import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { type Period, periodsOf } from '../../../shared/domain/periods.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { type AnswerRow, rowsOf } from '../../../shared/query/answer-rows.ts';

export interface TrendPoint extends Period {
  values: AnswerRow['values'];
  /** The period at the same place of the comparison. */
  before: AnswerRow['values'];
}

/**
 * The points of a trend: one a period of the range, with a gap (no values) where nothing is recorded, and beside each
 * the period at the same place of the comparison.
 */
export function toTrend(
  range: { from: string; to: string },
  grain: PeriodGrain,
  answer: Pick<Answer, 'columns' | 'rows'>,
  before?: { from: string; to: string; answer: Pick<Answer, 'columns' | 'rows'> },
): TrendPoint[] {
  const now = valuesByPeriod(answer, grain);
  const earlier = before ? valuesByPeriod(before.answer, grain) : null;
  const earlierPeriods = before ? periodsOf(before.from, before.to, grain) : [];
  return periodsOf(range.from, range.to, grain).map((period, at) => ({
    ...period,
    values: now.get(period.name) ?? {},
    before: earlier?.get(earlierPeriods[at]?.name ?? '') ?? {},
  }));
}

function valuesByPeriod(
  answer: Pick<Answer, 'columns' | 'rows'>,
  grain: PeriodGrain,
): Map<string, AnswerRow['values']> {
  return new Map(rowsOf(answer, grain).map((row) => [row.key ?? '', row.values]));
}
