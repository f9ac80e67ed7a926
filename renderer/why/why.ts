import type { Origin } from '../../shared/contract/explain.ts';
import type { Measure } from '../../shared/query/measures.ts';
import type { RecordsQueryInput, RecordsScope } from '../../shared/query/records-query.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';

/** A number, or a panel of numbers, that is to be explained. */
export interface ReportWhy {
  of: 'report';
  measures: readonly Measure[];
  query: ReportQueryInput;
  /** A panel of numbers of one measure. */
  several?: true;
  /** The dates that the numbers are compared with. */
  before?: Pick<ReportQueryInput, 'from' | 'to'> | undefined;
}

/** Rows of a grid, the count of what a text finds, or a record, that are to be explained. */
export type RecordsWhy =
  | { of: 'page'; query: RecordsQueryInput }
  | { of: 'search'; scope: RecordsScope }
  | { of: 'record'; id: number };

/** Of numbers that no question gives: an import, a file, what Health shows. */
export type Why = ReportWhy | RecordsWhy | Origin;

/** Why a scope has so many records: a report as any other, but for what a text finds. */
export function whyCount(scope: RecordsScope): Why {
  const { from, to, filters, where, search } = scope;
  if (search !== '') return { of: 'search', scope };
  return {
    of: 'report',
    measures: ['records'],
    query: { measures: ['records'], dimensions: ['day'], from, to, filters, where },
  };
}
