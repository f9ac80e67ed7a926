import { expect, test } from 'vitest';
import { rangesAsked, readRanges, withRange, writeRanges } from '../../../../shared/questions/explore/ranges.ts';
import { firstView } from '../../../../shared/questions/explore/view.ts';
import { askedOf } from '../asked.ts';
import { type Axis, modesOf, partQuery } from '../parts.ts';

test('an address reads back its ranges; one that is turned round or of nothing is left out', () => {
  const ranges = [
    { measure: 'good' as const, from: 100, to: 500 },
    { measure: 'yield' as const, to: 0.9 },
  ];
  expect(readRanges(writeRanges(ranges))).toEqual(ranges);
  expect(readRanges('good:5..1,magic:1..2,defects:..,lots:x..')).toEqual([]);
  expect(readRanges(null)).toEqual([]);
});

test('a range takes the place of the one before, and goes with its last end', () => {
  const one = withRange([], { measure: 'good', from: 1 });
  expect(withRange(one, { measure: 'good', to: 5 })).toEqual([{ measure: 'good', to: 5 }]);
  expect(withRange(one, { measure: 'good' })).toEqual([]);
});

test('only measures that are shown keep groups, and only where there are groups', () => {
  const view = {
    ...firstView,
    by: ['line' as const],
    ranges: [
      { measure: 'good' as const, from: 1 },
      { measure: 'lots' as const, to: 2 },
    ],
  };
  expect(rangesAsked(view)).toEqual([{ measure: 'good', from: 1 }]);
  expect(rangesAsked({ ...view, by: [] })).toEqual([]);
  expect(askedOf(view, { from: '2024-01-01', to: '2024-01-31' }).ranges).toEqual([{ measure: 'good', from: 1 }]);
});

test('the whole of a split that a range cut is that of the values it kept', () => {
  const line: Axis = { dimension: 'line', named: ['A', 'B'], hasOthers: false, isCut: true };
  const scope = { from: '2024-01-01', to: '2024-01-31', filters: [] };
  const [, whole = []] = modesOf([line], 'whole');
  expect(partQuery(scope, ['yield'], [line], whole)).toMatchObject({
    dimensions: [],
    filters: [{ field: 'line', in: ['A', 'B'] }],
  });
});
