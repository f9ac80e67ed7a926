/**
 * What is a click away from what was asked lately: the same of another month or day, of another line or shift. A screen asks
 * the same of whichever bar is clicked, so that what was asked of one tells what will be asked of the next. Pure.
 */
import type { Texts } from '../../../db/rollup/column-table.ts';
import { dayFromIso, daysOfMonthIndex, isoFromDay, monthIndexOfDay } from '../../../shared/domain/day.ts';
import type { DateRange } from '../../../shared/domain/range.ts';
import type { FilterField } from '../../../shared/query/dimensions.ts';
import type { ReportQuery } from '../../../shared/query/report-query.ts';
import type { Span } from './asked-range.ts';

/** A report that was asked, with its dates. */
export type AskedReport = ReportQuery & Partial<DateRange>;

/** The values that a click may choose instead, for fields of which there are few. */
export type OtherValues = ReadonlyMap<FilterField, readonly string[]>;

/** Fields of which a plant has few, as the dictionaries have them. */
export function otherValuesIn(texts: Texts): OtherValues {
  const fields = ['line', 'shift', 'site'] as const;
  return new Map(fields.map((field) => [field, texts[field].filter((text) => text !== null)]));
}

/** A year of months, and the month before it, with which the first of them is compared. */
const MONTHS = 13;
/** Days of so many months: the newest, and those that were looked at last. */
const MONTHS_OF_DAYS = 3;
/** Reports of a kind that are carried over: what a few screens ask. */
const CARRIED_OVER = 30;
/** More values than these are found by typing rather than by one click after the other. */
const MOST_VALUES = 24;

/** The neighbours of reports, those asked last given first; the newest months and days come first. */
export function neighboursOf(asked: readonly AskedReport[], span: Span, values: OtherValues): ReportQuery[] {
  const ofMonths = asked.filter((report) => monthOf(report) !== null);
  const ofDays = asked.filter(({ from, to }) => from !== undefined && from === to);
  const months = newestMonths(span);
  const daysIn = new Set(
    [...months.slice(0, 1), ...ofMonths.map((report) => monthOf(report) ?? 0)].slice(0, MONTHS_OF_DAYS),
  );
  return [
    ...withOtherValues(asked, values),
    ...months.flatMap((month) => carriedOver(ofMonths).map((report) => ({ ...report, ...datesOf(month) }))),
    ...[...daysIn].flatMap((month) =>
      daysOf(month, span).flatMap((day) => carriedOver(ofDays).map((report) => ({ ...report, from: day, to: day }))),
    ),
  ];
}

/** Each report once, whatever its dates were. */
function carriedOver(reports: readonly AskedReport[]): ReportQuery[] {
  const byTheme = new Map(reports.map(({ from: _from, to: _to, ...theme }) => [JSON.stringify(theme), theme]));
  return [...byTheme.values()].slice(0, CARRIED_OVER);
}

/** The calendar month that a report is of, as months since year 0; null where it is of other days. */
function monthOf({ from, to }: AskedReport): number | null {
  const [first, last] = [dayFromIso(from ?? ''), dayFromIso(to ?? '')];
  if (first === null || last === null) return null;
  const month = monthIndexOfDay(first);
  const days = daysOfMonthIndex(month);
  return days.first === first && days.last === last ? month : null;
}

function newestMonths({ from, to }: Span): number[] {
  const [first, last] = [from, to].map((date) => monthIndexOfDay(dayFromIso(date) ?? 0)) as [number, number];
  return Array.from({ length: Math.min(MONTHS, last - first + 1) }, (_, back) => last - back);
}

function datesOf(month: number): DateRange {
  const { first, last } = daysOfMonthIndex(month);
  return { from: isoFromDay(first), to: isoFromDay(last) };
}

function daysOf(month: number, span: Span): string[] {
  const { first, last } = daysOfMonthIndex(month);
  const days = Array.from({ length: last - first + 1 }, (_, back) => isoFromDay(last - back));
  return days.filter((day) => day >= span.from && day <= span.to);
}

/** The reports with a filter on one value of such a field, of each of the others. */
function withOtherValues(asked: readonly AskedReport[], values: OtherValues): ReportQuery[] {
  return asked
    .flatMap((report) =>
      report.filters.flatMap(({ field, in: chosen }) => {
        const others = values.get(field) ?? [];
        if (chosen.length !== 1 || others.length > MOST_VALUES) return [];
        return others.map((value) => ({
          ...report,
          filters: report.filters.map((filter) => (filter.field === field ? { field, in: [value] } : filter)),
        }));
      }),
    )
    .slice(0, CARRIED_OVER * MOST_VALUES);
}
