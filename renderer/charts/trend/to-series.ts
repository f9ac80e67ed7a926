import { dayFromIso, isoFromDay, type PeriodGrain, periodOfDay } from '../../../shared/domain/day.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { type AnswerRow, rowsOf } from '../answer-rows.ts';

/** A period of the range, whether or not anything was made in it. */
export interface Period {
  name: string;
  /** The days of it that lie in the range. */
  from: string;
  to: string;
  /** The range cuts it, so that its sums are not those of the whole period. */
  partial: boolean;
}

export interface TrendPoint extends Period {
  values: AnswerRow['values'];
  /** The period at the same place of the comparison. */
  before: AnswerRow['values'];
}

/** All periods of a range in order. Both ends are included. */
export function periodsOf(from: string, to: string, grain: PeriodGrain): Period[] {
  const [first, last] = [dayFromIso(from), dayFromIso(to)];
  if (first === null || last === null) return [];
  const periods: Period[] = [];
  for (let day = first; day <= last; day++) {
    const name = periodOfDay(day, grain);
    const current = periods.at(-1);
    if (current?.name === name) current.to = isoFromDay(day);
    else periods.push({ name, from: isoFromDay(day), to: isoFromDay(day), partial: false });
  }
  const [head, tail] = [periods[0], periods.at(-1)];
  if (head) head.partial = periodOfDay(first - 1, grain) === head.name;
  if (tail) tail.partial ||= periodOfDay(last + 1, grain) === tail.name;
  return periods;
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
