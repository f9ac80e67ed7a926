/** The rows of a question with the numbers that they are compared with beside them. Pure. */
import { changeOf } from '../../../shared/domain/change.ts';
import { ExactSum } from '../../../shared/domain/exact-sum.ts';
import type { DateRange } from '../../../shared/domain/range.ts';
import type { Answer, Cell } from '../../../shared/query/answer.ts';
import { addsUp, wholeOf } from '../../../shared/query/check-totals.ts';
import { type Dimension, isPeriod } from '../../../shared/query/dimensions.ts';
import type { GroupValues } from '../../../shared/query/measure-drivers.ts';
import { type Measure, type MeasureDefinition, measures, type SumColumn } from '../../../shared/query/measures.ts';
import { isPartlyPlanned, planBaselines } from '../../../shared/query/plan-baseline.ts';
import { compareText, normalizeQuery, type ReportQuery } from '../../../shared/query/report-query.ts';
import {
  comparedRange,
  comparedScopeOf,
  earlierPeriods,
  plannedMeasures,
} from '../../../shared/questions/explore/compared.ts';
import type { Comparison } from '../../../shared/questions/explore/comparison.ts';

type Rows = Pick<Answer, 'columns' | 'rows'>;

/** What is asked to compare a question with. */
export interface ComparedQuestion {
  comparison: Comparison;
  /** The dates of the numbers compared with. */
  range: DateRange;
  query: ReportQuery;
  whole: ReportQuery;
}

/** A measure beside what it is compared with. */
export interface ComparedMeasure {
  measure: Measure;
  /** A number for each row; null for no data. */
  values: readonly (number | null)[];
  /** Sum of those numbers; null where they do not add up to the whole. */
  ofRows: number | null;
  /** Over all records that are compared with, asked by itself. */
  whole: number | null;
}

export interface ComparedRows {
  comparison: Comparison;
  range: DateRange;
  /** Those of the question, then those that are only in what it is compared with, in the order that was asked for. */
  rows: Cell[][];
  /** Those that have anything to be compared with: not every measure has a plan. */
  measures: readonly ComparedMeasure[];
  /** How many rows are only in what is compared with. */
  onlyThere: number;
  /** How many rows compared with stand nowhere: what was made on 29 February has no day beside it a year later. */
  unplaced: number;
  /** Whether good stands beside a plan that is not of the same records. */
  isPartlyPlanned: boolean;
}

/**
 * The question for what another is compared with over `scope`, its dates, in a store whose newest record is of `last`: every group of
 * it, whatever limit or range the other has.
 */
export function comparedQuestion(
  query: ReportQuery,
  comparison: Comparison,
  scope: DateRange,
  last: string | null,
): ComparedQuestion {
  const { limit: _limit, groupRanges: _ranges, ...asked } = query;
  const range = comparison.with === 'dates' ? comparedRange(scope, comparison.dates, last) : scope;
  const isPlan = comparison.with === 'plan';
  const compared = normalizeQuery({
    ...asked,
    dimensions: query.dimensions.filter((name) => !isFixed(comparison, name)),
    measures: isPlan ? plannedMeasures(query.measures) : query.measures,
    filters: comparedScopeOf(comparison, { ...scope, filters: query.filters }).filters,
    from: range.from,
    to: range.to,
    orderBy: [],
    ...(isPlan && { withSums: true as const }),
  });
  return { comparison, range: { from: range.from, to: range.to }, query: compared, whole: wholeOf(compared) };
}

