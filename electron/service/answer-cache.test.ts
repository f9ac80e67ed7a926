import { beforeEach, expect, test } from 'vitest';
import { dayFromIso, monthIndexOfDay } from '../../shared/domain/day.ts';
import type { Answer, PartialAnswer, ServedAnswer } from '../../shared/query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { AnswerCache } from './answer-cache.ts';

const HOUR_MS = 3_600_000;
const month = (name: string) => monthIndexOfDay(dayFromIso(`${name}-01`) ?? 0);

/** A store of which every answer is how often it was computed; what is due is let go by `settle`. */
function fakeStore() {
  const generations = new Map<number, number>([
    [month('2024-01'), 1],
    [month('2024-02'), 1],
  ]);
  const waiting: { resolve(): void; reject(error: Error): void }[] = [];
  const fresh: ServedAnswer[] = [];
  const failures: unknown[] = [];
  const limits: (number | undefined)[] = [];
  const store = {
    generations,
    fresh,
    failures,
    limits,
    computed: 0,
    nowMs: 0,
    held: false,
    tell: (_: PartialAnswer) => {},
  };
  const cache = new AnswerCache({
    async compute(_, { onPartial, timeLimitSeconds }) {
      store.tell = onPartial;
      limits.push(timeLimitSeconds);
      const generationsThen = new Map(generations);
      store.computed++;
      const answer = { rows: [[store.computed]] } as unknown as Answer;
      if (store.held) await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
      return { answer, generations: generationsThen };
    },
    generations: async () => generations,
    onFresh: (answer) => fresh.push(answer),
    onFailure: (_, error) => failures.push(error),
    now: () => store.nowMs,
  });
  const get = async (query: Partial<ReportQueryInput> = {}) => {
    const { cache: state, rows } = await cache.get(parseReportQuery({ measures: ['good'], ...query }));
    return `${state} ${rows[0]?.[0]}`;
  };
  const settle = async (error?: Error) => {
    await new Promise((resolve) => setImmediate(resolve));
    for (const { resolve, reject } of waiting.splice(0)) {
      if (error) reject(error);
      else resolve();
    }
    await new Promise((resolve) => setImmediate(resolve));
  };
  const change = (name: string) => generations.set(month(name), (generations.get(month(name)) ?? 0) + 1);
  return Object.assign(store, { cache, get, settle, change });
}

let store: ReturnType<typeof fakeStore>;
beforeEach(() => {
  store = fakeStore();
});

test('an answer is computed once and then served fresh from memory', async () => {
  expect([await store.get(), await store.get()]).toEqual(['miss 1', 'fresh 1']);
});

test('after a change the old answer is served at once, marked, and the new one follows as an event', async () => {
  await store.get();
  store.change('2024-01');
  expect(await store.get()).toBe('stale 1');
  await store.settle();
  expect(store.fresh.map(({ rows, cache }) => [rows, cache])).toEqual([[[[2]], 'fresh']]);
  expect(await store.get()).toBe('fresh 2');
});

test('a change makes stale what touches its month, and no more', async () => {
  const [january, february] = [
    { from: '2024-01-05', to: '2024-01-20' },
    { from: '2024-02-01', to: '2024-03-31' },
  ];
  await store.get(january);
  await store.get(february);
  store.change('2024-02');
  expect([await store.get(january), await store.get(february)]).toEqual(['fresh 1', 'stale 2']);
  store.change('2024-03'); // a month that had no records before
  await store.settle();
  expect(await store.get(february)).toBe('stale 3');
});

test('whoever asks while an answer is computed waits for the same one', async () => {
  store.held = true;
  const asked = [store.get(), store.get(), store.get()];
  await store.settle();
  expect(await Promise.all(asked)).toEqual(['miss 1', 'miss 1', 'miss 1']);
});

test('a stale answer is refreshed once, however often it is asked for meanwhile', async () => {
  await store.get();
  store.change('2024-01');
  store.held = true;
  expect([await store.get(), await store.get()]).toEqual(['stale 1', 'stale 1']);
  await store.settle();
  expect([store.computed, store.fresh.length]).toEqual([2, 1]);
});

test('a refresh that fails is told, keeps the old answer marked as stale, and is tried again', async () => {
  await store.get();
  store.change('2024-01');
  store.held = true;
  expect(await store.get()).toBe('stale 1');
  await store.settle(new Error('The disk is gone.'));
  expect(store.failures).toEqual([new Error('The disk is gone.')]);
  expect(await store.get()).toBe('stale 1');
  await store.settle();
  expect(await store.get()).toBe('fresh 3');
});

test('a stale answer is served for a day at most, however many refreshes fail', async () => {
  await store.get();
  store.change('2024-01');
  store.held = true;
  for (const hours of [0, 12, 24]) {
    store.nowMs = hours * HOUR_MS;
    expect(await store.get()).toBe('stale 1');
    await store.settle(new Error('The disk is gone.'));
  }
  store.nowMs = 24 * HOUR_MS + 1;
  const refused = expect(store.get()).rejects.toThrow('The disk is gone.');
  await store.settle(new Error('The disk is gone.'));
  await refused;
});

test('a failure is no answer: the next one asks again', async () => {
  store.held = true;
  const refused = expect(store.get()).rejects.toThrow('The disk is gone.');
  await store.settle(new Error('The disk is gone.'));
  await refused;
  store.held = false;
  expect(await store.get()).toBe('miss 2');
});

test('a change while an answer is computed leaves it stale', async () => {
  store.held = true;
  const asked = store.get();
  await new Promise((resolve) => setImmediate(resolve));
  store.change('2024-01');
  await store.settle();
  expect([await asked, await store.get()]).toEqual(['miss 1', 'stale 1']);
});

test('partial answers go to all who wait for the whole one, which alone is kept', async () => {
  store.held = true;
  const query = parseReportQuery({ measures: ['good'] });
  const seen: string[] = [];
  const ask = (who: string) =>
    store.cache.get(query, { onPartial: ({ recordsRead }) => seen.push(`${who} ${recordsRead}`), timeLimitSeconds: 9 });
  const first = ask('first');
  await new Promise((resolve) => setImmediate(resolve));
  store.tell({ shown: null, recordsRead: 4, recordsTotal: 10 });
  const second = ask('second');
  store.tell({ shown: null, recordsRead: 8, recordsTotal: 10 });
  const outcomes = Promise.allSettled([first, second]);
  await store.settle(new Error('stopped'));
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(seen).toEqual(['first 4', 'second 4', 'first 8', 'second 8']);
  expect(store.limits).toEqual([9]);
  store.held = false;
  expect(await store.get()).toBe('miss 2');
});
