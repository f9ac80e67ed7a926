import { expect, test } from 'vitest';
import { SliceTurns } from './slice-turns.ts';

test('so many run at once, the others in the order they asked, also after one has failed', async () => {
  const turns = new SliceTurns(2);
  const begun: string[] = [];
  const slices = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, ...Promise.withResolvers<string>() }));
  const results = slices.map(({ name, promise }) =>
    turns.run(() => {
      begun.push(name);
      return promise;
    }),
  );
  const outcomes = Promise.allSettled(results);
  const [a, b, c, d, e] = slices;
  expect(begun).toEqual(['a', 'b']);
  b?.resolve('B');
  await results[1];
  expect(begun).toEqual(['a', 'b', 'c']);
  a?.reject(new Error('stopped'));
  await expect(results[0]).rejects.toThrow('stopped');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  c?.resolve('C');
  d?.resolve('D');
  e?.resolve('E');
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(await turns.run(async () => 'F')).toBe('F');
});
