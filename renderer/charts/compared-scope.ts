import { type PeriodBefore, periodBefore } from '../../shared/domain/period-before.ts';
import type { RecordedDates } from '../../shared/domain/range.ts';
import type { ChartScope } from '../../shared/questions/chart-scope.ts';

/** What a screen looks at, and what it compares with. */
export interface ComparedScope {
  now: ChartScope;
  before: PeriodBefore;
  /** Whether the store's records reach back over the whole period before. */
  covered: boolean;
  firstDate: string | null;
}

/** The scope with the period before it; that only counts where records reach so far back. */
export function comparedScope(now: ChartScope, { first: firstDate, last }: RecordedDates): ComparedScope {
  const before = periodBefore(now, last);
  return { now, before, covered: firstDate !== null && firstDate <= before.from, firstDate };
}

/** The scope without what keeps values of one field: a chart by that field shows what else could be chosen, and not what is left out. */
export function withoutField(scope: ChartScope, field: ChartScope['filters'][number]['field']): ChartScope {
  return { ...scope, filters: scope.filters.filter((filter) => filter.field !== field || filter.not) };
}
