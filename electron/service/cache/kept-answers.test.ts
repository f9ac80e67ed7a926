import { beforeEach, describe, expect, test } from 'vitest';
import { catalogOf } from '../../../db/testing/catalog-of.ts';
import { recordsQuerySchema } from '../../../shared/query/records-query.ts';
import { fakeStore, inWords, settled } from './fake-store.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
let store: ReturnType<typeof fakeStore>;
beforeEach(() => {
  store = fakeStore();
});

describe('Who asks once', () => {
  test('has an answer computed once and then served fresh from memory', async () => {
    expect([await store.get(), await store.get()]).toEqual(['miss 1', 'fresh 1']);
  });

  test('never gets a stale answer', async () => {
    await store.get();
    store.change('2024-01');
    expect([await store.get(), await store.get()]).toEqual(['miss 2', 'fresh 2']);
  });

  test('waits for the same computation as whoever asks meanwhile', async () => {
    store.isHeld = true;
    const asked = [store.get(), store.get(), store.get()];
    await store.settle();
    expect(await Promise.all(asked)).toEqual(['miss 1', 'miss 1', 'miss 1']);
  });

  test('after a change does not get what was begun before it, nor computes beside it', async () => {
    store.isHeld = true;
    const before = store.get();
    await settled();
    store.change('2024-01');
    const after = [store.get(), store.get()];
    await settled();
    expect(store.computed).toBe(1);
    await store.settle();
    expect([await before, store.computed]).toEqual(['miss 1', 2]);
    await store.settle();
    expect(await Promise.all(after)).toEqual(['miss 2', 'miss 2']);
    expect(await store.get()).toBe('fresh 2');
  });

  test('and had to wait for its turn computes nothing that is there by then', async () => {
    store.isHeld = true;
    const asked = [store.get()];
    for (const month of ['2024-01', '2024-02']) {
      await settled();
      store.change(month);
      asked.push(store.get());
    }
    await settled();
    store.change('2024-01'); // of which nobody tells what waits
    await store.settle();
    asked.push(store.get()); // asks of what is computed by now, though it was asked of the store before
    await store.settle();
    expect(await Promise.all(asked)).toEqual(['miss 1', 'miss 2', 'miss 2', 'miss 2']);
    expect(store.computed).toBe(2);
  });

  test('asks again after a failure, which is no answer', async () => {
    store.isHeld = true;
    const refused = expect(store.get()).rejects.toThrow('The disk is gone.');
    await store.settle(new Error('The disk is gone.'));
    await refused;
    store.isHeld = false;
    expect(await store.get()).toBe('miss 2');
  });
});

describe('A change', () => {
  const ranges = [
    { from: '2024-01-05', to: '2024-01-20' },
    { from: '2024-02-01', to: '2024-03-31' },
    { from: '2023-06-01', to: '2023-06-30' },
    {},
    { to: '2024-01-15', dimensions: ['line' as const] },
  ];
  const askAll = async () => {
    const answers: string[] = [];
    for (const range of ranges) answers.push((await store.get(range)).replace(/ .*/, ''));
    return answers;
  };

  test('of one month overtakes the answers that see it, and exactly those', async () => {
    await askAll();
    expect(await store.cache.noteChange()).toBe(0);
    store.change('2024-01');
    expect(await store.cache.noteChange()).toBe(3);
    expect(await store.cache.noteChange()).toBe(0); // they are known
    expect(await askAll()).toEqual(['miss', 'fresh', 'fresh', 'miss', 'miss']);
  });

  test('while an answer is computed leaves it overtaken', async () => {
    store.isHeld = true;
    const asked = store.get();
    await settled();
    store.change('2024-01');
    store.isHeld = false;
    await store.settle();
    expect([await asked, await store.get()]).toEqual(['miss 1', 'miss 2']);
  });

  test('that is taken back by a restored store leaves the answers of before fresh', async () => {
    const before = store.catalog;
    await store.get();
    store.change('2024-01');
    await store.cache.noteChange();
    store.catalog = before;
    expect(await store.get()).toBe('fresh 1');
  });
});

