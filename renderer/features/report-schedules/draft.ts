/** A report as it is being scheduled. Pure. */
import type { BoardScreen } from '../../../shared/contract/dashboards.ts';
import {
  type ReportRange,
  type ReportSchedule,
  type ReportWhen,
  type ScheduledQuestion,
  type ShiftEnd,
  TIME,
} from '../../../shared/contract/report-schedules.ts';
import type { ViewAddress } from '../../../shared/contract/reports.ts';
import { dimensionNames, isPeriod } from '../../../shared/query/dimensions.ts';
import type { Filter, ReportQueryInput } from '../../../shared/query/report-query.ts';
import { reportQuerySchema } from '../../../shared/query/report-query.ts';
import type { Comparison } from '../../../shared/questions/explore/comparison.ts';
import { writeScope } from '../../../shared/questions/scope-url.ts';

/** Before the shift meeting, of the day before. */
export const everyMorning: ReportWhen = { by: 'rule', rule: '0 6 * * *' };

/**
 * What is shown as a question without dates. A period that the address does not name is the one that suited the range: it is asked by the one
 * that suits the dates of each run.
 */
export function questionOf(
  { query, comparison }: { query: ReportQueryInput; comparison?: Comparison | undefined },
  { params }: ViewAddress,
): ScheduledQuestion {
  const { from: _from, to: _to, dimensions, orderBy, ...asked } = reportQuerySchema.parse(query);
  const named = new URLSearchParams(params).get('by')?.split(',') ?? [];
  const isOfRange = (name: string) =>
    dimensionNames.some((each) => each === name && isPeriod(each)) && !named.includes(name);
  return {
    of: 'report',
    query: {
      ...asked,
      dimensions: dimensions.map((name) => (isOfRange(name) ? TIME : name)),
      orderBy: orderBy.map((level) => (isOfRange(level.field) ? { ...level, field: TIME } : level)),
    },
    ...(comparison && { comparison }),
  };
}

/** A whole screen without its dates and filters: the first come with each run, the second stand beside it. */
export function screenQuestion(
  screen: BoardScreen,
  params: URLSearchParams,
  filters: readonly Filter[],
): ScheduledQuestion {
  const own = writeScope({ range: null, filters: [] }, params);
  return { of: 'screen', screen, params: own.toString(), filters: [...filters] };
}

/** The filters of a question. */
export function filtersOf(question: ScheduledQuestion): readonly Filter[] {
  switch (question.of) {
    case 'report':
      return question.query.filters;
    case 'records':
      return question.scope.filters;
    case 'board':
    case 'screen':
      return question.filters;
  }
}

/** After each shift, as far as the plant's calendar is known; else one that a person fills in. */
export function afterShifts(known: readonly ShiftEnd[]): ReportWhen {
  const shifts: ShiftEnd[] = known.length > 0 ? [...known] : [{ shift: '', endsAt: '06:00', day: 'before' }];
  return { by: 'shiftEnd', shifts, minutesAfter: 30 };
}

/** A report with another time: what is of a shift needs one, and what comes by the clock has none. */
export function withWhen(draft: ReportSchedule, when: ReportWhen): ReportSchedule {
  if (when.by === draft.when.by) return { ...draft, when };
  const range: ReportRange = when.by === 'shiftEnd' ? 'shift' : 'yesterday';
  return { ...draft, when, range };
}
