import { beforeEach, expect, test, vi } from 'vitest';
import { catalogOf } from '../testing/catalog-of.ts';
import { ColumnMemory, type FetchSegment } from './memory.ts';

/** The machine: a memory of 40,000 bytes, of which a quarter may be ours and a sixteenth is to stay free. */
const machine = vi.hoisted(() => ({ total: 40_000, free: 40_000 }));
vi.mock('node:os', () => ({ totalmem: () => machine.total, freemem: () => machine.free }));
beforeEach(() => {
  machine.free = machine.total;
});

const [january, february, march] = ['2024-01', '2024-02', '2024-03'].map((month): [string, string] => [
  `${month}-01`,
  `${month}-20`,
]) as [[string, string], [string, string], [string, string]];
const catalog = catalogOf({ live: [january, march], archive_2024: [february] });

/** A memory whose fetching is told, and does what is wanted. */
function memoryWith(fetch: FetchSegment = async () => new SharedArrayBuffer(100)) {
  const asked: string[] = [];
  const memory = new ColumnMemory((of, options) => {
    asked.push(of.month.stamp);
    return fetch(of, options);
  });
  const loaded = () =>
    catalog.partitions
      .flatMap((partition) => partition.months.map((month) => ({ partition, month })))
      .filter((of) => memory.get(of) !== null)
      .map(({ month }) => month.stamp);
  return { memory, asked, loaded };
}

test('months are loaded newest first whatever file they are in, each once', async () => {
  const { memory, asked } = memoryWith();
  expect(memory.wanted).toBe(false);
  expect(await memory.load(catalog)).toBe(3);
  expect(memory.wanted).toBe(true);
  expect(asked).toEqual(['live 2024-03-01', 'archive_2024 2024-02-01', 'live 2024-01-01']);
  expect(await memory.load(catalog)).toBe(0);
  expect(asked).toHaveLength(3);
  expect(memory.bytes).toBe(300);
});

test('loading asks for what is to be built, without hurry', async () => {
  const fetch = vi.fn(async () => new SharedArrayBuffer(8));
  await new ColumnMemory(fetch).load(catalogOf({ live: [january] }));
  expect(fetch).toHaveBeenCalledWith(expect.anything(), { urgent: false, build: true });
});

test('a month that changed has another stamp: the old one is forgotten, the others stay', async () => {
  const { memory, asked } = memoryWith();
  await memory.load(catalog);
  const changed = catalogOf({ live: [january, ['2024-03-02', '2024-03-20']], archive_2024: [february] });
  expect(await memory.load(changed)).toBe(1);
  expect(asked.slice(3)).toEqual(['live 2024-03-02']);
  expect(memory.bytes).toBe(300);
  expect(await memory.load(catalogOf({}))).toBe(0);
  expect(memory.bytes).toBe(0);
});

test('two loads in a row: the second waits, and fetches nothing twice', async () => {
  let under = 0;
  let most = 0;
  const { memory, asked } = memoryWith(async () => {
    most = Math.max(most, ++under);
    await Promise.resolve();
    under--;
    return new SharedArrayBuffer(8);
  });
  expect(await Promise.all([memory.load(catalog), memory.load(catalog)])).toEqual([3, 0]);
  expect(asked).toHaveLength(3);
  expect(most).toBe(1);
});

test('a fetch that finds the store changed ends the load; the next one goes on', async () => {
  let changed = true;
  const { memory, loaded } = memoryWith(async ({ month }) => {
    return changed && month.stamp.startsWith('archive') ? null : new SharedArrayBuffer(8);
  });
  expect(await memory.load(catalog)).toBe(1);
  expect(loaded()).toEqual(['live 2024-03-01']);
  changed = false;
  expect(await memory.load(catalog)).toBe(2);
  expect(loaded()).toHaveLength(3);
});

test('a fetch that fails is told to the one who asked, and does not hold up the next load', async () => {
  let failing = true;
  const { memory } = memoryWith(async () => {
    if (failing) throw new Error('The disk is gone.');
    return new SharedArrayBuffer(8);
  });
  const first = memory.load(catalog);
  const second = first.catch(() => {
    failing = false;
    return memory.load(catalog);
  });
  await expect(first).rejects.toThrow('The disk is gone.');
  expect(await second).toBe(3);
});

test('no more is loaded than a quarter of the memory holds', async () => {
  const { memory, loaded } = memoryWith(async () => new SharedArrayBuffer(4_900));
  expect(await memory.load(catalog)).toBe(2);
  expect(loaded()).toEqual(['live 2024-03-01', 'archive_2024 2024-02-01'].sort().reverse());
  expect(memory.bytes).toBe(9_800);
});

test('no more is loaded than leaves the machine some of its memory', async () => {
  const { memory } = memoryWith(async () => {
    machine.free -= 1_000;
    return new SharedArrayBuffer(1_000);
  });
  machine.free = 4_200; // 2,500 are to stay, and a month is expected to take 400
  expect(await memory.load(catalog)).toBe(2);
});

test('everything is dropped when the machine is short of memory, and only then', async () => {
  const { memory, loaded } = memoryWith();
  await memory.load(catalog);
  machine.free = 2_500;
  expect(memory.relieve()).toBe(false);
  expect(loaded()).toHaveLength(3);
  machine.free = 2_499;
  expect(memory.relieve()).toBe(true);
  expect(loaded()).toEqual([]);
  expect(memory.bytes).toBe(0);
  expect(await memory.load(catalog)).toBe(0);
  machine.free = machine.total;
  expect(await memory.load(catalog)).toBe(3);
});
