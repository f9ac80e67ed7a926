import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { type Period, periodsOf } from '../../../shared/domain/periods.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { type AnswerRow, rowsOf } from '../../../shared/query/answer-rows.ts';
import { earlierPeriods } from '../../../shared/questions/explore/compared.ts';

export interface TrendPoint extends Period {
  values: AnswerRow['values'];
  /** The period of the comparison that stands beside it. */
  before: AnswerRow['values'];
}

/**
 * The points of a trend: one a period of the range, with a gap (no values) where nothing is recorded, and beside each
 * that of the period before.
 */
export function toTrend(
  range: { from: string; to: string },
  grain: PeriodGrain,
  answer: Pick<Answer, 'columns' | 'rows'>,
  before?: { from: string; to: string; answer: Pick<Answer, 'columns' | 'rows'> },
): TrendPoint[] {
  const now = valuesByPeriod(answer, grain);
  const earlier = before ? valuesByPeriod(before.answer, grain) : null;
  const beside = before ? earlierPeriods(grain, range, before, 'before') : null;
  return periodsOf(range.from, range.to, grain).map((period) => ({
    ...period,
    values: now.get(period.name) ?? {},
    before: earlier?.get(beside?.get(period.name) ?? '') ?? {},
  }));
}

function valuesByPeriod(
  answer: Pick<Answer, 'columns' | 'rows'>,
  grain: PeriodGrain,
): Map<string, AnswerRow['values']> {
  return new Map(rowsOf(answer, grain).map((row) => [row.key ?? '', row.values]));
}
