import { expect, test } from 'vitest';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { recordsQuerySchema } from '../../../shared/query/records-query.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import type { Question } from '../monitor/question-run.ts';
import { shapeOf } from '../monitor/shape.ts';
import { standIn } from './stand-in.ts';

const standIns = {
  first: dayFromIso('2023-02-03') ?? 0,
  last: dayFromIso('2024-11-12') ?? 0,
  values: () => ['a', 'b', 'c', 'd', 'e'],
};

const ranges = [
  {},
  { to: '2024-01-05' },
  { from: '2024-01-05' },
  { from: '2024-01-05', to: '2024-01-05' },
  { from: '2024-01-05', to: '2024-02-07' },
  { from: '2024-01-01', to: '2024-02-29' },
  { from: '2023-01-01', to: '2024-12-31' },
];
const filters = [
  { field: 'operator' as const, in: ['Ada'] },
  { field: 'line' as const, in: ['A', 'B', 'C'] },
  { field: 'lot' as const, in: [] },
];
const questions: Question[] = ranges.flatMap((range): Question[] => [
  {
    kind: 'report',
    question: parseReportQuery({ measures: ['lots', 'records'], dimensions: ['month', 'line'], ...range, filters }),
  },
  { kind: 'report', question: parseReportQuery({ measures: ['medianYield'], ...range }) },
  {
    kind: 'page',
    question: recordsQuerySchema.parse({ ...range, filters, sort: { field: 'goodQuantity', direction: 'asc' } }),
  },
]);

test.each(questions.map((asked) => [shapeOf(asked.kind, asked.question as never), asked] as const))(
  'a question of the shape of "%s" is asked of the store',
  (shape, asked) => {
    const question = standIn(shape, standIns);
    expect(question?.kind).toBe(asked.kind);
    expect(question && shapeOf(question.kind, question.query as never)).toBe(shape);
  },
);

test('a count is asked as the report that it is', () => {
  const shape = shapeOf('count', { filters: [{ field: 'operator', in: ['Ada'] }], search: '' });
  expect(standIn(shape, standIns)).toMatchObject({
    kind: 'report',
    shape,
    query: { measures: ['records'], dimensions: ['day'], filters: [{ field: 'operator', in: ['c'] }] },
  });
});

test.each([
  'page by productionDate desc; all days; with a text sought',
  'values of item',
  'report of something; all days',
  'chart of good',
])('%s is not tried', (shape) => expect(standIn(shape, standIns)).toBeNull());
