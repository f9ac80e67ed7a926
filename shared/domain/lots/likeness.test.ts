import { expect, test } from 'vitest';
import { defectDistance } from './likeness.ts';

const share = (reasons: Record<string, number>) =>
  Object.entries(reasons).map(([reason, of]) => ({ reason: reason === '' ? null : reason, share: of }));

test('two lots are as far apart as what each reason took of them differs', () => {
  // 2 % scratches and 1 % burrs beside 0.5 % scratches and 3 % colour: 1.5 + 1 + 3 hundredths.
  expect(defectDistance(share({ scratch: 0.02, burr: 0.01 }), share({ scratch: 0.005, colour: 0.03 }))).toBeCloseTo(
    0.055,
    12,
  );
});

test('lots that lost the same to the same reasons are not apart, in whatever order the reasons come', () => {
  expect(defectDistance(share({ a: 0.1, b: 0.2, '': 0.3 }), share({ '': 0.3, b: 0.2, a: 0.1 }))).toBe(0);
});

test('one yield for two reasons is further apart than one reason for nearly that yield', () => {
  const scratched = share({ scratch: 0.04 });
  expect(defectDistance(scratched, share({ burr: 0.04 }))).toBeGreaterThan(
    defectDistance(scratched, share({ scratch: 0.06 })),
  );
});

test('the distance is the same both ways, and that to a lot without defects is the scrap rate', () => {
  const [one, other] = [share({ a: 0.25, '': 0.5 }), share({ a: 0.5, b: 0.125 })];
  expect(defectDistance(one, other)).toBe(defectDistance(other, one));
  expect(defectDistance(one, [])).toBe(0.75);
});
