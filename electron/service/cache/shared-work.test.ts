import { expect, test } from 'vitest';
import { SharedWork } from './shared-work.ts';

function slowWork() {
  const { promise, resolve } = Promise.withResolvers<number>();
  const signals: AbortSignal[] = [];
  const work = (signal: AbortSignal) => {
    signals.push(signal);
    return promise;
  };
  return { work, resolve, signals };
}

test('whoever asks for the same key while it runs waits for the same result', async () => {
  const shared = new SharedWork<number>();
  const { work, resolve, signals } = slowWork();
  const asked = [shared.run('a', {}, work), shared.run('a', { signal: new AbortController().signal }, work)];
  resolve(7);
  expect(await Promise.all(asked)).toEqual([7, 7]);
  expect(signals).toHaveLength(1);
  expect(shared.isRunning('a')).toBe(false);
});

test('work stops when the last who waited has gone, not before', async () => {
  const shared = new SharedWork<number>();
  const { work, signals } = slowWork();
  const [one, two] = [new AbortController(), new AbortController()];
  const first = shared.run('a', { signal: one.signal }, work);
  const second = shared.run('a', { signal: two.signal }, work);
  one.abort();
  await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(signals[0]?.aborted).toBe(false);
  two.abort();
  await expect(second).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(signals[0]?.aborted).toBe(true);
});

test('after everyone has gone the next who asks starts anew', async () => {
  const shared = new SharedWork<number>();
  const { work, resolve, signals } = slowWork();
  const gone = new AbortController();
  const first = shared.run('a', { signal: gone.signal }, work);
  gone.abort();
  await expect(first).rejects.toThrow();
  const again = shared.run('a', {}, work);
  resolve(3);
  expect(await again).toBe(3);
  expect(signals).toHaveLength(2);
});

test('whoever waits sees what is known so far, one who joins at once, one who has gone no more', async () => {
  const shared = new SharedWork<number, string>();
  const { promise, resolve } = Promise.withResolvers<number>();
  let tell: (part: string) => void = () => {};
  const seen: string[] = [];
  const gone = new AbortController();
  const first = shared.run('a', { signal: gone.signal, onPartial: (part) => seen.push(`first ${part}`) }, (_, told) => {
    tell = told;
    return promise;
  });
  tell('a third');
  const second = shared.run('a', { onPartial: (part) => seen.push(`second ${part}`) }, () => promise);
  gone.abort();
  await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  tell('two thirds');
  resolve(3);
  expect(await second).toBe(3);
  expect(seen).toEqual(['first a third', 'second a third', 'second two thirds']);
});
