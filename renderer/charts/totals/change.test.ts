import { expect, test } from 'vitest';
import { changeOf } from './change.ts';

test('a quantity changes by percent of what was before', () => {
  expect(changeOf('good', 1031, 1000)).toEqual({ direction: 'up', amount: 3.1, kind: 'percent', tone: 'good' });
});

test('a ratio changes by percentage points', () => {
  expect(changeOf('yield', 0.962, 0.966)).toEqual({ direction: 'down', amount: 0.4, kind: 'points', tone: 'bad' });
});

test('fewer defects are better', () => {
  expect(changeOf('defects', 90, 100)).toMatchObject({ direction: 'down', tone: 'good' });
});

test('a measure that is better in neither direction has no tone', () => {
  expect(changeOf('planned', 120, 100)).toMatchObject({ direction: 'up', tone: 'neutral' });
});

test('a change too small to be told is none', () => {
  expect(changeOf('good', 100_001, 100_000)).toMatchObject({ direction: 'same', amount: 0, tone: 'neutral' });
});

test('there is no change where one of both is not known or the base is nothing', () => {
  expect(changeOf('good', 5, null)).toBeNull();
  expect(changeOf('good', null, 5)).toBeNull();
  expect(changeOf('good', 5, 0)).toBeNull();
});
