import { expect, test } from 'vitest';
import { observeStream } from './observe-stream.ts';

function watched(stream: AsyncIterator<number>) {
  const seen: unknown[] = [];
  const observed = observeStream(stream, {
    onEvent: (event) => seen.push(event),
    onError: (error) => seen.push(error),
    onEnd: () => seen.push('end'),
  });
  return { observed, seen };
}

async function* counting(until: number, failure?: Error) {
  for (let at = 1; at <= until; at++) yield at;
  if (failure) throw failure;
}

test('events, and the end, are seen and passed on', async () => {
  const { observed, seen } = watched(counting(2));
  const passed: number[] = [];
  for await (const event of observed) passed.push(event);
  expect(passed).toEqual([1, 2]);
  expect(seen).toEqual([1, 2, 'end']);
});

test('a failure is seen and thrown on', async () => {
  const failure = new Error('broken');
  const { observed, seen } = watched(counting(1, failure));
  await observed.next();
  await expect(observed.next()).rejects.toBe(failure);
  expect(seen).toEqual([1, failure]);
});

test('whoever has had enough ends the stream beneath', async () => {
  let ended = false;
  async function* endless() {
    try {
      for (let at = 1; ; at++) yield at;
    } finally {
      ended = true;
    }
  }
  const { observed, seen } = watched(endless());
  for await (const event of observed) if (event === 2) break;
  expect(seen).toEqual([1, 2, 'end']);
  expect(ended).toBe(true);
});
