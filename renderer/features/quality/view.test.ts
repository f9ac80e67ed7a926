import { expect, test } from 'vitest';
import { firstView, type QualityView, readView, withMeasure, writeView } from './view.ts';

test('an address that says nothing is the first view, and the first view says nothing', () => {
  expect(readView(new URLSearchParams('from=2024-01-01'))).toEqual(firstView);
  expect(writeView(firstView, new URLSearchParams('from=2024-01-01&chart=u')).toString()).toBe('from=2024-01-01');
});

test('a view comes back from its address', () => {
  const view: QualityView = {
    chart: 'means',
    points: 'lot',
    measure: 'throughput',
    subgroup: 'days',
    days: 7,
    rules: 'nelson',
    limits: 'between',
    specification: { lower: 0, upper: 812.5 },
    steps: ['Line 1', 'Mixing, west'],
  };
  expect(readView(writeView(view, new URLSearchParams()))).toEqual(view);
});

test('what an address does not say rightly is as to begin with', () => {
  const view = readView(new URLSearchParams('chart=pie&days=11&of=beauty&lsl=low&usl=&step=A&step=A'));
  expect(view).toEqual({ ...firstView, steps: ['A'] });
});

test('limits that were typed for one measure do not stay for another', () => {
  const view = { ...firstView, specification: { lower: 0.9, upper: null } };
  expect(withMeasure(view, 'yield')).toBe(view);
  expect(withMeasure(view, 'oee').specification).toEqual({ lower: null, upper: null });
});