/** Puts the answers of a question beside those it is compared with; `scope` is the dates of the question. */
export function compareRows(
  query: ReportQuery,
  answer: Rows,
  { comparison, range, query: compared }: ComparedQuestion,
  { there, whole }: { there: Rows; whole: Rows },
  scope: DateRange,
): ComparedRows {
  const width = query.dimensions.length;
  const places = placesOf(query.dimensions, comparison, scope, range);
  const found = new Map(there.rows.map((row) => [idOf(row.slice(0, compared.dimensions.length)), row]));
  const valuesOf = (row: readonly Cell[]) => {
    const place = places.there(row.slice(0, width));
    const other = place && found.get(idOf(place));
    return other ? groupValues(there, other) : undefined;
  };
  const own = new Set(answer.rows.map((row) => idOf(row.slice(0, width))));
  const isWhole = query.limit === undefined && (query.groupRanges ?? []).length === 0;
  const hasOwnPlaces = isWhole && compared.dimensions.length === width;
  const backs = hasOwnPlaces ? there.rows.map((row) => places.back(row.slice(0, width))) : [];
  const gone = backs.filter((keys) => keys !== null).filter((keys) => !own.has(idOf(keys)));
  const nothing = answer.columns.slice(width).map(() => null);
  const added = gone.map((keys): Cell[] => [...keys, ...nothing]);
  const rows = added.length === 0 ? answer.rows : [...answer.rows, ...added].sort(orderOf(query, answer));
  const besides = rows.map(valuesOf);
  const inAll = groupValues(whole, whole.rows[0] ?? []);
  const goodAt = answer.columns.findIndex(({ name }) => name === 'good');
  return {
    comparison,
    range,
    rows,
    measures: query.measures
      .filter((measure) => comparison.with !== 'plan' || planBaselines[measure] !== undefined)
      .map((measure) => {
        const values = besides.map((beside) => comparedValue(measure, comparison, beside));
        return {
          measure,
          values,
          ofRows: hasOwnPlaces && addsUp(measure, query) ? sumOf(values) : null,
          whole: comparedValue(measure, comparison, inAll),
        };
      }),
    onlyThere: gone.length,
    unplaced: backs.filter((keys) => keys === null).length,
    isPartlyPlanned:
      comparison.with === 'plan' &&
      goodAt !== -1 &&
      rows.some((row, at) => isPartlyPlanned(asNumber(row[goodAt]), besides[at] ?? {})),
  };
}

/** The number less the one compared with; null where one of both is no data. What is added up is told to the millionth. */
export function differenceOf(measure: Measure, now: number | null, before: number | null): number | null {
  if (now === null || before === null) return null;
  const { kind }: MeasureDefinition = measures[measure];
  return kind === 'ratio' || kind === 'rate' ? now - before : sumOf([now, -before]);
}

/** The difference as a share of the number compared with; null for ratios, which differ by points, and where that number is 0. */
export function shareOfChange(measure: Measure, now: number | null, before: number | null): number | null {
  return changeOf(measures[measure], now, before)?.share ?? null;
}

function isFixed(comparison: Comparison, name: Dimension): boolean {
  return comparison.with === 'value' && comparison.field === name;
}

interface Places {
  /** Where a row of the question stands in what it is compared with; null for nowhere. */
  there: (keys: readonly Cell[]) => readonly Cell[] | null;
  /** The way back, where both have the same splits. */
  back: (keys: readonly Cell[]) => readonly Cell[] | null;
}

function placesOf(
  dimensions: readonly Dimension[],
  comparison: Comparison,
  scope: DateRange,
  range: DateRange,
): Places {
  const maps = dimensions.map((name) =>
    comparison.with === 'dates' && isPeriod(name) ? earlierPeriods(name, scope, range, comparison.dates) : null,
  );
  const backs = maps.map((map) => map && new Map([...map].map(([now, before]) => [before, now])));
  const through = (ways: typeof maps) => (keys: readonly Cell[]) => {
    const place = keys.map((key, at) => {
      const way = ways[at];
      return way ? way.get(String(key)) : key;
    });
    return place.includes(undefined) ? null : (place as Cell[]);
  };
  const go = through(maps);
  return {
    there: (keys) => go(keys)?.filter((_, at) => !isFixed(comparison, dimensions[at] ?? 'line')) ?? null,
    back: through(backs),
  };
}

function comparedValue(measure: Measure, comparison: Comparison, values: GroupValues | undefined): number | null {
  if (comparison.with !== 'plan') return values?.[measure] ?? null;
  return (values && planBaselines[measure]?.value(values)) ?? null;
}

function groupValues({ columns }: Rows, row: readonly Cell[]): GroupValues {
  return Object.fromEntries(
    columns.map(({ name }, at) => [name as Measure | SumColumn, asNumber(row[at])]),
  ) as GroupValues;
}

/** The order of an answer: as asked, then along its splits; no data is last, up and down. */
function orderOf(query: ReportQuery, { columns }: Rows): (a: Cell[], b: Cell[]) => number {
  const levels = [...query.orderBy, ...query.dimensions.map((field) => ({ field, direction: 'asc' as const }))].map(
    ({ field, direction }) => ({ at: columns.findIndex(({ name }) => name === field), isDown: direction === 'desc' }),
  );
  return (a, b) => {
    for (const { at, isDown } of levels) {
      const order = inOrder(a[at] ?? null, b[at] ?? null, isDown);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function inOrder(a: Cell, b: Cell, isDown: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
  return isDown ? -order : order;
}

function idOf(keys: readonly Cell[]): string {
  return JSON.stringify(keys);
}

function sumOf(values: readonly (number | null)[]): number | null {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.value;
}

function asNumber(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
