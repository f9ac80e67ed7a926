import { expect, test } from 'vitest';
import type { RecordsQueryInput } from '../../../shared/query/records-query.ts';
import { recordsQuerySchema, recordsScopeSchema } from '../../../shared/query/records-query.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { shapeWords } from '../../../shared/text/shapes.ts';
import { shapeOf } from './shape.ts';

const report = (query: ReportQueryInput) => shapeOf('report', parseReportQuery(query));
const page = (query: RecordsQueryInput) => shapeOf('page', recordsQuerySchema.parse(query));

const shapes: [string, string][] = [
  [report({ measures: ['total'] }), 'report of total; all days'],
  [
    report({
      measures: ['total', 'yield'],
      dimensions: ['month', 'line'],
      from: '2024-01-01',
      to: '2024-12-31',
      filters: [
        { field: 'operator', in: ['Kim'] },
        { field: 'line', in: ['L1', 'L2'] },
        { field: 'site', in: [] },
      ],
      orderBy: [{ field: 'yield', direction: 'desc' }],
      limit: 20,
    }),
    'report of total, yield by month, line; whole years; where line is one of several, operator is one, site is none; ordered by yield desc; the first ones',
  ],
  [page({}), 'page by productionDate desc; all days'],
  [
    page({ search: 'LOT-7', sort: { field: 'line', direction: 'asc' }, cursor: 'abc' }),
    'page by line asc; all days; with a text sought; further on',
  ],
  [page({ thenBy: [{ field: 'line', direction: 'asc' }] }), 'page by productionDate desc; then by line asc; all days'],
  [page({ position: 5_000 }), 'page by productionDate desc; all days; at a position'],
  [shapeOf('count', recordsScopeSchema.parse({ search: 'x' })), 'count all days; with a text sought'],
  [shapeOf('values', { field: 'lot', search: '24', limit: 50 }), 'values of lot; with a text sought'],
  [shapeOf('values', { field: 'item', search: '', limit: 50 }), 'values of item'],
  [
    page({
      where: [
        { field: 'note', is: 'contains', text: 'Kim' },
        { field: 'goodQuantity', is: 'between', from: 5 },
      ],
    }),
    'page by productionDate desc; all days; whose goodQuantity is in a range, note contains a text',
  ],
  [shapeOf('lots', { of: 'find', part: 'L-7', limit: 50 }), 'lots by a part of their number'],
  [shapeOf('lots', { of: 'find', part: '', limit: 50 }), 'lots the newest'],
  [shapeOf('lots', { of: 'story', lot: 'L-7' }), 'lots the story of one'],
  [shapeOf('lots', { of: 'similar', lot: 'L-7', limit: 10 }), 'lots like one'],
  [shapeOf('lots', { of: 'touched', lot: 'L-7', rule: 'crew', limit: 10 }), 'lots touched beside one, by crew'],
];

test.each(shapes)('reads %s', (shape, expected) => {
  expect(shape).toBe(expected);
});

test('has words in Korean for each of its parts, and leaves as it is what it does not know', () => {
  const inKorean = shapeWords.ko;
  for (const [shape] of shapes) expect(inKorean(shape), shape).not.toMatch(/[a-z]/i);
  expect(inKorean(shapes[1]?.[0] ?? '')).toBe(
    '월, 라인별 총생산, 수율 수치; 온전한 해; 필터: 라인 여럿 중 하나, 작업자 하나, 사업장 없음; 순서: 수율 내림차순; 처음 몇 개만',
  );
  expect(inKorean('report of good; on full moon')).toMatch(/; on full moon$/);
  expect(inKorean('dream of good')).toBe('dream of good');
});

test.each<[string | undefined, string | undefined, string]>([
  [undefined, undefined, 'all days'],
  ['2024-02-01', undefined, 'from a day on'],
  [undefined, '2024-02-01', 'up to a day'],
  ['2024-02-01', '2024-02-01', 'a day'],
  ['2024-02-01', '2024-02-28', 'days'],
  ['2024-02-01', '2024-02-29', 'whole months'],
  ['2024-02-02', '2024-03-31', 'days'],
  ['2024-01-01', '2025-12-31', 'whole years'],
])('says of %s to %s that it is %s', (from, to, expected) => {
  expect(report({ measures: ['good'], from, to })).toBe(`report of good; ${expected}`);
});

test('is the same for questions that differ in values alone', () => {
  const of = (line: string, from: string) =>
    report({ measures: ['good'], from, filters: [{ field: 'line', in: [line] }] });
  expect(of('L1', '2024-01-05')).toBe(of('L2', '2023-07-19'));
});

test('repeats no text that a question could bring along', () => {
  const shape = shapeOf('report', {
    measures: ['good'],
    dimensions: [],
    filters: [],
    orderBy: [{ field: 'Kim Min-jun', direction: 'asc' }],
  });
  expect(shape).toBe('report of good; all days; ordered by an unknown field asc');
});
