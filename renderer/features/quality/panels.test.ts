import { expect, test } from 'vitest';
import { toSteps } from '../../../shared/quality/steps.ts';
import { binsOf } from './bins.ts';
import { leadingRows } from './pareto.ts';

test('every value is in one column of the histogram, the largest in the last', () => {
  const values = [...Array(100).keys()].map((at) => at / 7);
  const bins = binsOf(values);
  expect(bins).toHaveLength(10);
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(100);
  expect(bins.at(-1)?.count).toBe(10);
  expect(binsOf([])).toEqual([]);
  expect(binsOf([3, 3])).toEqual([{ from: 3, to: 3, count: 2 }]);
});

test('reasons beyond the most stand together, with all defects that are left', () => {
  const rows = [5, 3, 1, 1].map((defects, at, all) => ({
    key: `R${at}`,
    defects,
    share: defects / 10,
    cumulative: all.slice(0, at + 1).reduce((sum, each) => sum + each, 0) / 10,
  }));
  expect(leadingRows(rows, 2)).toEqual([
    { keys: ['R0'], defects: 5, cumulative: 0.5 },
    { keys: ['R1'], defects: 3, cumulative: 0.8 },
    { keys: ['R2', 'R3'], defects: 2, cumulative: 1 },
  ]);
  expect(leadingRows(rows, 3).map(({ keys }) => keys)).toEqual([['R0'], ['R1'], ['R2'], ['R3']]);
});

const lines = [
  { key: 'Press', values: { yield: 0.98, firstPassYield: 0.95, total: 100 } },
  { key: 'Pack', values: { yield: 0.9, firstPassYield: null, total: 50 } },
  { key: 'Store', values: { yield: null, firstPassYield: null, total: null } },
];

test('steps are rolled in the order chosen; a plain yield stands in where rework is not recorded', () => {
  const [press, pack] = toSteps(lines, ['Press', 'Pack']);
  expect(press).toMatchObject({ passed: 0.95, isPlainYield: false, rolled: 0.95 });
  expect(pack).toMatchObject({ passed: 0.9, isPlainYield: true, rolled: expect.closeTo(0.855, 12) });
});

test('a step without a yield leaves none over all; without a choice every line with a yield is shown, and none rolled', () => {
  expect(toSteps(lines, ['Press', 'Store', 'Gone']).map(({ rolled }) => rolled)).toEqual([0.95, null, null]);
  expect(toSteps(lines, []).map(({ line, rolled }) => [line, rolled])).toEqual([
    ['Press', null],
    ['Pack', null],
  ]);
});
