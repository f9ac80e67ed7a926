import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { draftOf } from '../testing/draft.ts';
import { createStore, insertRecords } from '../testing/test-store.ts';
import { Dictionary } from './dictionary.ts';
import { idealSeconds, Staging } from './staging.ts';

test('a staging file that cannot be made leaves nothing in the way of the next import', async () => {
  const { store, remove } = createStore();
  const full = {
    ...store.live,
    exec(sql: string) {
      if (sql.includes('CREATE TABLE')) throw new Error('The disk is full.');
      store.live.exec(sql);
    },
  };
  expect(() => new Staging(full, store.folder.staging, new Dictionary(store.live))).toThrow('The disk is full.');
  expect(existsSync(store.folder.staging)).toBe(false);
  expect((await insertRecords(store, [draftOf('2024-01-01', 'A', 1)])).inserted).toBe(1);
  store.close();
  remove();
});

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
  const draft = draftOf('2024-01-01', 'A', 3, { defectQuantity: 500_000, idealCycleSeconds: 333_333 });
  expect(idealSeconds(draft)).toBe(1_166_666); // 0.333333 s x 3.5 = 1.1666655
  expect(idealSeconds({ ...draft, defectQuantity: null })).toBeNull();
  expect(idealSeconds({ ...draft, idealCycleSeconds: Number.MAX_SAFE_INTEGER })).toBeNull();
});
