import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Upkeep } from './upkeep.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An upkeep whose loading is told step by step. */
function upkeepOf({ owns = true, isShort = false, fails = false } = {}) {
  const seen: string[] = [];
  const firstScreen = Promise.withResolvers<void>();
  const upkeep = new Upkeep({
    engine: {
      async loadRollups() {
        seen.push('rollups');
        if (fails) throw new Error('no memory');
      },
      async loadColumns() {
        seen.push('columns');
      },
      columns: { relieve: () => isShort } as never,
    },
    owns,
    firstScreen(signal) {
      signal.addEventListener('abort', () => firstScreen.reject(signal.reason));
      return firstScreen.promise;
    },
    async onLoaded() {
      seen.push('loaded');
    },
    onLook: () => void seen.push('look'),
    onFailure: () => void seen.push('failure'),
  });
  return { upkeep, seen, showFirstScreen: firstScreen.resolve };
}

test('What memory holds is loaded after the first screen, and again when the store is told to have changed', async () => {
  const { upkeep, seen, showFirstScreen } = upkeepOf();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seen).toEqual([]);
  showFirstScreen();
  await upkeep.loaded();
  expect(seen).toEqual(['rollups', 'columns', 'loaded']);
  upkeep.load();
  await upkeep.loaded();
  expect(seen).toHaveLength(6);
  upkeep.close();
});

test('Columns are loaded again now and then, unless the machine is short of memory', async () => {
  for (const [isShort, then] of [
    [false, ['look', 'rollups', 'columns', 'loaded']],
    [true, ['look']],
  ] as const) {
    const { upkeep, seen, showFirstScreen } = upkeepOf({ isShort });
    showFirstScreen();
    await upkeep.loaded();
    seen.length = 0;
    await vi.advanceTimersByTimeAsync(31_000);
    expect(seen).toEqual(then);
    upkeep.close();
  }
});

test('What cannot be loaded is told once', async () => {
  const { upkeep, seen, showFirstScreen } = upkeepOf({ fails: true });
  showFirstScreen();
  await upkeep.loaded();
  expect(seen).toEqual(['rollups', 'failure']);
  upkeep.close();
});

test('Nothing is loaded, looked at or told by who only reads, nor after closing', async () => {
  const reading = upkeepOf({ owns: false });
  const closed = upkeepOf();
  closed.upkeep.close();
  await vi.advanceTimersByTimeAsync(70_000);
  await Promise.all([reading.upkeep.loaded(), closed.upkeep.loaded()]);
  expect([reading.seen, closed.seen]).toEqual([[], []]);
  reading.upkeep.close();
});
