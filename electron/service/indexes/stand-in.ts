/**
 * A question of a shape, with values of the store in the place of those that were asked with: the record of questions holds
 * shapes alone, and what no one in this run of the program asked has to be tried with something.
 */
import type { SlowQuestion } from '../../../db/indexes/candidates.ts';
import { daysOfMonthIndex, isoFromDay, monthIndexOfDay, partsOfDay } from '../../../shared/domain/day.ts';
import { type FilterField, filterFields } from '../../../shared/query/dimensions.ts';
import { recordsQuerySchema } from '../../../shared/query/records-query.ts';
import { type Filter, reportQuerySchema } from '../../../shared/query/report-query.ts';

/** What stands in: the days that the store holds, and values of each field. */
export interface StandIns {
  first: number;
  last: number;
  values(field: FilterField): readonly string[];
}

const DAYS = 90;

/** Null for a shape that no index can help, such as a text that is sought or conditions on single records, or one that an earlier program wrote. */
export function standIn(shape: string, standIns: StandIns): SlowQuestion | null {
  const { kind, first, parts } = partsOf(shape);
  if (parts.some((part) => part === 'with a text sought' || part.startsWith('whose '))) return null;
  const scope = { ...rangeOf(parts, standIns), filters: filtersOf(parts, standIns) };
  if (kind === 'report') {
    const [measures = '', dimensions] = first.replace(/^of /, '').split(' by ');
    const query = reportQuerySchema.safeParse({
      measures: measures.split(', '),
      dimensions: dimensions?.split(', ') ?? [],
      ...scope,
    });
    return query.success ? { kind, shape, query: query.data } : null;
  }
  if (kind === 'count') {
    const query = reportQuerySchema.safeParse({ measures: ['records'], dimensions: ['day'], ...scope });
    return query.success ? { kind: 'report', shape, query: query.data } : null;
  }
  const [, field, direction] = first.split(' ');
  const query = recordsQuerySchema.safeParse({ ...scope, sort: { field, direction } });
  return kind === 'page' && query.success ? { kind, shape, query: query.data } : null;
}

/** The kind, what is asked first, and the rest; a count begins with its range. */
function partsOf(shape: string): { kind: string; first: string; parts: string[] } {
  const [kind = '', ...words] = shape.split(' ');
  const parts = words.join(' ').split('; ');
  const first = kind === 'count' ? '' : (parts.shift() ?? '');
  return { kind, first, parts };
}

function rangeOf(parts: readonly string[], { first, last }: StandIns): { from?: string; to?: string } {
  const month = daysOfMonthIndex(monthIndexOfDay(last));
  const ranges: Record<string, { from?: number; to?: number }> = {
    'up to a day': { to: last },
    'from a day on': { from: first },
    'a day': { from: last, to: last },
    days: { from: Math.max(first, last - DAYS), to: last },
    'whole months': { from: daysOfMonthIndex(monthIndexOfDay(last - DAYS)).first, to: month.last },
    'whole years': {
      from: daysOfMonthIndex(partsOfDay(last).year * 12).first,
      to: daysOfMonthIndex(partsOfDay(last).year * 12 + 11).last,
    },
  };
  const { from, to } = ranges[parts.find((part) => part in ranges) ?? ''] ?? {};
  return {
    ...(from === undefined ? {} : { from: isoFromDay(from) }),
    ...(to === undefined ? {} : { to: isoFromDay(to) }),
  };
}

function filtersOf(parts: readonly string[], { values }: StandIns): Filter[] {
  const where = parts.find((part) => part.startsWith('where '))?.slice('where '.length) ?? '';
  return where.split(', ').flatMap((part): Filter[] => {
    const [name, ...howMany] = part.split(' ');
    const field = filterFields.find((each) => each === name);
    if (!field) return [];
    const known = values(field);
    const middle = Math.floor(known.length / 2);
    const count = { 'is none': 0, 'is one': 1, 'is one of several': 2 }[howMany.join(' ')] ?? 1;
    const isLeftOut = howMany.join(' ') === 'is none of some';
    return [{ field, in: known.slice(middle, middle + count), ...(isLeftOut ? { not: true } : {}) }];
  });
}
