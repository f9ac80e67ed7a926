import { expect, test } from 'vitest';
import { lengthOf, StepClock, sharedNow } from './step-clock.ts';

test('spans count once where they overlap, in whatever order they ended', () => {
  expect(lengthOf([])).toBe(0);
  expect(
    lengthOf([
      [20, 30],
      [0, 10],
      [5, 12],
      [22, 25],
    ]),
  ).toBe(22);
});

test('steps that took place are told in order, and are the whole time together', async () => {
  const clock = new StepClock();
  clock.end('plan');
  const reader = async () => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const begunAt = sharedNow();
    await new Promise((resolve) => setTimeout(resolve, 2));
    return { begunAt };
  };
  await Promise.all([clock.piece(reader), clock.piece(reader)]);
  clock.merge(() => Array.from({ length: 10_000 }, (_, at) => at).toSorted((a, b) => b - a));
  clock.endReading();
  clock.end('finish');
  const steps = clock.steps();
  expect(steps.map(({ step }) => step)).toEqual(['plan', 'wait', 'read', 'merge', 'finish']);
  expect(steps.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)).toBeCloseTo(clock.elapsedMs, 9);
  expect(clock.pieces).toBe(2);
  expect(clock.waitMs).toBeGreaterThan(0);
});

test('without readers there is no waiting and no merging', () => {
  const clock = new StepClock();
  clock.end('plan');
  clock.end('read');
  clock.end('finish');
  expect(clock.steps().map(({ step }) => step)).toEqual(['plan', 'read', 'finish']);
  expect([clock.pieces, clock.waitMs]).toEqual([0, 0]);
});