describe('Who follows a question', () => {
  test('sees what is known on the way, then the answer', async () => {
    store.isHeld = true;
    const { seen, done } = store.follow();
    await settled();
    store.tell({ shown: null, recordsRead: 4, recordsTotal: 10 });
    await store.settle();
    await done;
    expect(seen).toEqual(['part 4', 'miss 1']);
  });

  test('gets a stale answer at once, and the fresh one when it is there', async () => {
    await store.get();
    store.change('2024-01');
    store.isHeld = true;
    const { seen, done } = store.follow();
    await settled();
    expect(seen).toEqual(['stale 1']);
    await store.settle();
    await done;
    expect(seen).toEqual(['stale 1', 'fresh 2']);
  });

  test('shares one refresh with all who show the same answer; it stops with the last of them', async () => {
    await store.get();
    store.change('2024-01');
    store.isHeld = true;
    const [one, two] = [new AbortController(), new AbortController()];
    const windows = [store.follow({}, one.signal), store.follow({}, two.signal)];
    await settled();
    expect(store.computed).toBe(2);
    one.abort();
    await settled();
    expect(store.signals[1]?.aborted).toBe(false);
    two.abort();
    await settled();
    expect(store.signals[1]?.aborted).toBe(true);
    expect(windows.map(({ seen }) => seen)).toEqual([['stale 1'], ['stale 1']]);
    expect(store.cache.metrics()).toMatchObject({ refreshes: 1, failures: 0 });
  });

  test('is told that a refresh failed; the old answer stays, renewed by nothing, and it is tried again', async () => {
    await store.get();
    store.change('2024-01');
    store.isHeld = true;
    const failing = store.follow();
    await store.settle(new Error('The disk is gone.'));
    await failing.done;
    expect(failing.seen).toEqual(['stale 1', 'failed: The disk is gone.']);
    const again = store.follow();
    await store.settle();
    await again.done;
    expect(again.seen).toEqual(['stale 1', 'fresh 3']);
    expect(store.cache.metrics()).toMatchObject({ refreshes: 2, failures: 1 });
  });

  test('is shown a stale answer for a day at most after it was overtaken, however many refreshes fail', async () => {
    await store.get();
    store.change('2024-01');
    await store.cache.noteChange();
    store.isHeld = true;
    for (const hours of [1, 12, 24]) {
      store.nowMs = hours * HOUR_MS;
      const { seen, done } = store.follow();
      await store.settle(new Error('The disk is gone.'));
      await done;
      expect(seen).toEqual(['stale 1', 'failed: The disk is gone.']);
    }
    store.nowMs = 24 * HOUR_MS + 1;
    const { seen, done } = store.follow();
    const refused = expect(done).rejects.toThrow('The disk is gone.');
    await store.settle(new Error('The disk is gone.'));
    await refused;
    expect(seen).toEqual([]);
  });

  test('is not told that an answer is fresh which was overtaken while it was computed', async () => {
    await store.get();
    store.change('2024-01');
    store.isHeld = true;
    const { seen, done } = store.follow();
    await settled();
    store.change('2024-02');
    await store.settle();
    expect(seen).toEqual(['stale 1', 'stale 2']);
    await store.settle();
    await done;
    expect(seen).toEqual(['stale 1', 'stale 2', 'fresh 3']);
  });

  test('may give the computation that begins another time limit', async () => {
    for await (const _ of store.cache.reports.follow(store.queryOf({}), { timeLimitSeconds: 9 }));
    expect(store.limits).toEqual([9]);
  });
});

