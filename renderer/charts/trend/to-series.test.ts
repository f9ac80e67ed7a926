import { expect, test } from 'vitest';
import type { Answer } from '../../../shared/query/answer.ts';
import { toTrend } from './to-series.ts';

function answer(rows: Answer['rows']): Pick<Answer, 'columns' | 'rows'> {
  return {
    columns: [
      { name: 'month', type: 'period', unit: null },
      { name: 'good', type: 'quantity', unit: 'pcs' },
    ],
    rows,
  };
}

test('a period without records is a gap and not a zero', () => {
  const points = toTrend(
    { from: '2024-01-01', to: '2024-03-31' },
    'month',
    answer([
      ['2024-01', 5],
      ['2024-03', 0],
    ]),
  );
  expect(points.map((point) => point.values.good)).toEqual([5, undefined, 0]);
});

test('the comparison stands beside the period at the same place', () => {
  const points = toTrend(
    { from: '2024-03-01', to: '2024-04-30' },
    'month',
    answer([
      ['2024-03', 5],
      ['2024-04', 6],
    ]),
    {
      from: '2024-01-01',
      to: '2024-02-29',
      answer: answer([['2024-02', 4]]),
    },
  );
  expect(points.map((point) => point.before.good)).toEqual([undefined, 4]);
});
