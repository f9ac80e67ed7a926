import { expect, test } from 'vitest';
import { followWork } from './follow-work.ts';
import type { Waiter } from './shared-work.ts';

/** Work that goes on until it is told what to do. */
function heldWork() {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const held = { resolve, reject, waiter: {} as Waiter<string> };
  const work = (waiter: Waiter<string>) => {
    held.waiter = waiter;
    waiter.signal?.addEventListener('abort', () => reject(new Error('gone')));
    return promise;
  };
  return { held, work };
}

test('what is known so far comes as it is told, the newest where several were, and the result at the end', async () => {
  const { held, work } = heldWork();
  const stream = followWork(undefined, work);
  const first = stream.next();
  held.waiter.onPartial?.('a');
  expect((await first).value).toEqual({ type: 'part', part: 'a' });
  held.waiter.onPartial?.('b');
  held.waiter.onPartial?.('c');
  expect((await stream.next()).value).toEqual({ type: 'part', part: 'c' });
  const last = stream.next();
  held.resolve(7);
  expect((await last).value).toEqual({ type: 'result', result: 7 });
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('a failure of the work ends the stream with it', async () => {
  const { held, work } = heldWork();
  const stream = followWork(undefined, work);
  const first = stream.next();
  held.reject(new Error('no disk'));
  await expect(first).rejects.toThrow('no disk');
});

test('whoever stops taking, or aborts, has gone', async () => {
  const left = heldWork();
  const stream = followWork(undefined, left.work);
  const first = stream.next();
  left.held.waiter.onPartial?.('a');
  await first;
  await stream.return();
  expect(left.held.waiter.signal?.aborted).toBe(true);

  const aborted = heldWork();
  const controller = new AbortController();
  const next = followWork(controller.signal, aborted.work).next();
  controller.abort();
  await expect(next).rejects.toThrow('gone');
});
