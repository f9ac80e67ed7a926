import { expect, test } from 'vitest';
import { type ChangingMeasure, changeOf, toldChangeOf } from './change.ts';

const good: ChangingMeasure = { kind: 'quantity', better: 'up' };
const planned: ChangingMeasure = { kind: 'quantity' };
const scrap: ChangingMeasure = { kind: 'ratio', better: 'down' };

test('a quantity differs by an amount, and by a share of what was before', () => {
  expect(changeOf(good, 1_100, 1_000)).toEqual({ amount: 100, share: 0.1, direction: 'up', tone: 'good' });
  expect(changeOf(good, -5, -10)).toEqual({ amount: 5, share: 0.5, direction: 'up', tone: 'good' });
});

test('a ratio differs by an amount alone, and is the same where that is nearly nothing', () => {
  expect(changeOf(scrap, 0.5, 0.25)).toEqual({ amount: 0.25, share: null, direction: 'up', tone: 'bad' });
  expect(changeOf(scrap, 0.500_04, 0.5)).toMatchObject({ amount: 0, direction: 'same', tone: 'neutral' });
});

test('of nothing before there is an amount, but no share', () => {
  expect(changeOf(good, 5, 0)).toEqual({ amount: 5, share: null, direction: 'up', tone: 'good' });
});

test('there is no change where one of both is no data', () => {
  expect(changeOf(good, 5, null)).toBeNull();
  expect(changeOf(good, null, 5)).toBeNull();
});

test('a change turned round is its opposite', () => {
  for (const [now, before] of [
    [3, 8],
    [8.25, -1],
    [0.3, 0.1],
  ] as const)
    for (const measure of [good, scrap])
      expect(changeOf(measure, now, before)?.amount).toBe(-(changeOf(measure, before, now)?.amount ?? 0));
});

test('it is told to a tenth of a percent, of a ratio to a tenth of a point', () => {
  expect(toldChangeOf(good, 1_031, 1_000)).toEqual({ direction: 'up', tenths: 3.1, kind: 'percent', tone: 'good' });
  expect(toldChangeOf(scrap, 0.034, 0.038)).toEqual({ direction: 'down', tenths: 0.4, kind: 'points', tone: 'good' });
  expect(toldChangeOf(planned, 120, 100)).toMatchObject({ direction: 'up', tone: 'neutral' });
});

test('what a tenth does not tell is the same, and of nothing before nothing is told', () => {
  expect(toldChangeOf(good, 100_001, 100_000)).toEqual({
    direction: 'same',
    tenths: 0,
    kind: 'percent',
    tone: 'neutral',
  });
  expect(toldChangeOf(good, 5, 0)).toBeNull();
});
