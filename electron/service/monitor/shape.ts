import type { QuestionKind } from '../../../shared/contract/health.ts';
import type { LotQuestion } from '../../../shared/contract/lots.ts';
import { dayFromIso, partsOfDay } from '../../../shared/domain/day.ts';
import type { FilterField } from '../../../shared/query/dimensions.ts';
import type { RecordCondition } from '../../../shared/query/record-conditions.ts';
import { type RecordsQuery, type RecordsScope, sortLevels } from '../../../shared/query/records-query.ts';
import type { Filter, ReportQuery } from '../../../shared/query/report-query.ts';

/** What is asked, by kind. */
export interface Questions {
  report: ReportQuery;
  page: RecordsQuery;
  count: RecordsScope;
  values: { field: FilterField; search: string; limit: number };
  lots: LotQuestion;
}

/**
 * What a question is like, in words that are the same for all questions like it: which measures, dimensions and fields, how wide
 * a range, in which order. It holds no value of a filter and no text sought, so that nobody's name is in it.
 */
export function shapeOf<Kind extends QuestionKind>(kind: Kind, question: Questions[Kind]): string {
  const describe: (question: Questions[Kind]) => string = describers[kind];
  return `${kind} ${describe(question)}`;
}

const describers: { [Kind in QuestionKind]: (question: Questions[Kind]) => string } = {
  report: (query) =>
    listed(
      query.dimensions.length > 0
        ? `of ${query.measures.join(', ')} by ${query.dimensions.join(', ')}`
        : `of ${query.measures.join(', ')}`,
      ...scopeParts(query),
      rangesPart(query),
      orderPart(query),
      query.limit === undefined ? '' : 'the first ones',
      query.withSums ? 'with their sums' : '',
    ),
  page: (query) =>
    listed(
      `by ${query.sort.field} ${query.sort.direction}`,
      thenPart(query),
      ...scopeParts(query),
      searchPart(query.search),
      placePart(query),
    ),
  count: (scope) => listed(...scopeParts(scope), searchPart(scope.search)),
  values: ({ field, search }) => listed(`of ${field}`, searchPart(search)),
  lots: (question) => lotsPart(question),
};

/** Joins what there is to say. */
function listed(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}

interface ShapedScope {
  from?: string | undefined;
  to?: string | undefined;
  filters: readonly Filter[];
  where?: readonly RecordCondition[] | undefined;
}

function scopeParts({ from, to, filters, where }: ShapedScope): string[] {
  return [rangePart(from, to), filterPart(filters), conditionsPart(where)];
}

function rangePart(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? 'all days' : 'up to a day';
  if (to === undefined) return 'from a day on';
  if (from === to) return 'a day';
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return 'whole years';
  return from.endsWith('-01') && isLastOfMonth(to) ? 'whole months' : 'days';
}

function isLastOfMonth(date: string): boolean {
  const day = dayFromIso(date);
  return day !== null && partsOfDay(day + 1).day === 1;
}

function filterPart(filters: readonly Filter[]): string {
  if (filters.length === 0) return '';
  const fields = filters.map(
    ({ field, in: values, not }) => `${field} ${not ? 'is none of some' : howMany(values.length)}`,
  );
  return `where ${fields.sort().join(', ')}`;
}

const kindsOfConditions: Record<RecordCondition['is'], string> = {
  between: 'is in a range',
  contains: 'contains a text',
  begins: 'begins with a text',
  recorded: 'is recorded',
  missing: 'is not recorded',
};

function conditionsPart(where: readonly RecordCondition[] = []): string {
  const conditions = where.map(({ field, is }) => `${field} ${kindsOfConditions[is]}`);
  return conditions.length === 0 ? '' : `whose ${conditions.sort().join(', ')}`;
}

function howMany(values: number): string {
  if (values > 1) return 'is one of several';
  return values === 1 ? 'is one' : 'is none';
}

function rangesPart({ groupRanges = [] }: ReportQuery): string {
  return groupRanges.length === 0 ? '' : `in a range of ${groupRanges.map(({ measure }) => measure).join(', ')}`;
}

/** An order is free text until it is checked against the query; only what the query names is repeated. */
function orderPart({ orderBy, measures, dimensions }: ReportQuery): string {
  if (orderBy.length === 0) return '';
  const known = new Set<string>([...measures, ...dimensions]);
  const fields = orderBy.map(({ field, direction }) => `${known.has(field) ? field : 'an unknown field'} ${direction}`);
  return `ordered by ${fields.join(', ')}`;
}

function thenPart(query: RecordsQuery): string {
  const [, ...further] = sortLevels(query);
  return further.length === 0
    ? ''
    : `then by ${further.map(({ field, direction }) => `${field} ${direction}`).join(', ')}`;
}

function lotsPart(question: LotQuestion): string {
  switch (question.of) {
    case 'find':
      return question.part === '' ? 'the newest' : 'by a part of their number';
    case 'story':
      return 'the story of one';
    case 'similar':
      return 'like one';
    case 'touched':
      return `touched beside one, by ${question.rule}`;
  }
}

function searchPart(search: string): string {
  return search === '' ? '' : 'with a text sought';
}

function placePart({ cursor, position }: RecordsQuery): string {
  if (position !== undefined) return 'at a position';
  return cursor === undefined ? '' : 'further on';
}
