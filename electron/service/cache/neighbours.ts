/**
 * What is a click away from what was asked last. Pure.
 * 1. A screen asks the same of whatever it is turned to, so that what is asked next is known from two things: what has been asked
 *    lately, whatever it was of, and what it may be asked of next.
 * 2. That is, the nearest first: what is looked at now, by another screen; it with one more value, that is in sight or one of
 *    few; it without one of its filters; it in another named range, month or day.
 * 3. A chart by a field leaves the filter on this field out, to show what else could be chosen, and a trend has as many points as can
 *    be told apart.
 */
import type { Texts } from '../../../db/rollup/column-table.ts';
import { dayFromIso, daysOfMonthIndex, isoFromDay, monthIndexOfDay } from '../../../shared/domain/day.ts';
import { grainFor } from '../../../shared/domain/grain.ts';
import { periodBefore } from '../../../shared/domain/period-before.ts';
import { type DateRange, datesOfPreset, lengthInDays, presetsFor } from '../../../shared/domain/range.ts';
import type { Dimension, FilterField } from '../../../shared/query/dimensions.ts';
import { type Filter, normalizeFilters, normalizeQuery, type ReportQuery } from '../../../shared/query/report-query.ts';
import type { Span } from './asked-range.ts';

/** What records are looked at. */
export type Scope = Pick<ReportQuery, 'from' | 'to' | 'filters'>;

/** The values that a click may choose. */
export type OtherValues = ReadonlyMap<FilterField, readonly string[]>;

export interface Choices {
  /** Values in sight: of the charts that are looked at, and of the list that was asked last. */
  inSight: OtherValues;
  /** All values of fields that have few. */
  few: OtherValues;
}

/** Fields of which a plant has few, as the dictionaries have them. */
export function otherValuesIn(texts: Texts): OtherValues {
  const fields = ['line', 'shift', 'site'] as const;
  return new Map(fields.map((field) => [field, texts[field].filter((text) => text !== null)]));
}

/** What a screen or two ask. */
export const LATEST = 8;
const MOST_THEMES = 12;
/** More values than these are found by typing rather than by one click after the other. */
const MOST_VALUES = 24;
/** A year of months, and the month before it, with which the first of them is compared. */
const MONTHS = 13;
/** Days of so many months: the newest, and those that were looked at last. */
const MONTHS_OF_DAYS = 3;
/** What is further away is left for when it is nearer. */
const MOST = 800;

/** What is looked at now, by the reports that were asked last, given first: what most of the latest are of. Null where nothing is. */
export function scopeNow(asked: readonly ReportQuery[]): Scope | null {
  const scopes = Map.groupBy(asked.slice(0, LATEST).map(scopeOf), (scope) => JSON.stringify(scope));
  const [most] = [...scopes.values()].sort((a, b) => b.length - a.length);
  return most?.[0] ?? null;
}

/**
 * The reports that may be asked next, the likeliest first, each once, by those that were asked lately, the latest first. They
 * are made one by one, as there are many, and somebody may ask something in between.
 */
export function* neighboursOf(asked: readonly ReportQuery[], span: Span, choices: Choices): Generator<ReportQuery> {
  const here = scopeNow(asked);
  if (here === null) return;
  const themes = themesOf(asked, span);
  const given = new Set<string>();
  for (const scope of scopesNear(here, asked, span, choices)) {
    for (const report of themes.flatMap((theme) => reportsOf(theme, scope, span))) {
      const text = JSON.stringify(report);
      if (given.has(text)) continue;
      given.add(text);
      yield report;
      if (given.size === MOST) return;
    }
  }
}

function scopesNear(here: Scope, asked: readonly ReportQuery[], span: Span, { inSight, few }: Choices): Scope[] {
  return [
    here,
    ...withValues(here, inSight),
    ...here.filters.map(({ field }) => withoutField(here, field)),
    ...withValues(here, few),
    ...rangesNear(asked, span).map((range) => ({ ...here, ...range })),
  ];
}

/** What a report asks, whatever it is of. */
interface Theme {
  report: ReportQuery;
  /** The period by which it is grouped, where that is the one for the length of its range. */
  grain: Dimension | null;
  /** Whether it is asked of the period before, too. */
  isCompared: boolean;
}

