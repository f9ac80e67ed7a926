import { expect, test } from 'vitest';
import type { Answer } from '../../../shared/query/answer.ts';
import { Entries, type Entry } from './entries.ts';
import { CacheTally, cacheMetrics } from './metrics.ts';

const MINUTE_MS = 60_000;

function entryOf(meaning: string, rows: number, more: Partial<Entry> = {}): Entry {
  return {
    kind: 'report',
    question: { measures: ['good'], dimensions: ['item'], filters: [{ field: 'item', in: ['X-1'] }], orderBy: [] },
    sight: { range: {}, texts: 'none', files: false },
    filters: [],
    value: { rows: Array.from({ length: rows }, () => [1]) } as unknown as Answer,
    meaning,
    content: meaning,
    sealed: false,
    costMs: 10,
    computedAtMs: 0,
    staleSinceMs: null,
    hits: 0,
    ...more,
  };
}

function countedEntries(mostBytes: number) {
  const seen = { evicted: 0 };
  return Object.assign(seen, { entries: new Entries(mostBytes, () => seen.evicted++) });
}

test('counts are those of the last hour, and of each kind', () => {
  let nowMs = 5 * MINUTE_MS;
  const tally = new CacheTally(() => nowMs);
  const metrics = () => cacheMetrics(new Entries(1e6, () => {}), tally);
  expect(metrics().lastHour).toEqual({ hits: 0, staleHits: 0, misses: 0, hitRatio: null });
  for (const what of ['report hits', 'report hits', 'count staleHits', 'report misses', 'refreshes'] as const)
    tally.count(what);
  nowMs += 59 * MINUTE_MS;
  tally.count('report misses');
  expect(metrics()).toMatchObject({ refreshes: 1, lastHour: { hits: 2, staleHits: 1, misses: 2, hitRatio: 0.6 } });
  expect(metrics().byKind).toEqual([
    { kind: 'report', hits: 2, staleHits: 0, misses: 2, hitRatio: 0.5 },
    { kind: 'page', hits: 0, staleHits: 0, misses: 0, hitRatio: null },
    { kind: 'count', hits: 0, staleHits: 1, misses: 0, hitRatio: 1 },
    { kind: 'values', hits: 0, staleHits: 0, misses: 0, hitRatio: null },
    { kind: 'lots', hits: 0, staleHits: 0, misses: 0, hitRatio: null },
  ]);
  nowMs += MINUTE_MS;
  expect(metrics()).toMatchObject({ refreshes: 0, lastHour: { hits: 0, staleHits: 0, misses: 1, hitRatio: 0 } });
});

test('the dearest entries are those whose hits saved most, named by their shape', () => {
  const { entries } = countedEntries(1e6);
  entries.set('cheap', entryOf('a', 1, { hits: 9, costMs: 1 }));
  entries.set('dear', entryOf('b', 1, { hits: 2, costMs: 30 }));
  entries.set('unasked', entryOf('c', 1, { costMs: 500 }));
  const { dearest, bytes } = cacheMetrics(entries, new CacheTally(() => 0));
  expect(dearest.map(({ costMs, hits, savedMs }) => [costMs, hits, savedMs])).toEqual([
    [30, 2, 60],
    [1, 9, 9],
  ]);
  expect(dearest[0]?.shape).toMatch(/^report of good by item/);
  expect(dearest[0]?.shape).not.toContain('X-1');
  expect(dearest.reduce((sum, entry) => sum + entry.bytes, 0)).toBeLessThan(bytes);
});

test('what was used longest ago makes room, and is counted', () => {
  const kept = countedEntries(60_000);
  const keys = () => [...kept.entries.all()].map(({ key }) => key);
  for (const key of ['a', 'b', 'c']) kept.entries.set(key, entryOf(key, 220));
  kept.entries.get('a');
  kept.entries.set('d', entryOf('d', 220));
  expect([keys(), kept.evicted]).toEqual([['d', 'a', 'c'], 1]);
  expect([kept.entries.withMeaning('a')?.meaning, kept.entries.withMeaning('b')]).toEqual(['a', undefined]);
  expect(kept.entries.bytes).toBeLessThanOrEqual(kept.entries.mostBytes);
});

test('less room holds the entries that were used last; more room keeps all', () => {
  const kept = countedEntries(60_000);
  for (const key of ['a', 'b', 'c']) kept.entries.set(key, entryOf(key, 220));
  kept.entries.resize(40_000);
  expect([[...kept.entries.all()].map(({ key }) => key), kept.evicted]).toEqual([['c', 'b'], 1]);
  kept.entries.resize(80_000);
  kept.entries.set('d', entryOf('d', 220));
  expect([kept.entries.size, kept.entries.mostBytes]).toEqual([3, 80_000]);
});

test('an entry that is too large for the room is not kept, and pushes nothing out', () => {
  const kept = countedEntries(60_000);
  kept.entries.set('a', entryOf('a', 220));
  kept.entries.set('b', entryOf('b', 10_000));
  expect([kept.entries.size, kept.evicted, kept.entries.withMeaning('b')]).toEqual([1, 0, undefined]);
});

test('a meaning is found under the entry that has it now', () => {
  const { entries } = countedEntries(60_000);
  entries.set('a', entryOf('before', 1));
  entries.set('a', entryOf('after', 1));
  expect([entries.withMeaning('before'), entries.withMeaning('after')?.meaning]).toEqual([undefined, 'after']);
  entries.delete('a');
  expect(entries.withMeaning('after')).toBeUndefined();
});
