import { comparedScope, withoutField } from '../../renderer/charts/compared-scope.ts';
import { grainFor } from '../../shared/domain/grain.ts';
import { type DateRange, datesOfPreset, lengthInDays, type RangePreset } from '../../shared/domain/range.ts';
import type { FilterField } from '../../shared/query/dimensions.ts';
import type { RecordsQueryInput, RecordsScope } from '../../shared/query/records-query.ts';
import type { Filter, ReportQueryInput } from '../../shared/query/report-query.ts';
import { buildByLineQuery } from '../../shared/questions/by-line.ts';
import { buildItemsQuery } from '../../shared/questions/items.ts';
import { buildReasonsQuery } from '../../shared/questions/reasons.ts';
import { buildTotalsQuery } from '../../shared/questions/totals.ts';
import { buildTrendQuery } from '../../shared/questions/trend.ts';

/** Of what the hour opens lists. */
export type ListedField = Extract<FilterField, 'item'>;

/** What a window looks at; it lives in its address. */
export interface View {
  screen: 'overview' | 'records';
  range: RangePreset | DateRange;
  filters: Filter[];
  search: string;
  /** The list of values that is open over the screen, and what was typed into it. */
  list: { field: ListedField; search: string } | null;
  /** How far the rows were scrolled, in pages. */
  page: number;
}

export const firstView: View = {
  screen: 'overview',
  range: 'last12months',
  filters: [],
  search: '',
  list: null,
  page: 0,
};

/** First and last production date of the store. */
export interface Extent {
  first: string;
  last: string;
}

/** A question as a window asks it. */
export type Question =
  | { kind: 'report'; query: ReportQueryInput }
  | { kind: 'count'; scope: RecordsScope }
  | { kind: 'values'; field: ListedField; search: string; limit: number }
  | { kind: 'page'; query: RecordsQueryInput };

const ROWS_A_PAGE = 100;
const LISTED_VALUES = 200;
const ITEMS_SHOWN = 10;

/** The dates of a view, in a store of this extent. */
export function datesOf({ range }: View, { first, last }: Extent): DateRange {
  return typeof range === 'string' ? datesOfPreset(range, first, last) : range;
}

/** All that a view asks, by the same builders as the window's. */
export function questionsOf(view: View, extent: Extent): Question[] {
  const onScreen = view.screen === 'overview' ? overviewQuestions(view, extent) : recordsQuestions(view, extent);
  return view.list ? [...onScreen, { kind: 'values', ...view.list, limit: LISTED_VALUES }] : onScreen;
}

function overviewQuestions(view: View, extent: Extent): Question[] {
  const now = { ...datesOf(view, extent), filters: view.filters };
  const { before, covered } = comparedScope(now, extent);
  const earlier = { from: before.from, to: before.to, filters: view.filters };
  const grain = grainFor(lengthInDays(now));
  const queries = [
    buildTotalsQuery(now),
    buildTrendQuery(now, grain),
    ...(covered ? [buildTotalsQuery(earlier), buildTrendQuery(earlier, grain)] : []),
    buildByLineQuery(withoutField(now, 'line')),
    buildItemsQuery(withoutField(now, 'item'), 'defects', ITEMS_SHOWN),
    buildReasonsQuery(withoutField(now, 'defectReason')),
  ];
  return queries.map((query) => ({ kind: 'report', query }));
}

function recordsQuestions(view: View, extent: Extent): Question[] {
  const { filters, search } = view;
  const scope: RecordsScope = { ...datesOf(view, extent), filters, search };
  const pages = Array.from({ length: view.page + 1 }, (_, page): Question => {
    return { kind: 'page', query: { ...scope, limit: ROWS_A_PAGE, position: page * ROWS_A_PAGE } };
  });
  const { from, to } = scope;
  const sums: Question = {
    kind: 'report',
    query: {
      measures: ['planned', 'good', 'defects', 'rework', 'runMinutes', 'downMinutes', 'yield'],
      from,
      to,
      filters,
    },
  };
  return [...pages, { kind: 'count', scope }, ...(search === '' ? [sums] : [])];
}
