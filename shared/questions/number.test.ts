import { expect, test } from 'vitest';
import { buildCourseQuery, buildNumberQuery } from './number.ts';

const scope = { from: '2024-03-01', to: '2024-03-31', filters: [{ field: 'line' as const, in: ['A'] }] };

test('the number is one question over the whole range, with its filters', () => {
  expect(buildNumberQuery('yield', scope)).toEqual({ measures: ['yield'], ...scope });
});

test('the course is that of the range, by the period that suits it', () => {
  expect(buildCourseQuery('good', scope)).toMatchObject({ dimensions: ['day'], from: '2024-03-01', to: '2024-03-31' });
});

test('of a day or two the course is that of the days which led there', () => {
  expect(buildCourseQuery('good', { ...scope, from: '2024-03-31' })).toMatchObject({
    dimensions: ['day'],
    from: '2024-03-02',
    to: '2024-03-31',
    filters: scope.filters,
  });
});