describe('Who chose a time limit', () => {
  const followWithin = (timeLimitSeconds?: number) => {
    const seen: string[] = [];
    const done = (async () => {
      const options = timeLimitSeconds === undefined ? {} : { timeLimitSeconds };
      for await (const each of store.cache.reports.follow(store.queryOf({}), options)) seen.push(inWords(each));
    })();
    done.catch(() => {});
    return { seen, done };
  };

  test('does not end by that of another', async () => {
    store.isHeld = true;
    const asUsual = followWithin();
    const toTheEnd = [followWithin(0), followWithin(0)];
    await settled();
    const refused = expect(asUsual.done).rejects.toThrow('Out of time.');
    await store.settle(new Error('Out of time.'));
    await refused;
    await store.settle();
    await Promise.all(toTheEnd.map(({ done }) => done));
    expect(toTheEnd.map(({ seen }) => seen)).toEqual([['miss 2'], ['miss 2']]);
    expect(store.limits).toEqual([undefined, 0]);
  });

  test('gets the answer of another that comes to its end', async () => {
    store.isHeld = true;
    const both = [followWithin(), followWithin(0)];
    await store.settle();
    await Promise.all(both.map(({ done }) => done));
    expect(both.map(({ seen }) => seen)).toEqual([['miss 1'], ['miss 1']]);
    expect(store.limits).toEqual([undefined]);
  });
});

describe('Questions that mean the same', () => {
  test('by days beyond the records share an answer, until there are records to tell them apart', async () => {
    expect(await store.get({ to: '2024-12-31' })).toBe('miss 1');
    expect(await store.get()).toBe('fresh 1');
    store.catalog = catalogOf({ live: [['2024-01-01', '2024-01-31']], archive_2023: [['2023-01-01', '2023-12-31']] });
    expect([await store.get({ to: '2024-01-30' }), await store.get()]).toEqual(['miss 2', 'miss 3']);
  });

  test('share what a limit leaves of an answer, where it leaves enough', async () => {
    store.rows = 5;
    const top = (limit?: number) => store.get({ dimensions: ['item'], ...(limit ? { limit } : {}) });
    expect([await top(3), await top(2), await top(4)]).toEqual(['miss 1', 'fresh 1', 'miss 2']);
    expect([await top(), await top(1), await top(5), await top(9)]).toEqual([
      'miss 3',
      'fresh 3',
      'fresh 3',
      'fresh 3',
    ]);
    const { value } = await store.cache.reports.get(store.queryOf({ dimensions: ['item'], limit: 2 }));
    expect([value.rows.length, value.groups]).toEqual([2, 5]);
  });

  test('share nothing where measures or dimensions come in another order, as the columns do', async () => {
    await store.get({ measures: ['good', 'defects'] });
    expect(await store.get({ measures: ['defects', 'good'] })).toBe('miss 2');
  });
});

describe('The time to live of a kind', () => {
  test('makes an answer stale though nothing changed, unless only sealed archives hold what it is made of', async () => {
    store.settings.keepReportsMinutes = 10;
    const sealed = { to: '2023-12-31' };
    await store.get();
    await store.get(sealed);
    store.nowMs = 10 * MINUTE_MS;
    expect([await store.get(), await store.get(sealed)]).toEqual(['fresh 1', 'fresh 2']);
    store.nowMs++;
    const { seen, done } = store.follow();
    await done;
    expect(seen).toEqual(['stale 1', 'fresh 3']);
    expect(await store.get(sealed)).toBe('fresh 2');
    store.nowMs += 10 * MINUTE_MS + 24 * HOUR_MS + 1;
    const tooOld = store.follow();
    await tooOld.done;
    expect(tooOld.seen).toEqual(['miss 4']);
  });

  test('is its own', async () => {
    store.settings.keepReportsMinutes = 10;
    const scope = { filters: [], search: '' };
    await store.cache.counts.get(scope);
    store.nowMs = HOUR_MS;
    expect((await store.cache.counts.get(scope)).outcome).toBe('fresh');
  });
});

