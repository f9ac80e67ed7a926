import { expect, test } from 'vitest';
import { draftOf } from '../../../db/testing/draft.ts';
import { holdSame, ofSample, withFile } from './model.ts';

const a = draftOf('2024-01-02', 'L1', 5, { orderNumber: '1' });
const b = draftOf('2024-01-03', 'L1', 7, {
  orderNumber: '2',
  defects: [
    { reason: 'dent', amount: 1 },
    { reason: 'scratch', amount: 2 },
  ],
});

test('the same records in another order are the same, one more or one digit less are not', () => {
  const reversed = { ...b, defects: b.defects.toReversed() };
  expect(holdSame([a, b], [reversed, a])).toBe(true);
  expect(holdSame([a, b], [a, b, b])).toBe(false);
  expect(holdSame([a, a], [a, b])).toBe(false);
  expect(holdSame([a], [{ ...a, goodQuantity: 4_999_999 }])).toBe(false);
  expect(
    holdSame(
      [b],
      [
        {
          ...b,
          defects: [
            { reason: 'dent', amount: 1 },
            { reason: 'scratch', amount: 3 },
          ],
        },
      ],
    ),
  ).toBe(false);
});

test('a file replaces the records of its order numbers, adds others, and leaves what was there before as it was', () => {
  const before = withFile(ofSample([b]), [a]);
  const after = withFile(before, [
    { ...a, goodQuantity: 1, note: 'in no file' },
    { ...a, orderNumber: '3' },
  ]);
  expect([...after.values()].map(({ orderNumber, goodQuantity, note }) => [orderNumber, goodQuantity, note])).toEqual([
    ['2', 7_000_000, null],
    ['1', 1, null],
    ['3', 5_000_000, null],
  ]);
  expect(before.size).toBe(2);
});
