import { expect, test } from 'vitest';
import type { PeriodGrain } from '../../domain/day.ts';
import { type Measure, measureNames } from '../../query/measures.ts';
import { obstacleTo, shapeOf } from './shapes.ts';
import {
  byNames,
  type ExploreView,
  firstMeasure,
  firstView,
  isShorterThanRecords,
  moveSplit,
  readView,
  toggleMeasure,
  toggleSplit,
  writeView,
} from './view.ts';

const read = (query: string) => {
  const { isChosen: _isChosen, ...view } = readView(new URLSearchParams(query));
  return view;
};

test('what is looked at first is good, or what a store has and its splits allow', () => {
  const without = new Set<Measure>(['good', 'total']);
  expect(firstMeasure(['time'], new Set())).toBe('good');
  expect(firstMeasure(['time'], without)).toBe('defects');
  expect(firstMeasure(['downtimeReason'], without)).toBe('downMinutes');
  expect(firstMeasure(['time'], new Set(measureNames))).toBe('records');
});

test('an address says the view that was put into it, and keeps what is not of the view', () => {
  const view: ExploreView = {
    measures: ['defects', 'scrapRate'],
    by: ['month', 'line'],
    shape: 'pivot',
    top: 5,
    comparison: { with: 'value', field: 'line', value: 'Press: 2' },
    ranges: [{ measure: 'defects', from: 10 }],
    ownScales: true,
    order: { field: 'scrapRate', direction: 'desc' },
  };
  const params = writeView(view, new URLSearchParams('f.line=A&m=good&as=table'));
  expect(params.get('f.line')).toBe('A');
  expect(read(params.toString())).toEqual(view);
  expect(read(writeView({ ...view, by: [] }, params).toString()).by).toEqual([]);
});

test('an address without a view is the first one, and what it says wrongly is left out', () => {
  expect(read('')).toEqual(firstView);
  expect(readView(new URLSearchParams('')).isChosen.measures).toBe(false);
  expect(read('m=magic,yield&by=mood,line,line&as=pie&top=-3&vs=never&order=good.desc')).toEqual({
    ...firstView,
    measures: ['yield'],
    by: ['line'],
  });
});

test('the first measure chosen takes the place of the one that was there to begin with; later ones are added', () => {
  const chosen = toggleMeasure(firstView, 'defects', true);
  expect(chosen.measures).toEqual(['defects']);
  const two = toggleMeasure(chosen, 'yield', false);
  expect(two.measures).toEqual(['defects', 'yield']);
  expect(toggleMeasure(two, 'defects', false).measures).toEqual(['yield']);
  expect(toggleMeasure(chosen, 'defects', false).measures).toEqual(['defects']);
});

test('a period takes the place of another, a reason that of measures it does not have', () => {
  expect(toggleSplit({ ...firstView, by: ['time', 'line'] }, 'week').by).toEqual(['week', 'line']);
  const byReason = toggleSplit({ ...firstView, measures: ['yield'] }, 'downtimeReason');
  expect(byReason).toMatchObject({ measures: ['downMinutes'], by: ['time', 'downtimeReason'] });
  expect(moveSplit(byReason, 1, 0).by).toEqual(['downtimeReason', 'time']);
});

test('the shape follows what is asked: sums stand on each other, ratios are lines, values are bars', () => {
  const shape = (measures: ExploreView['measures'], by: ExploreView['by']) => shapeOf({ measures, by, shape: null });
  expect(shape(['defects'], ['month', 'line'])).toBe('stacked');
  expect(shape(['scrapRate'], ['month', 'line'])).toBe('line');
  expect(shape(['good'], ['time'])).toBe('bar');
  expect(shape(['scrapRate'], ['line'])).toBe('bar');
  expect(shape(['scrapRate'], ['line', 'shift'])).toBe('heat');
  expect(shape(['good'], [])).toBe('table');
});

test('a shape that cannot show what is asked gives way and says what it needs', () => {
  expect(shapeOf({ measures: ['yield'], by: ['month'], shape: 'stacked' })).toBe('line');
  expect(obstacleTo('stacked', { measures: ['yield'], by: ['month'] })).toBe('needsSums');
  expect(obstacleTo('pareto', { measures: ['defects'], by: ['month'] })).toBe('needsValues');
  expect(obstacleTo('scatter', { measures: ['good'], by: ['item'] })).toBe('needsTwoMeasures');
  expect(obstacleTo('pivot', { measures: ['good'], by: ['item'] })).toBe('needsTwoSplits');
});

test('splits by steps shorter than what a record is of are not offered, and by none other are left out', () => {
  const shorter = (by: PeriodGrain) => byNames.filter((name) => isShorterThanRecords(name, by));
  expect(shorter('day')).toEqual([]);
  expect(shorter('month')).toEqual(['day', 'week']);
  expect(shorter('year')).toEqual(['day', 'week', 'month', 'quarter']);
});
