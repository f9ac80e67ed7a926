import { expect, test } from 'vitest';
import { draftOf } from '../../testing/draft.ts';
import { createStore, insertRecords } from '../../testing/test-store.ts';
import { idealSeconds } from './staged-row.ts';

test('amounts beyond 32 bits are stored as the integers they are', async () => {
  const { store, remove } = createStore();
  const amounts = [2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
  await insertRecords(
    store,
    amounts.map((goodQuantity) => draftOf('2024-01-01', 'A', 1, { goodQuantity })),
  );
  expect(store.live.rows('SELECT good_quantity, typeof(good_quantity) FROM records')).toEqual(
    amounts.map((amount) => [amount, 'integer']),
  );
  store.close();
  remove();
});

test('the ideal time is known where cycle, good and defects are, and rounded to a millionth of a second', () => {
  expect(idealSeconds(333_333, 3_000_000, 500_000)).toBe(1_166_666); // 0.333333 s x 3.5 = 1.1666655
  expect(idealSeconds(333_333, 3_000_000, Number.NaN)).toBeNaN();
  expect(idealSeconds(Number.MAX_SAFE_INTEGER, 3_000_000, 500_000)).toBeNaN();
});
