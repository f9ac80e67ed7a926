import { dayFromIso, isoFromDay } from '../domain/day.ts';
import { grainOf } from '../domain/grain.ts';
import { lengthInDays } from '../domain/range.ts';
import type { Measure } from '../query/measures.ts';
import type { ReportQueryInput } from '../query/report-query.ts';
import type { ChartScope } from './chart-scope.ts';

/** A measure over the whole scope: one row. */
export function buildNumberQuery(measure: Measure, { from, to, filters }: ChartScope): ReportQueryInput {
  return { measures: [measure], from, to, filters };
}

/**
 * Fewer days than this have no course; it is then that of the thirty days which led to the last: a range with a name, so that it is
 * computed ahead of the newest day tomorrow.
 */
const LEAST_DAYS = 3;
const DAYS_BEFORE = 29;

/** The course of a measure over the scope. */
export function buildCourseQuery(measure: Measure, { from, to, filters, recordedBy }: ChartScope): ReportQueryInput {
  const isShort = lengthInDays({ from, to }) < LEAST_DAYS;
  const begin = isShort ? isoFromDay((dayFromIso(to) ?? 0) - DAYS_BEFORE) : from;
  const grain = grainOf({ from: begin, to, recordedBy });
  return { measures: [measure], dimensions: [grain], from: begin, to, filters, orderBy: [{ field: grain }] };
}
