import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../../db/sample/random.ts';
import { catalogOf } from '../../../db/testing/catalog-of.ts';
import { defaultSettings } from '../../../shared/contract/settings.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { AnswerCache, type Computations } from './answer-cache.ts';

const TURNS = 200;
const STEPS = 40;
const query = parseReportQuery({ measures: ['good'] });
const settled = () => new Promise((resolve) => setImmediate(resolve));
const unasked = () => Promise.reject(new Error('Nobody asks this.'));

interface Computing {
  /** The state of the store that it reads. */
  state: number;
  signal: AbortSignal;
  end(outcome: 'answer' | 'failure'): void;
}

/** One who asks, with what was seen of which state of the store, and what that was in the moment before and is now. */
interface Asker {
  begunAt: number;
  seen: { outcome: string; value: number; between: readonly [before: number, now: number] }[];
  gone: AbortController;
  isOver: boolean;
}

/** A store whose one month changes, and whose answer is the state of it that was read; computing ends when it is told to. */
function changingStore(random: Random) {
  let state = 0;
  let before = 0;
  let most = 0;
  const computing: Computing[] = [];
  const catalog = () => {
    const known = catalogOf({ live: [['2024-01-01', '2024-01-31']] });
    const months = known.partitions[0]?.months.map((month) => ({ ...month, stamp: `state ${state}` })) ?? [];
    return { ...known, generation: state, partitions: known.partitions.map((each) => ({ ...each, months })) };
  };
  const report: Computations['report'] = (_, { signal }) => {
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<Computations['report']>>>();
    const read = { value: { rows: [[state]], groups: 1 } as unknown as Answer, catalogs: [catalog()] };
    const one: Computing = {
      state,
      signal,
      end(outcome) {
        computing.splice(computing.indexOf(one), 1);
        if (outcome === 'answer') resolve(read);
        else reject(new Error('The disk is gone.'));
      },
    };
    computing.push(one);
    most = Math.max(most, computing.length);
    return promise;
  };
  const cache = new AnswerCache(
    { report, page: unasked, count: unasked, values: unasked, lots: unasked },
    {
      async catalog() {
        if (random.chance(0.5)) await Promise.resolve(); // now and then it takes a moment longer to look
        return catalog();
      },
      settings: () => defaultSettings,
      now: () => 0,
      elapsed: () => 0,
    },
  );
  return {
    cache,
    computing,
    change: () => void state++,
    /** A moment goes by, within which nobody can say what came first. */
    async moment() {
      await settled();
      before = state;
    },
    get between() {
      return [before, state] as const;
    },
    get state() {
      return state;
    },
    get mostAtOnce() {
      return most;
    },
  };
}

type Store = ReturnType<typeof changingStore>;

function follow(store: Store): Asker {
  const asker: Asker = { begunAt: store.state, seen: [], gone: new AbortController(), isOver: false };
  const take = async () => {
    for await (const each of store.cache.reports.follow(query, { signal: asker.gone.signal })) {
      if (each.type === 'part') continue;
      const [outcome, value] =
        each.type === 'failed' ? ['failed', -1] : [each.served.outcome, Number(each.served.value.rows[0]?.[0])];
      asker.seen.push({ outcome, value, between: store.between });
    }
  };
  take()
    .catch(() => void asker.seen.push({ outcome: 'failed', value: -1, between: store.between }))
    .finally(() => {
      asker.isOver = true;
    });
  return asker;
}

function get(store: Store): Asker {
  const asker: Asker = { begunAt: store.state, seen: [], gone: new AbortController(), isOver: false };
  store.cache.reports
    .get(query, { signal: asker.gone.signal })
    .then(({ outcome, value }) =>
      asker.seen.push({ outcome, value: Number(value.rows[0]?.[0]), between: store.between }),
    )
    .catch(() => asker.seen.push({ outcome: 'failed', value: -1, between: store.between }))
    .finally(() => {
      asker.isOver = true;
    });
  return asker;
}

/** What anybody does next, several things at once now and then. */
async function step(store: Store, random: Random, askers: { followers: Asker[]; getters: Asker[] }): Promise<void> {
  const all = [...askers.followers, ...askers.getters];
  const deeds: (() => void)[] = [
    store.change,
    () => void askers.followers.push(follow(store)),
    () => void askers.getters.push(get(store)),
    () => void store.cache.reports.warm(query, AbortSignal.timeout(60_000)).catch(() => {}),
    () => random.pick(all.length > 0 ? all : [follow(store)]).gone.abort(),
    () => store.computing[0]?.end(random.chance(0.1) ? 'failure' : 'answer'),
    () => store.computing.find(({ signal }) => signal.aborted)?.end('failure'),
  ];
  do random.pick(deeds)();
  while (random.chance(0.4));
  await store.moment();
}

test('however the store changes and people come and go, one answer to a question is computed at a time, and all get theirs', async () => {
  const random = createRandom(11);
  const outcomes = new Map<string, number>();
  for (let turn = 0; turn < TURNS; turn++) {
    const store = changingStore(random);
    const askers: { followers: Asker[]; getters: Asker[] } = { followers: [], getters: [] };
    for (let nth = 0; nth < STEPS; nth++) await step(store, random, askers);
    while (store.computing.length > 0) {
      store.computing[0]?.end('answer');
      await store.moment();
    }
    expect(store.mostAtOnce).toBe(1);
    for (const { seen, begunAt, gone, isOver } of [...askers.followers, ...askers.getters]) {
      expect(isOver).toBe(true);
      const last = seen.at(-1);
      if (!gone.signal.aborted) expect(last?.outcome).toMatch(/fresh|miss|failed/);
      for (const {
        outcome,
        value,
        between: [before, now],
      } of seen) {
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        expect(value).toBeLessThanOrEqual(now);
        if (outcome === 'fresh') expect(value).toBeGreaterThanOrEqual(before);
        if (outcome === 'miss') expect(value).toBeGreaterThanOrEqual(begunAt);
        if (outcome === 'stale') expect(value).toBeLessThan(now);
      }
      const whole = seen.filter(({ outcome }) => outcome !== 'stale');
      expect(whole.length).toBeLessThanOrEqual(1);
      const stale = seen.filter(({ outcome }) => outcome === 'stale').map(({ value }) => value);
      expect(stale).toEqual(stale.toSorted((a, b) => a - b));
    }
    expect(askers.getters.flatMap(({ seen }) => seen).some(({ outcome }) => outcome === 'stale')).toBe(false);
  }
  for (const outcome of ['fresh', 'stale', 'miss', 'failed']) expect(outcomes.get(outcome)).toBeGreaterThan(200); // or it would prove nothing
});