/** What was asked, each once, however its scope was. */
function themesOf(asked: readonly ReportQuery[], span: Span): Theme[] {
  const all = asked.map((report) => {
    const usual = grainFor(lengthInDays(datesOf(report, span)), span.recordedBy);
    const grain = report.dimensions.find((dimension) => dimension === usual) ?? null;
    return { report, grain, key: themeKey(report, grain) };
  });
  const askedOf = new Set(all.map(({ report, key }) => JSON.stringify([key, scopeOf(report)])));
  const isAskedOfBefore = ({ report, key }: (typeof all)[number]) => {
    const { from, to } = periodBefore(datesOf(report, span), span.to);
    return askedOf.has(JSON.stringify([key, scopeOf({ ...report, from, to })]));
  };
  const themes = Map.groupBy(all, ({ key }) => key);
  return [...themes.values()].slice(0, MOST_THEMES).flatMap((alike) => {
    const [first] = alike;
    return first ? { report: first.report, grain: first.grain, isCompared: alike.some(isAskedOfBefore) } : [];
  });
}

function themeKey(report: ReportQuery, grain: Dimension | null): string {
  const { measures, dimensions, where, groupRanges, orderBy, limit, withSums } = report;
  const named = (name: string) => (name === grain ? 'grain' : name);
  const order = orderBy.map(({ field, direction }) => [named(field), direction]);
  return JSON.stringify([measures, dimensions.map(named), where, groupRanges, order, limit, withSums]);
}

/** The reports of a theme over a scope, and over the period before it where records reach back so far. */
function reportsOf({ report, grain, isCompared }: Theme, scope: Scope, span: Span): ReportQuery[] {
  const dates = datesOf(scope, span);
  const next = grainFor(lengthInDays(dates), span.recordedBy);
  const named = <Name extends string>(name: Name) => (name === grain ? next : name);
  const filters = scope.filters.filter(({ field }) => !report.dimensions.some((dimension) => dimension === field));
  const now = normalizeQuery({
    ...report,
    dimensions: report.dimensions.map(named),
    orderBy: report.orderBy.map((level) => ({ ...level, field: named(level.field) })),
    ...scopeOf({ ...scope, filters }),
  });
  const { from, to } = periodBefore(dates, span.to);
  return isCompared && from >= span.from ? [now, { ...now, from, to }] : [now];
}

/** In one form, so that equal ones are equal as text. */
function scopeOf({ from, to, filters }: Scope): Scope {
  return { from, to, filters: normalizeFilters(filters) };
}

function datesOf({ from, to }: Scope, span: Span): DateRange {
  return { from: from ?? span.from, to: to ?? span.to };
}

function withoutField({ filters, ...scope }: Scope, without: FilterField): Scope {
  return { ...scope, filters: filters.filter(({ field }) => field !== without) };
}

/** The scope with one more filter, or another in the place of one, for each value that there is to choose. */
function withValues(scope: Scope, choices: OtherValues): Scope[] {
  return [...choices]
    .filter(([, values]) => values.length <= MOST_VALUES)
    .flatMap(([field, values]) => {
      const { filters, ...others } = withoutField(scope, field);
      return values.map((value): Scope => ({ ...others, filters: [...filters, { field, in: [value] } as Filter] }));
    });
}

/** Named ranges, then months and days, of each the newest first. */
function rangesNear(asked: readonly ReportQuery[], span: Span): DateRange[] {
  const months = newestMonths(span);
  const lookedAt = asked.flatMap((report) => monthOf(report) ?? []);
  const daysIn = new Set([...months.slice(0, 1), ...lookedAt]);
  return [
    ...presetsFor(span.recordedBy ?? 'day').map((preset) => datesOfPreset(preset, span.from, span.to, span.recordedBy)),
    ...months.map(datesOfMonth),
    ...[...daysIn].slice(0, MONTHS_OF_DAYS).flatMap((month) => daysOf(month, span)),
  ];
}

/** The calendar month that a report is of, as months since year 0; null where it is of other days. */
function monthOf({ from, to }: Scope): number | null {
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

function datesOfMonth(month: number): DateRange {
  const { first, last } = daysOfMonthIndex(month);
  return { from: isoFromDay(first), to: isoFromDay(last) };
}

function daysOf(month: number, span: Span): DateRange[] {
  const { first, last } = daysOfMonthIndex(month);
  const days = Array.from({ length: last - first + 1 }, (_, back) => isoFromDay(last - back));
  return days.filter((day) => day >= span.from && day <= span.to).map((day) => ({ from: day, to: day }));
}
