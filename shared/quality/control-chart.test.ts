import { expect, test } from 'vitest';
import type { Column } from '../query/answer.ts';
import { controlChart } from './control-chart.ts';
import { controlQuestions, lotsQuestion } from './control-questions.ts';
import { type ControlView, pointsFor } from './control-view.ts';
import { lotsInOrder, type Rows, samplesOf } from './samples.ts';

const view: ControlView = {
  chart: 'individuals',
  points: 'day',
  measure: 'yield',
  subgroup: 'shift',
  days: 2,
  rules: 'limits',
  limits: 'chance',
};
const scope = { from: '2024-01-01', to: '2024-01-31', filters: [{ field: 'defectReason' as const, in: ['Burr'] }] };

function answer(names: readonly string[], rows: Rows['rows']): Rows {
  return { columns: names.map((name): Column => ({ name, type: 'ratio', unit: null })), rows };
}

test('subgroups are the shifts of a day; a day of another number is left out and counted, and its values with it', () => {
  const means: ControlView = { ...view, chart: 'means' };
  const read = samplesOf(
    means,
    [
      answer(
        ['day', 'shift', 'yield'],
        [
          ['2024-01-02', 'Late', 0.94],
          ['2024-01-01', 'Early', 0.9],
          ['2024-01-01', 'Late', 0.92],
          ['2024-01-03', 'Early', 0.5],
          ['2024-01-02', 'Early', 0.9],
          ['2024-01-04', 'Early', null],
        ],
      ),
    ],
    null,
  );
  const chart = controlChart(means, read);
  expect(chart).toMatchObject({ size: 2, unlike: 1, leftOut: 1, obstacle: null });
  expect(chart.points.map(({ value }) => value)).toEqual([0.91, 0.9199999999999999]);
  expect(chart.ranges.map(({ value }) => Number(value.toFixed(4)))).toEqual([0.02, 0.04]);
  expect(chart.measured?.values).toEqual([0.9, 0.92, 0.9, 0.94]);
  expect(chart.measured?.sigmaWithin).toBeCloseTo(0.03 / 1.128, 6);
});

test('subgroups are days that follow each other; the rest at the end is none', () => {
  const days = answer(
    'day,yield'.split(','),
    [1, 2, 3, 4, 5].map((day) => [`2024-01-0${day}`, day / 10]),
  );
  const asked: ControlView = { ...view, chart: 'means', subgroup: 'days' };
  const chart = controlChart(asked, samplesOf(asked, [days], null));
  expect(chart.points.map(({ samples }) => samples.map(({ place }) => place.period))).toEqual([
    ['2024-01-01', '2024-01-02'],
    ['2024-01-03', '2024-01-04'],
  ]);
  expect(chart.unlike).toBe(1);
});

test('a chart that cannot be drawn says why', () => {
  const of = (asked: ControlView, rows: Rows['rows'], names = ['day', 'shift', 'yield']) =>
    controlChart(asked, samplesOf(asked, [answer(names, rows)], null)).obstacle;
  const means: ControlView = { ...view, chart: 'means' };
  expect(of(view, [], ['day', 'yield'])).toBe('noValues');
  expect(of(view, [['2024-01-01', 0.9]], ['day', 'yield'])).toBe('fewPoints');
  expect(of(means, [['2024-01-01', 'Early', 0.9]])).toBe('singles');
  expect(
    of(
      means,
      [...Array(11).keys()].map((at) => ['2024-01-01', `S${at}`, 0.9]),
    ),
  ).toBe('large');
});

test('defects a unit are those of the chosen reasons, of all units; both are of the same records or there is no point', () => {
  const asked: ControlView = { ...view, chart: 'u' };
  const [units, byReason] = controlQuestions(asked, scope, null);
  expect(units).toMatchObject({ measures: ['scrapRate', 'defects'], filters: [], withSums: true });
  expect(byReason).toMatchObject({ dimensions: ['day', 'defectReason'], filters: scope.filters });
  const names = ['day', 'scrapRate', 'defects', 'sum.defectsOfTotal', 'sum.total'];
  const { samples, leftOut } = samplesOf(
    asked,
    [
      answer(names, [
        ['2024-01-01', 0.1, 10, 10, 100],
        ['2024-01-02', 0.1, 12, 10, 100],
        ['2024-01-03', 0.02, 1, 1, 50],
      ]),
      answer(
        ['day', 'defectReason', 'defects'],
        [
          ['2024-01-01', 'Burr', 7],
          ['2024-01-01', 'Crack', 8],
          ['2024-01-02', 'Burr', 3],
        ],
      ),
    ],
    null,
  );
  expect(samples.map(({ defects, units: of, value }) => [defects, of, value])).toEqual([
    [15, 100, 0.15],
    [0, 50, 0],
  ]);
  expect(leftOut).toBe(1);
});

test('lots stand in the order of their first days, and only those that were found are asked for', () => {
  const asked: ControlView = { ...view, chart: 'p', points: 'lot' };
  expect(lotsQuestion(asked, scope)?.filters).toContainEqual({ field: 'lot', in: [null], not: true });
  expect(lotsQuestion({ ...asked, points: 'day' }, scope)).toBeNull();
  const lots = lotsInOrder(
    answer(
      ['day', 'lot', 'records'],
      [
        ['2024-01-03', 'A', 1],
        ['2024-01-02', 'B', 1],
        ['2024-01-01', 'C', 1],
        ['2024-01-01', 'A', 2],
      ],
    ),
  );
  expect(lots).toEqual(['A', 'C', 'B']);
  expect(controlQuestions(asked, scope, lots)[0]?.filters).toContainEqual({ field: 'lot', in: lots });
  const names = ['lot', 'scrapRate', 'sum.defectsOfTotal', 'sum.total'];
  const { samples } = samplesOf(
    asked,
    [
      answer(
        names,
        lots.toSorted().map((lot) => [lot, 0.5, 1, 2]),
      ),
    ],
    lots,
  );
  expect(samples.map(({ place }) => place.by?.value)).toEqual(lots);
});

test('points suit the range: days, then weeks, then months', () => {
  expect([7, 130, 131, 1_098, 3_650].map((days) => pointsFor(days))).toEqual(['day', 'day', 'week', 'week', 'month']);
});
