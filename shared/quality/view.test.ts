import { expect, test } from 'vitest';
import { firstView, type QualityView, readView, specificationShown, withMeasure, writeView } from './view.ts';

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
    specification: { lower: 0, upper: 812.5, target: 800 },
    steps: ['Line 1', 'Mixing, west'],
  };
  expect(readView(writeView(view, new URLSearchParams()))).toEqual(view);
});

test('what an address does not say rightly is as to begin with', () => {
  const view = readView(new URLSearchParams('chart=pie&days=11&of=beauty&lsl=low&usl=&step=A&step=A'));
  expect(view).toEqual({ ...firstView, steps: ['A'] });
});

test('what was typed goes before what is kept, and nothing typed leaves what is kept', () => {
  const kept = { lower: 0.9, upper: null, target: 0.95 };
  const typed = { lower: null, upper: null, target: 0.97 };
  expect(specificationShown({ specification: typed }, kept)).toBe(typed);
  expect(specificationShown(firstView, kept)).toBe(kept);
  expect(specificationShown(firstView, null)).toEqual({ lower: null, upper: null, target: null });
});

test('limits that were typed for one measure do not stay for another', () => {
  const view = { ...firstView, specification: { lower: 0.9, upper: null, target: null } };
  expect(withMeasure(view, 'yield')).toBe(view);
  expect(withMeasure(view, 'oee').specification).toEqual({ lower: null, upper: null, target: null });
});
