import { expect, test } from 'vitest';
import { layoutWaterfall, type WaterfallRow } from './layout.ts';

const row = (part: Partial<WaterfallRow>): WaterfallRow => ({
  id: 'a',
  name: 'Planned time',
  tone: 'whole',
  from: 0,
  to: 480,
  number: '480',
  share: '100 %',
  formula: '',
  isActive: false,
  ...part,
});

test('bars lie between the names and the numbers, and the largest takes all the room', () => {
  const { x, left, right, numberEnd, shareEnd } = layoutWaterfall([row({}), row({ from: 480, to: 420 })], 600);
  expect(x(0)).toBe(left);
  expect(x(480)).toBe(right);
  expect(left).toBeGreaterThan(80);
  expect(right).toBeLessThan(numberEnd);
  expect(numberEnd).toBeLessThan(shareEnd);
});

test('a bar that reaches below zero has its place', () => {
  const { x, left } = layoutWaterfall([row({}), row({ from: 480, to: -20 })], 600);
  expect(x(-20)).toBe(left);
  expect(x(0)).toBeGreaterThan(left);
});

test('nothing at all stands at zero', () => {
  const { x, left } = layoutWaterfall([row({ to: 0 })], 600);
  expect(x(0)).toBe(left);
});
