import { expect, test } from 'vitest';
import type { Answer, Cell } from '../../../shared/query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { Comparison } from '../../../shared/questions/explore/comparison.ts';
import { comparedQuestion, compareRows, differenceOf, shareOfChange } from './compared-rows.ts';

const scope = { from: '2024-02-28', to: '2024-03-01' };
const answer = (columns: string[], rows: Cell[][]): Pick<Answer, 'columns' | 'rows'> => ({
  columns: columns.map((name) => ({ name, type: 'text', unit: null })),
  rows,
});

function compare(
  input: ReportQueryInput,
  comparison: Comparison,
  now: Cell[][],
  there: Cell[][],
  whole: Cell[] = [null],
) {
  const query = parseReportQuery({ ...scope, ...input });
  const question = comparedQuestion(query, comparison, scope, null);
  const named = (asked: typeof query) => [...asked.dimensions, ...asked.measures];
  const answers = {
    there: answer(named(question.query), there),
    whole: answer(question.whole.measures, [whole]),
  };
  return { question, compared: compareRows(query, answer(named(query), now), question, answers, scope) };
}

test('what has no day a year later is counted, and a day without records then or now is no data', () => {
  const { question, compared } = compare(
    { measures: ['good'], dimensions: ['day'] },
    { with: 'dates', dates: 'year' },
    [
      ['2024-02-28', 5],
      ['2024-02-29', 6],
    ],
    [
      ['2023-02-28', 3],
      ['2023-03-01', 4],
    ],
    [7],
  );
  expect(question.query).toMatchObject({ from: '2023-02-28', to: '2023-03-01' });
  expect(compared.rows).toEqual([
    ['2024-02-28', 5],
    ['2024-02-29', 6],
    ['2024-03-01', null],
  ]);
  expect(compared.measures).toEqual([{ measure: 'good', values: [3, null, 4], ofRows: 7, whole: 7 }]);
  expect(compared).toMatchObject({ onlyThere: 1, unplaced: 0 });
  const back = comparedQuestion(
    parseReportQuery({ measures: ['good'], dimensions: ['day'], from: '2025-02-28', to: '2025-03-01' }),
    { with: 'dates', dates: 'year' },
    { from: '2025-02-28', to: '2025-03-01' },
    null,
  );
  const leap = compareRows(
    parseReportQuery({ measures: ['good'], dimensions: ['day'] }),
    answer(['day', 'good'], [['2025-02-28', 1]]),
    back,
    { there: answer(['day', 'good'], [['2024-02-29', 9]]), whole: answer(['good'], [[9]]) },
    { from: '2025-02-28', to: '2025-03-01' },
  );
  expect(leap).toMatchObject({ rows: [['2025-02-28', 1]], onlyThere: 0, unplaced: 1 });
});

test('a group that is only in what is compared with stands in the order that was asked for', () => {
  const { compared } = compare(
    { measures: ['good'], dimensions: ['item'], orderBy: [{ field: 'item', direction: 'asc' }] },
    { with: 'dates', dates: 'before' },
    [
      ['A', 1],
      ['C', 2],
      [null, 3],
    ],
    [
      ['B', 4],
      ['C', 5],
    ],
  );
  expect(compared.rows.map(([item]) => item)).toEqual(['A', 'B', 'C', null]);
  expect(compared.measures[0]?.values).toEqual([null, 4, 5, null]);
});

test('split by lines, each stands beside the one line, whose number is no sum of the rows', () => {
  const { question, compared } = compare(
    { measures: ['good'], dimensions: ['line'], filters: [{ field: 'line', in: ['A', 'B'] }] },
    { with: 'value', field: 'line', value: 'B' },
    [
      ['A', 1],
      ['B', 7],
    ],
    [[7]],
    [7],
  );
  expect(question.query).toMatchObject({ dimensions: [], filters: [{ field: 'line', in: ['B'] }] });
  expect(compared.measures).toEqual([{ measure: 'good', values: [7, 7], ofRows: null, whole: 7 }]);
});

test('groups that a range or a limit left out are not told as gone', () => {
  const ranged = { measures: ['good' as const], dimensions: ['item' as const] };
  for (const left of [{ groupRanges: [{ measure: 'good' as const, from: 2 }] }, { limit: 1 }]) {
    const { question, compared } = compare(
      { ...ranged, ...left },
      { with: 'dates', dates: 'before' },
      [['C', 2]],
      [
        ['B', 4],
        ['C', 5],
      ],
    );
    expect(question.query.groupRanges ?? question.query.limit).toBeUndefined();
    expect(compared).toMatchObject({ rows: [['C', 2]], onlyThere: 0, unplaced: 0 });
  }
});

test('only what has a plan is compared with it, and a plan of other records is told', () => {
  const query = parseReportQuery({ measures: ['good', 'defects'], dimensions: ['item'] });
  const question = comparedQuestion(query, { with: 'plan' }, scope, null);
  expect(question.query).toMatchObject({ measures: ['planned', 'planAttainment'], withSums: true });
  const columns = ['item', 'planned', 'planAttainment', 'sum.goodOfPlanned', 'sum.plannedOfGood'];
  const there = answer(columns, [['X', 100, 0.9, 80, 100]]);
  const compared = compareRows(
    query,
    answer(['item', 'good', 'defects'], [['X', 90, 2]]),
    question,
    { there, whole: answer(columns.slice(1), [[100, 0.9, 80, 100]]) },
    scope,
  );
  expect(compared.measures).toEqual([{ measure: 'good', values: [100], ofRows: 100, whole: 100 }]);
  expect(compared.isPartlyPlanned).toBe(true);
});

test('differences of amounts are exact, and a share of nothing is none', () => {
  expect(differenceOf('good', 12.3, 12.1)).toBe(0.2);
  expect(differenceOf('good', null, 1)).toBeNull();
  expect(shareOfChange('good', 3, 2)).toBe(0.5);
  expect(shareOfChange('good', 3, 0)).toBeNull();
  expect(shareOfChange('yield', 0.9, 0.8)).toBeNull();
});