describe('Warming', () => {
  test('computes what is not fresh, once, and counts as no question', async () => {
    const { signal } = new AbortController();
    const warm = () => store.cache.reports.warm(store.queryOf({}), signal);
    expect([await warm(), await warm()]).toEqual([true, false]);
    store.change('2024-01');
    expect(await warm()).toBe(true);
    expect(store.cache.metrics()).toMatchObject({ warmed: 2, lastHour: { hits: 0, misses: 0, hitRatio: null } });
    expect(await store.get()).toBe('fresh 2');
  });

  test('stops when it is taken back, unless somebody waits for the same', async () => {
    store.isHeld = true;
    const [first, second] = [new AbortController(), new AbortController()];
    const alone = store.cache.reports.warm(store.queryOf({}), first.signal);
    await settled();
    first.abort();
    await expect(alone).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(store.signals[0]?.aborted).toBe(true);
    const joined = store.cache.reports.warm(store.queryOf({}), second.signal);
    joined.catch(() => {});
    await settled();
    const asked = store.get();
    await settled();
    second.abort();
    await store.settle();
    expect(await asked).toBe('miss 2');
  });
});

describe('Dropping', () => {
  beforeEach(async () => {
    await store.get({ filters: [{ field: 'item', in: ['X-1'] }] });
    await store.get({ filters: [{ field: 'line', in: ['A', 'B'] }] });
    await store.get({ to: '2023-12-31' });
    await store.cache.values.get({ field: 'item', search: '', limit: 10 });
  });

  test.each([
    ['an item', { item: 'X-1' }, 4],
    ['an item that one of them leaves out', { item: 'X-2' }, 3],
    ['a line', { line: 'B' }, 4],
    ['a line that one of them leaves out', { line: 'C' }, 3],
    ['live, of which one sees nothing', { partition: 'live' }, 3],
    ['an archive', { partition: 'archive_2023' }, 4],
    ['an item on a line', { item: 'X-2', line: 'C' }, 2],
    ['nothing in particular', {}, 4],
  ])('by %s takes the answers that it concerns', async (_, tag, dropped) => {
    expect(await store.cache.drop(tag)).toBe(dropped);
    expect(store.cache.metrics().entries).toBe(4 - dropped);
  });
});

test('the room is as large as the settings say when they are applied', async () => {
  store.rows = 12_000;
  await store.get({ dimensions: ['item'] });
  await store.get();
  const { bytes } = store.cache.metrics();
  expect(bytes).toBeGreaterThan(1_000_000);
  store.settings.cacheMegabytes = 1;
  store.cache.applySettings();
  expect(store.cache.metrics()).toMatchObject({ mostBytes: 1_000_000, entries: 1 });
});

test('a page that is soon made again is not kept, and counts for nothing; one that takes long is', async () => {
  const page = recordsQuerySchema.parse({ search: 'ab' });
  const ask = async () => (await store.cache.pages.get(page)).outcome;
  expect([await ask(), await ask()]).toEqual(['miss', 'miss']);
  expect(store.cache.metrics()).toMatchObject({ entries: 0, lastHour: { misses: 0 } });
  store.costMs = 50;
  expect([await ask(), await ask()]).toEqual(['miss', 'fresh']);
  expect(store.cache.metrics()).toMatchObject({ entries: 1, lastHour: { misses: 1, hits: 1 } });
});

test('what was read while the store changed is not kept, as nobody can say of which state it is', async () => {
  const count = async (from?: string) =>
    (await store.cache.counts.get({ filters: [], search: '', ...(from ? { from } : {}) })).outcome;
  const before = store.catalog;
  store.isHeld = true;
  const asked = [count(), count('2024-02-01')];
  await settled();
  store.change('2024-01');
  await store.settle();
  expect(await Promise.all(asked)).toEqual(['miss', 'miss']);
  store.isHeld = false;
  expect(await count('2024-02-01')).toBe('fresh'); // it did not see the change
  store.catalog = before; // as when an archive can be read again
  expect(await count()).toBe('miss');
});
