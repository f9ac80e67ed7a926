import { expect, test } from 'vitest';
import { afterStep, type History, noHistory, stepBack, stepForward } from './history.ts';

test('steps are taken back and made again in their order', () => {
  const history = afterStep(afterStep(noHistory as History<string>, 'a'), 'b');
  const back = stepBack(history, 'c');
  expect(back?.to).toBe('b');
  const further = stepBack(back?.history ?? noHistory, 'b');
  expect(further?.to).toBe('a');
  expect(stepBack(further?.history ?? noHistory, 'a')).toBeNull();
  expect(stepForward(further?.history ?? noHistory, 'a')?.to).toBe('b');
});

test('a new step forgets what was taken back', () => {
  const back = stepBack(afterStep(noHistory as History<string>, 'a'), 'b');
  expect(stepForward(afterStep(back?.history ?? noHistory, 'a'), 'd')).toBeNull();
});
