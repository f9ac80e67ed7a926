import { expect, test } from 'vitest';
import { changeOf } from '../../../../shared/domain/change.ts';
import { measures as definitions } from '../../../../shared/query/measures.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { type Comparison, readComparison, writeComparison } from '../../../../shared/questions/explore/comparison.ts';
import { obstacleToComparison } from '../../../../shared/questions/explore/obstacle.ts';
import { type ExploreView, firstView } from '../../../../shared/questions/explore/view.ts';
import { createFormat } from '../../../lib/format.ts';
import type { ShownAnswer } from '../../../lib/use-report.ts';
import { askedOf } from '../asked.ts';
import { type Axis, all, type Member, modesOf, partQuery, toCube } from '../parts.ts';
import { askCompared, toCompared } from './compared.ts';
import { amountWords, shareWords } from './difference.ts';
import { text } from './text.ts';

const scope: ChartScope = { from: '2024-01-01', to: '2024-01-31', filters: [{ field: 'line', in: ['A'] }] };
const value = (name: string): Member => ({ of: 'value', value: name });
const answer = (columns: string[], rows: (string | number | null)[][]): ShownAnswer => ({
  columns: columns.map((name) => ({ name, type: 'text', unit: null })),
  rows,
  groups: rows.length,
});
const items: Axis = { dimension: 'item', named: null, hasOthers: false };
const view: ExploreView = { ...firstView, by: ['item'], shape: 'table' };

function compare(
  comparison: Comparison,
  now: ShownAnswer,
  others: ShownAnswer[],
  measures: ExploreView['measures'] = ['good'],
) {
  const asked = askedOf({ ...view, measures }, scope);
  const parts = modesOf([items], 'whole').map((modes) => ({
    modes,
    query: partQuery(scope, measures, [items], modes),
  }));
  const question = askCompared(comparison, asked, [items], scope, null);
  return { question, compared: toCompared(question, others, { cube: toCube([items], parts, [now]), measures }) };
}

test('an address reads back what it compares with, also a value that holds a colon or was not recorded', () => {
  const all: Comparison[] = [
    { with: 'dates', dates: 'yearWeekdays' },
    { with: 'plan' },
    { with: 'value', field: 'item', value: 'A:1' },
    { with: 'value', field: 'line', value: null },
  ];
  expect(all.map((each) => readComparison(writeComparison(each)))).toEqual(all);
  expect(readComparison('never')).toBeNull();
  expect(readComparison(null)).toBeNull();
});

test('another line takes the place of the one that a filter keeps', () => {
  const { question } = compare({ with: 'value', field: 'line', value: 'B' }, answer(['item', 'good'], []), []);
  expect(question.parts.map(({ query }) => query.filters)).toEqual([
    [{ field: 'line', in: ['B'] }],
    [{ field: 'line', in: ['B'] }],
  ]);
  expect(question.range).toEqual({ from: '2024-01-01', to: '2024-01-31' });
});

test('split by lines, each stands beside the one line', () => {
  const lines: Axis = { dimension: 'line', named: ['A', 'B'], hasOthers: false };
  const asked = askedOf({ ...view, by: ['line'] }, scope);
  const question = askCompared({ with: 'value', field: 'line', value: 'B' }, asked, [lines], scope, null);
  const compared = toCompared(question, [answer(['good'], [[7]])], {
    cube: toCube([lines], [], []),
    measures: ['good'],
  });
  expect(compared.at([value('A')], 'good')).toBe(7);
  expect(compared.at([all], 'good')).toBe(7);
});

test('what was made before and is not any more is told', () => {
  const now = answer(['item', 'good'], [['X', 5]]);
  const before = answer(
    ['item', 'good'],
    [
      ['X', 3],
      ['Y', 4],
    ],
  );
  const { compared } = compare({ with: 'dates', dates: 'before' }, now, [before]);
  expect(compared.gone).toEqual([[value('Y')]]);
  expect(compared.at([value('X')], 'good')).toBe(3);
});

test('the plan of good is what was planned, with a word where it is of other records; defects have none', () => {
  const columns = ['item', 'planned', 'planAttainment', 'sum.goodOfPlanned', 'sum.plannedOfGood'];
  const now = answer(['item', 'good', 'defects'], [['X', 90, 2]]);
  const measures = ['good', 'defects'] as const;
  const { question, compared } = compare(
    { with: 'plan' },
    now,
    [answer(columns, [['X', 100, 0.9, 90, 100]])],
    measures,
  );
  expect(question.parts[0]?.query).toMatchObject({ measures: ['planned', 'planAttainment'], withSums: true });
  expect(compared.at([value('X')], 'good')).toBe(100);
  expect(compared.at([value('X')], 'defects')).toBeNull();
  expect(compared.isPartlyPlanned).toBe(false);
  const partly = compare({ with: 'plan' }, now, [answer(columns, [['X', 60, 0.9, 54, 60]])], measures);
  expect(partly.compared.isPartlyPlanned).toBe(true);
});

test('what cannot be compared says why', () => {
  const nothing = { first: null, last: null };
  const dates = (each: 'before' | 'beforeWeekdays'): Comparison => ({ with: 'dates', dates: each });
  expect(obstacleToComparison(dates('before'), view, scope, { first: '2024-01-01', last: null })).toBe('notCovered');
  expect(obstacleToComparison(dates('before'), view, scope, { first: '2023-12-01', last: null })).toBeNull();
  expect(
    obstacleToComparison(dates('beforeWeekdays'), { ...view, by: ['month'] }, scope, {
      first: '2020-01-01',
      last: null,
    }),
  ).toBe('needsDays');
  expect(obstacleToComparison({ with: 'plan' }, { ...view, measures: ['defects'] }, scope, nothing)).toBe('noPlan');
  expect(obstacleToComparison({ with: 'plan' }, { ...view, by: ['defectReason'] }, scope, nothing)).toBe(
    'noPlanByReason',
  );
});

test('a difference is a signed number, a percentage and a word; a ratio differs by points', () => {
  const format = createFormat('en-GB');
  const words = (measure: 'good' | 'yield', now: number, before: number) => {
    const difference = changeOf(definitions[measure], now, before);
    if (!difference) return null;
    const full = (each: number | null) => format.measure(measure, each, 0);
    const amount = amountWords(measure, difference.amount, { full, t: text.en, format });
    return `${amount} ${shareWords(difference, text.en, format)}`;
  };
  expect(words('good', 1_100, 1_000)).toBe('+100 up 10.0\u202f%');
  expect(words('good', 900, 1_000)).toBe('\u2212100 down 10.0\u202f%');
  expect(words('good', 5, 0)).toBe('+5 up');
  expect(words('yield', 0.962, 0.966)).toBe('\u22120.4 pts down');
  expect(words('yield', 0.9, 0.9)).toBe('0.0 pts the same');
});
