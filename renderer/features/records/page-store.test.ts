import { describe, expect, it } from 'vitest';
import { type PageRequest, PageStore } from './page-store.ts';

/** A list of numbers that is read in pages of ten, with what was asked for. */
function numbers(total: number, options: { canJump: boolean; capacity?: number }) {
  const asked: PageRequest[] = [];
  const signals: AbortSignal[] = [];
  let failing = false;
  const store = new PageStore<number>({
    pageSize: 10,
    capacity: options.capacity ?? 5,
    canJump: options.canJump,
    fetch: async (request, signal) => {
      asked.push(request);
      signals.push(signal);
      await Promise.resolve();
      if (failing) throw new Error('the disk is away');
      const from = request.cursor === undefined ? (request.position ?? 0) : Number(request.cursor);
      const rows = Array.from({ length: Math.max(0, Math.min(10, total - from)) }, (_, index) => from + index);
      return { rows, nextCursor: from + 10 < total ? String(from + 10) : null };
    },
  });
  const fail = (value: boolean) => {
    failing = value;
  };
  return { store, asked, signals, fail };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the pages of the grid', () => {
  it('come when they are looked at', async () => {
    const { store, asked } = numbers(100, { canJump: true });
    store.show(0, 5);
    expect(store.row(3)).toBeUndefined();
    await settled();
    expect(store.row(3)).toBe(3);
    expect(asked).toEqual([{ limit: 10 }]);
  });

  it('jump by position to a place never seen, and go on from there by cursor', async () => {
    const { store, asked } = numbers(1_000, { canJump: true });
    store.show(500, 505);
    await settled();
    store.show(508, 515);
    await settled();
    expect(asked).toEqual([
      { limit: 10, position: 500 },
      { limit: 10, cursor: '510' },
    ]);
    expect(store.row(515)).toBe(515);
  });

  it('follow one another where there is no jumping', async () => {
    const { store, asked } = numbers(1_000, { canJump: false });
    store.show(0, 25);
    await settled();
    await settled();
    expect(asked).toEqual([{ limit: 10 }, { limit: 10, cursor: '10' }, { limit: 10, cursor: '20' }]);
  });

  it('are dropped when there are too many, but never those on the screen', async () => {
    const { store } = numbers(1_000, { canJump: true, capacity: 2 });
    for (const first of [0, 100, 200, 300]) {
      store.show(first, first + 5);
      await settled();
    }
    expect(store.row(0)).toBeUndefined();
    expect(store.row(100)).toBeUndefined();
    expect(store.row(300)).toBe(300);
  });

  it('are no longer waited for when the eye has moved on', async () => {
    const { store, signals } = numbers(1_000, { canJump: true });
    store.show(0, 5);
    store.show(900, 905);
    expect(signals[0]?.aborted).toBe(true);
    await settled();
    expect(store.row(0)).toBeUndefined();
    expect(store.row(900)).toBe(900);
  });

  it('say what went wrong, and are asked for again', async () => {
    const { store, fail } = numbers(100, { canJump: true });
    fail(true);
    store.show(0, 5);
    await settled();
    expect(store.error?.message).toBe('the disk is away');
    expect(store.hasSome).toBe(false);
    fail(false);
    store.retry();
    await settled();
    expect(store.error).toBeNull();
    expect(store.row(0)).toBe(0);
    expect(store.hasSome).toBe(true);
  });

  it('can be copied from beyond the screen', async () => {
    const { store } = numbers(100, { canJump: true });
    store.show(0, 5);
    await settled();
    const rows = await store.rows(8, 31, new AbortController().signal);
    expect(rows).toEqual(Array.from({ length: 24 }, (_, index) => index + 8));
  });
});

describe('what is here of a list', () => {
  it('is the rows about one that follow each other without a gap', async () => {
    const { store } = numbers(1_000, { canJump: true, capacity: 9 });
    for (const first of [0, 10, 300]) {
      store.show(first, first + 5);
      await settled();
    }
    expect(store.loadedAround(3)).toEqual({ first: 0, last: 19 });
    expect(store.loadedAround(305)).toEqual({ first: 300, last: 309 });
    expect(store.loadedAround(500)).toBeNull();
    expect(store.held(8, 11)).toEqual([8, 9, 10, 11]);
    expect(store.held(18, 20)).toBeNull();
  });

  it('ends with the last row', async () => {
    const { store } = numbers(14, { canJump: true });
    store.show(0, 13);
    await settled();
    expect(store.loadedAround(0)).toEqual({ first: 0, last: 13 });
  });
});

describe('the length of the list', () => {
  it('is one page more than is known, until it is counted', async () => {
    const { store } = numbers(1_000, { canJump: true });
    expect(store.extent(null)).toBe(10);
    store.show(0, 5);
    await settled();
    expect(store.extent(null)).toBe(20);
    expect(store.extent(1_000)).toBe(1_000);
  });

  it('grows page by page where there is no jumping', async () => {
    const { store } = numbers(1_000, { canJump: false });
    store.show(0, 5);
    await settled();
    expect(store.extent(1_000)).toBe(20);
    expect(store.extent(14)).toBe(14);
  });

  it('is exact once the last row was seen, whatever the count said', async () => {
    const { store } = numbers(7, { canJump: true });
    store.show(0, 5);
    await settled();
    expect(store.extent(9)).toBe(7);
    expect(store.has(0, 20)).toBe(true);
  });

  it('is zero for an empty list', async () => {
    const { store } = numbers(0, { canJump: true });
    expect(store.has(0, 20)).toBe(false);
    store.show(0, 20);
    await settled();
    expect(store.extent(null)).toBe(0);
    expect(store.has(0, 20)).toBe(true);
  });
});
