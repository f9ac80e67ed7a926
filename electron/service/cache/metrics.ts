import {
  type CacheCounts,
  type CacheMetrics,
  type QuestionKind,
  questionKinds,
} from '../../../shared/contract/health.ts';
import { shapeOf } from '../monitor/shape.ts';
import type { Entries } from './entries.ts';

const MINUTE_MS = 60_000;
const MINUTES_KEPT = 60;
const DEAREST_SHOWN = 10;

type Outcome = 'hits' | 'staleHits' | 'misses';
type Happening = 'evictions' | 'refreshes' | 'failures' | 'warmed';
/** What is counted: what came of a question of a kind, or what the cache did by itself. */
type Counted = `${QuestionKind} ${Outcome}` | Happening;

/** Counts of the last hour, kept by minute. */
export class CacheTally {
  readonly #now: () => number;
  readonly #minutes = new Map<number, Map<Counted, number>>();

  /** `now` gives milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  count(what: Counted): void {
    const minute = this.#minute();
    let counts = this.#minutes.get(minute);
    if (!counts) {
      counts = new Map();
      this.#minutes.set(minute, counts);
      for (const old of this.#minutes.keys()) if (old <= minute - MINUTES_KEPT) this.#minutes.delete(old);
    }
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }

  /** How often it was counted in the last hour. */
  sum(what: Counted): number {
    const after = this.#minute() - MINUTES_KEPT;
    let sum = 0;
    for (const [minute, counts] of this.#minutes) if (minute > after) sum += counts.get(what) ?? 0;
    return sum;
  }

  #minute(): number {
    return Math.floor(this.#now() / MINUTE_MS);
  }
}

/** What the cache holds, and what it did in the last hour. */
export function cacheMetrics(entries: Entries, tally: CacheTally): CacheMetrics {
  return {
    entries: entries.size,
    bytes: entries.bytes,
    mostBytes: entries.mostBytes,
    lastHour: countsOf(tally, questionKinds),
    byKind: questionKinds.map((kind) => ({ kind, ...countsOf(tally, [kind]) })),
    evictions: tally.sum('evictions'),
    refreshes: tally.sum('refreshes'),
    failures: tally.sum('failures'),
    warmed: tally.sum('warmed'),
    dearest: dearestOf(entries),
  };
}

function countsOf(tally: CacheTally, kinds: readonly QuestionKind[]): CacheCounts {
  const sum = (outcome: Outcome) => kinds.reduce((total, kind) => total + tally.sum(`${kind} ${outcome}`), 0);
  const [hits, staleHits, misses] = [sum('hits'), sum('staleHits'), sum('misses')];
  const asked = hits + staleHits + misses;
  return { hits, staleHits, misses, hitRatio: asked === 0 ? null : (hits + staleHits) / asked };
}

/** The entries that saved most. */
function dearestOf(entries: Entries): CacheMetrics['dearest'] {
  return [...entries.all()]
    .filter(({ entry }) => entry.hits > 0)
    .map(({ entry, bytes }) => ({ entry, bytes, savedMs: entry.hits * entry.costMs }))
    .sort((a, b) => b.savedMs - a.savedMs)
    .slice(0, DEAREST_SHOWN)
    .map(({ entry: { kind, question, costMs, hits }, bytes, savedMs }) => {
      return { shape: shapeOf(kind, question), bytes, costMs, hits, savedMs };
    });
}
