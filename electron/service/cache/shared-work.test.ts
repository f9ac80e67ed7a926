import { expect, test } from 'vitest';
import { SharedWork } from './shared-work.ts';

/** Work that goes on until it is told to end; what is stopped goes on until then as well. */
function slowWork() {
  const begun: {
    signal: AbortSignal;
    hasWaited: boolean;
    end(result: number): Promise<void>;
    fail(): Promise<void>;
  }[] = [];
  const work = ({ signal, hasWaited }: { signal: AbortSignal; hasWaited: boolean }) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    begun.push({
      signal,
      hasWaited,
      end: (result) => settledBy(() => resolve(result)),
      fail: () => settledBy(() => reject(new Error('The disk is gone.'))),
    });
    return promise;
  };
  return { work, begun };
}

async function settledBy(act: () => void): Promise<void> {
  act();
  await new Promise((resolve) => setImmediate(resolve));
}

test('whoever asks for the same key and state while it runs waits for the same result', async () => {
  const shared = new SharedWork<number>();
  const { work, begun } = slowWork();
  const asked = [
    shared.run('a', 'as it is', {}, work),
    shared.run('a', 'as it is', { signal: new AbortController().signal }, work),
  ];
  await begun[0]?.end(7);
  expect(await Promise.all(asked)).toEqual([7, 7]);
  expect(begun).toHaveLength(1);
});

test('whoever asks of another state waits for one piece, begun when the one before has ended, however that ends', async () => {
  const shared = new SharedWork<number>();
  const { work, begun } = slowWork();
  const first = shared.run('a', 'before', {}, work);
  const failed = expect(first).rejects.toThrow('The disk is gone.');
  const later = ['after', 'yet later'].map((of) => shared.run('a', of, {}, work));
  const joined = shared.run('a', 'before', {}, work);
  const alsoFailed = expect(joined).rejects.toThrow('The disk is gone.');
  expect(begun.map(({ hasWaited }) => hasWaited)).toEqual([false]);
  await begun[0]?.fail();
  await Promise.all([failed, alsoFailed]);
  expect(begun.map(({ hasWaited }) => hasWaited)).toEqual([false, true]);
  const last = shared.run('a', 'yet later', {}, work); // what is running is of that state
  await begun[1]?.end(2);
  expect(await Promise.all([...later, last])).toEqual([2, 2, 2]);
  expect(begun).toHaveLength(2);
});

test('work of other keys does not wait', async () => {
  const shared = new SharedWork<number>();
  const { work, begun } = slowWork();
  const asked = ['a', 'b'].map((key) => shared.run(key, 'as it is', {}, work));
  for (const [at, piece] of begun.entries()) await piece.end(at);
  expect(await Promise.all(asked)).toEqual([0, 1]);
});

test('work stops when the last who waited has gone, not before', async () => {
  const shared = new SharedWork<number>();
  const { work, begun } = slowWork();
  const [one, two] = [new AbortController(), new AbortController()];
  const first = shared.run('a', 'as it is', { signal: one.signal }, work);
  const second = shared.run('a', 'as it is', { signal: two.signal }, work);
  one.abort();
  await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(begun[0]?.signal.aborted).toBe(false);
  two.abort();
  await expect(second).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(begun[0]?.signal.aborted).toBe(true);
});

test('after everyone has gone the next who asks starts anew, once what was stopped has ended', async () => {
  const shared = new SharedWork<number>();
  const { work, begun } = slowWork();
  const gone = new AbortController();
  const first = shared.run('a', 'as it is', { signal: gone.signal }, work);
  gone.abort();
  await expect(first).rejects.toThrow();
  const again = shared.run('a', 'as it is', {}, work);
  expect(begun).toHaveLength(1);
  await begun[0]?.end(1);
  await begun[1]?.end(3);
  expect(await again).toBe(3);
});

test('what waits for its turn is not begun when nobody wants it any more, nor what was taken back before it was asked', async () => {
  const shared = new SharedWork<number>();
  const { work, begun } = slowWork();
  const first = shared.run('a', 'before', {}, work);
  const gone = new AbortController();
  const refused = expect(shared.run('a', 'after', { signal: gone.signal }, work)).rejects.toThrow();
  gone.abort();
  await refused;
  await expect(shared.run('b', 'before', { signal: gone.signal }, work)).rejects.toMatchObject({ code: 'CANCELLED' });
  await begun[0]?.end(1);
  expect([await first, begun.length]).toEqual([1, 1]);
  const later = shared.run('a', 'after', {}, work);
  await begun[1]?.end(2);
  expect(await later).toBe(2);
});

test('whoever waits sees what is known so far, one who joins at once, one who has gone no more', async () => {
  const shared = new SharedWork<number, string>();
  const { promise, resolve } = Promise.withResolvers<number>();
  let tell: (part: string) => void = () => {};
  const seen: string[] = [];
  const gone = new AbortController();
  const onPartial = (part: string) => void seen.push(`first ${part}`);
  const first = shared.run('a', 'as it is', { signal: gone.signal, onPartial }, (options) => {
    tell = options.tell;
    return promise;
  });
  tell('a third');
  const second = shared.run('a', 'as it is', { onPartial: (part) => void seen.push(`second ${part}`) }, () => promise);
  gone.abort();
  await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  tell('two thirds');
  resolve(3);
  expect(await second).toBe(3);
  expect(seen).toEqual(['first a third', 'second a third', 'second two thirds']);
});
