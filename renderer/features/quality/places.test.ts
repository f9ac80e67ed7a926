import { expect, test } from 'vitest';
import { controlChart, type PlacedPoint } from '../../../shared/quality/control-chart.ts';
import type { ControlView } from '../../../shared/quality/control-view.ts';
import type { Sample } from '../../../shared/quality/samples.ts';
import { firstView } from '../../../shared/quality/view.ts';
import { createFormat } from '../../lib/format.ts';
import { daysBetween, isCut, placesOf, scopeOf } from './places.ts';

const format = createFormat('en-GB');
const scope = { from: '2024-01-01', to: '2024-01-03', filters: [{ field: 'shift' as const, in: ['Early', 'Late'] }] };
const view = (changes: Partial<ControlView>): ControlView => ({ ...firstView, points: 'day', ...changes });

function pointsOf(
  asked: ControlView,
  samples: readonly [string | null, Sample['place']['by']][],
): readonly PlacedPoint[] {
  return controlChart(asked, {
    samples: samples.map(([period, by], at) => ({ place: { period, by }, value: at / 10, defects: at, units: 10 })),
    leftOut: 0,
    isMeasured: false,
  }).points;
}

const shift = (value: string | null) => ({ dimension: 'shift' as const, value });

test('every day of the range has its place, and one without data is a gap', () => {
  const asked = view({});
  const points = pointsOf(asked, [
    ['2024-01-01', null],
    ['2024-01-03', null],
  ]);
  const places = placesOf(asked, scope, points, format, 'not recorded');
  expect(places.map(({ label, point }) => [label, point])).toEqual([
    ['1 Jan 2024', 0],
    ['2 Jan 2024', null],
    ['3 Jan 2024', 1],
  ]);
  expect(points[1] && scopeOf(asked, scope, points[1])).toEqual({ ...scope, from: '2024-01-03', to: '2024-01-03' });
  expect(daysBetween(asked, scope, places, 1, 2)).toEqual({ from: '2024-01-02', to: '2024-01-03' });
});

test('each shift of each day has its place; its records are of that shift alone', () => {
  const asked = view({ points: 'shift' });
  const points = pointsOf(asked, [
    ['2024-01-01', shift('Early')],
    ['2024-01-01', shift('Late')],
    ['2024-01-03', shift('Late')],
  ]);
  const places = placesOf(asked, scope, points, format, 'not recorded');
  expect(places.map(({ point }) => point)).toEqual([0, 1, null, null, null, 2]);
  expect(places[5]?.label).toBe('3 Jan 2024, Late');
  expect(points[2] && scopeOf(asked, scope, points[2])).toEqual({
    from: '2024-01-03',
    to: '2024-01-03',
    filters: [{ field: 'shift', in: ['Late'] }],
  });
  expect(daysBetween(asked, scope, places, 0, 3)).toEqual({ from: '2024-01-01', to: '2024-01-02' });
});

test('a week that the range cuts is told of where it has a point; a day is never cut', () => {
  const weeks = view({ points: 'week' });
  const points = pointsOf(weeks, [
    ['2024-W01', null],
    ['2024-W02', null],
  ]);
  expect(isCut(weeks, { ...scope, from: '2024-01-01', to: '2024-01-14' }, points)).toBe(false);
  expect(isCut(weeks, { ...scope, from: '2024-01-01', to: '2024-01-12' }, points)).toBe(true);
  expect(isCut(weeks, { ...scope, from: '2023-12-31', to: '2024-01-14' }, points)).toBe(false);
  expect(isCut(view({}), scope, points)).toBe(false);
});

test('lots stand one after the other, over the dates of the window', () => {
  const asked = view({ points: 'lot' });
  const points = pointsOf(asked, [
    [null, { dimension: 'lot', value: 'L2' }],
    [null, { dimension: 'lot', value: 'L1' }],
  ]);
  const places = placesOf(asked, scope, points, format, 'not recorded');
  expect(places.map(({ label }) => label)).toEqual(['L2', 'L1']);
  expect(points[0] && scopeOf(asked, scope, points[0])).toEqual({
    ...scope,
    filters: [...scope.filters, { field: 'lot', in: ['L2'] }],
  });
  expect(daysBetween(asked, scope, places, 0, 1)).toBeNull();
});

test('a subgroup of shifts is a day with all its shifts; one of days is all of its days', () => {
  const means = view({ chart: 'means' });
  const points = pointsOf(means, [
    ['2024-01-01', shift('Early')],
    ['2024-01-01', shift('Late')],
    ['2024-01-03', shift('Early')],
    ['2024-01-03', shift('Late')],
  ]);
  expect(placesOf(means, scope, points, format, '').map(({ point }) => point)).toEqual([0, null, 1]);
  expect(points[1] && scopeOf(means, scope, points[1])).toEqual({ ...scope, from: '2024-01-03', to: '2024-01-03' });
  const runs = view({ chart: 'means', subgroup: 'days', days: 2 });
  const ofDays = pointsOf(
    runs,
    ['2024-01-01', '2024-01-03', '2024-01-04', '2024-01-05'].map((day) => [day, null]),
  );
  const dates = (from: string, to: string) => format.dateRange(`2024-01-0${from}`, `2024-01-0${to}`);
  const labels = placesOf(runs, scope, ofDays, format, '').map(({ label }) => label);
  expect(labels).toEqual([dates('1', '3'), dates('4', '5')]);
  expect(ofDays[0] && scopeOf(runs, scope, ofDays[0])).toEqual({ ...scope, to: '2024-01-03' });
});
