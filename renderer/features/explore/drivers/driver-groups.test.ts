import { expect, test } from 'vitest';
import type { ShownAnswer } from '../../../lib/use-report.ts';
import { drivenMeasures, driverQueries, fieldsFor, toDrivers } from './driver-groups.ts';

const scope = { from: '2024-03-01', to: '2024-03-31', filters: [{ field: 'line' as const, in: ['A'] }] };
const answer = (columns: string[], rows: (string | number | null)[][]): ShownAnswer => ({
  columns: columns.map((name) => ({ name, type: name === 'item' ? 'text' : 'quantity', unit: null })),
  rows,
  groups: rows.length,
});

test('the groups of both sides are put together, those that did most first, and add up to the change', () => {
  const found = toDrivers(
    'good',
    { with: 'dates', dates: 'before' },
    {
      now: answer(
        ['item', 'good', 'sum.good'],
        [
          ['X', 10, 10],
          ['Z', 50, 50],
        ],
      ),
      before: answer(
        ['item', 'good', 'sum.good'],
        [
          ['X', 12, 12],
          ['Y', 20, 20],
        ],
      ),
      wholeNow: answer(['good', 'sum.good'], [[60, 60]]),
      wholeBefore: answer(['good', 'sum.good'], [[32, 32]]),
    },
  );
  expect(found?.drivers.map(({ key, contribution }) => [key, contribution])).toEqual([
    ['Z', 50],
    ['Y', -20],
    ['X', -2],
  ]);
  expect(found).toMatchObject({ now: 60, before: 32, change: 28, rest: 0 });
});

test('what the groups do not account for is told as the rest', () => {
  const found = toDrivers(
    'good',
    { with: 'dates', dates: 'before' },
    {
      now: answer(['item', 'good'], [['X', 10]]),
      before: answer(['item', 'good'], [['X', 12]]),
      wholeNow: answer(['good'], [[60]]),
      wholeBefore: answer(['good'], [[32]]),
    },
  );
  expect(found?.rest).toBe(30);
});

test('against the plan, a throughput is driven by what its run time would have made at the ideal rate', () => {
  const columns = ['throughput', 'sum.totalOfRun', 'sum.runOfTotal', 'sum.idealOfRun', 'sum.runOfIdeal'];
  const now = ['throughput', 'sum.totalOfRun', 'sum.runOfTotal'];
  const whole = [57.142857142857146, 400, 420, 24_000, 420];
  const found = toDrivers(
    'throughput',
    { with: 'plan' },
    {
      now: answer(['item', ...now], [['X', ...whole.slice(0, 3)]]),
      before: answer(['item', ...columns], [['X', ...whole]]),
      wholeNow: answer(now, [whole.slice(0, 3)]),
      wholeBefore: answer(columns, [whole]),
    },
  );
  expect(found?.before).toBeCloseTo(60, 9);
  expect(found?.drivers[0]?.contribution).toBeCloseTo(400 / 7 - 60, 9);
  expect(found?.rest).toBe(0);
});

test('both sides are asked with their sums, the other one of its dates, value or plan', () => {
  const dates = driverQueries('yield', 'item', { with: 'dates', dates: 'before' }, scope, null);
  expect(dates.now).toMatchObject({ measures: ['yield'], dimensions: ['item'], withSums: true, from: '2024-03-01' });
  expect(dates.before).toMatchObject({ from: '2024-02-01', to: '2024-02-29', withSums: true });
  const other = driverQueries('yield', 'item', { with: 'value', field: 'line', value: 'B' }, scope, null);
  expect(other.before.filters).toEqual([{ field: 'line', in: ['B'] }]);
  expect(driverQueries('good', null, { with: 'plan' }, scope, null).before.measures).toEqual([
    'planned',
    'planAttainment',
  ]);
});

test('only what can be told by groups is offered, by fields that say something', () => {
  const before = { with: 'dates', dates: 'before' } as const;
  expect(drivenMeasures(['lots', 'good', 'defects'], before)).toEqual(['good', 'defects']);
  expect(drivenMeasures(['lots', 'good', 'defects'], { with: 'plan' })).toEqual(['good']);
  expect(fieldsFor('defects', before, scope)).toEqual(['item', 'shift', 'site', 'operator', 'defectReason']);
  expect(fieldsFor('good', { with: 'value', field: 'item', value: 'X' }, { ...scope, filters: [] })).toEqual([
    'line',
    'shift',
    'site',
    'operator',
  ]);
});
