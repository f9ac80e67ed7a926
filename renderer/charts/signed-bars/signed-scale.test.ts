import { expect, test } from 'vitest';
import { signedScale } from './signed-scale.ts';

test('bars that all go one way have the whole room, and zero stands at its edge', () => {
  expect(signedScale([-4, -1]).zero).toBe(1);
  expect(signedScale([-4, -1]).shareOf(-4)).toBe(1);
  expect(signedScale([4, 1]).zero).toBe(0);
  expect(signedScale([4, 1]).shareOf(1)).toBe(0.25);
});

test('bars to both sides share the room by how far they reach, and nothing has no length', () => {
  const { zero, shareOf } = signedScale([3, -1]);
  expect([zero, shareOf(3), shareOf(-1)]).toEqual([0.25, 0.75, 0.25]);
  expect(signedScale([]).shareOf(0)).toBe(0);
  expect(signedScale([0, 0])).toMatchObject({ zero: 0 });
});
