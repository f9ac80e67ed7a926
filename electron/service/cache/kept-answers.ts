/**
 * Answers of one kind, kept in memory and served only when that is honest.
 * 1. Freshness goes by content: an answer remembers the stamps of all it was made of (freshness.ts). An import of March makes
 *    stale what sees March, and no more; what moves to an archive keeps its stamps.
 * 2. Who follows a question gets a stale answer at once, marked, and the fresh one when it is there. So interest is the
 *    open stream: a refresh is shared by all who show the answer and stops when the last of them has gone.
 * 3. Freshness is stamped on success only. A failed refresh keeps the old answer, is told, and renews nothing; an answer
 *    that something else has been true than for longer than a day is not served at all.
 * 4. Who asks once never gets a stale one.
 * 5. Work is shared by those who ask the same of the same store, and there is one computation of a question at a time: who asks
 *    after a change gets nothing of what was begun before it, and one computation for all who do begins when that is over.
 */
import type { Catalog } from '../../../db/store/catalog.ts';
import type { CacheOutcome, QuestionKind } from '../../../shared/contract/health.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Questions } from '../monitor/shape.ts';
import type { Entries, Entry } from './entries.ts';
import { followWork } from './follow-work.ts';
import { type View, viewOf } from './freshness.ts';
import type { Compute, KeptKind } from './kinds.ts';
import type { CacheTally } from './metrics.ts';
import { SharedWork, type Waiter } from './shared-work.ts';

const STALE_AT_MOST_MS = 24 * 60 * 60 * 1_000;
const MINUTE_MS = 60_000;
/** The content of what was read while the store changed; no view has it. */
const OF_NO_STATE = '';

/** The store and the clock, as the cache sees them. */
export interface CacheSurroundings {
  catalog(): Promise<Catalog>;
  settings(): Settings;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that only goes forward, with fractions. */
  elapsed(): number;
}

/** Who asks: shown partial answers while it is computed, but given and kept only whole ones. */
export interface Asker<Part> extends Waiter<Part> {
  /** For a computation that this one starts; the setting holds when absent. */
  timeLimitSeconds?: number | undefined;
  /** Whether it counts in the hit ratio; what the program asks for itself does not. */
  counted?: boolean;
}

/** An answer with where it came from. */
export interface Served<Value, Outcome = Exclude<CacheOutcome, 'none'>> {
  value: Value;
  outcome: Outcome;
}

/**
 * What one who follows a question sees: parts, then an answer; or a stale answer, newer ones where the store changes faster than
 * it answers, and then a fresh one or why there is none.
 */
export type Followed<Value, Part> =
  | { type: 'part'; part: Part }
  | { type: 'answer'; served: Served<Value> }
  | { type: 'failed'; error: unknown };

type Purpose = 'asked' | 'refresh' | 'warming' | 'guessing';

/** What is known of a question when it is asked. */
interface Look<Kind extends QuestionKind, Value> {
  key: string;
  question: Questions[Kind];
  meaning: string;
  view: View;
  fresh: Entry<Value> | null;
  /** One that may be shown until there is a fresh one. */
  stale: Entry<Value> | null;
}

export class KeptAnswers<Kind extends QuestionKind, Value, Part> {
  readonly #kind: KeptKind<Kind, Value>;
  readonly #compute: Compute<Kind, Value, Part>;
  readonly #entries: Entries;
  readonly #tally: CacheTally;
  readonly #surroundings: CacheSurroundings;
  readonly #work = new SharedWork<Entry<Value>, Part>();

  constructor(
    kind: KeptKind<Kind, Value>,
    compute: Compute<Kind, Value, Part>,
    shared: { entries: Entries; tally: CacheTally; surroundings: CacheSurroundings },
  ) {
    this.#kind = kind;
    this.#compute = compute;
    this.#entries = shared.entries;
    this.#tally = shared.tally;
    this.#surroundings = shared.surroundings;
  }

  /** The answer to a normalised question, from memory where it is fresh, else computed. Throws what computing throws. */
  async get(question: Questions[Kind], asker: Asker<Part> = {}): Promise<Served<Value, 'fresh' | 'miss'>> {
    const look = await this.#look(question);
    return look.fresh ? this.#serve(look.fresh, 'fresh', asker) : this.#ask(look, asker);
  }

  /** The same as a stream that shows a stale answer until the fresh one is there. Whoever stops taking has gone. */
  async *follow(question: Questions[Kind], asker: Asker<Part> = {}): AsyncGenerator<Followed<Value, Part>> {
    const look = await this.#look(question);
    if (look.fresh) {
      yield { type: 'answer', served: this.#serve(look.fresh, 'fresh', asker) };
    } else if (look.stale) {
      yield* this.#renew(look, look.stale, asker);
    } else {
      const seen = followWork(asker.signal, (waiter: Waiter<Part>) => this.#ask(look, { ...asker, ...waiter }));
      for await (const each of seen) {
        yield each.type === 'part' ? each : { type: 'answer', served: each.result };
      }
    }
  }

  /**
   * Computes an answer before it is asked for, unless it is there; says whether it had to. Those on the mere chance that they are
   * asked have a share of the room and no more. Throws what computing throws.
   */
  async warm(question: Questions[Kind], signal: AbortSignal, chance: 'likely' | 'guess' = 'likely'): Promise<boolean> {
    const look = await this.#look(question);
    if (look.fresh) return false;
    await this.#run(look, { signal }, chance === 'guess' ? 'guessing' : 'warming');
    return true;
  }

  /** Goes on until there is an answer that nothing has overtaken. */
  async *#renew(
    first: Look<Kind, Value>,
    stale: Entry<Value>,
    { signal, timeLimitSeconds, ...asker }: Asker<Part>,
  ): AsyncGenerator<Followed<Value, Part>> {
    const gone = new AbortController();
    const wanted = signal ? AbortSignal.any([signal, gone.signal]) : gone.signal;
    const renew = (look: Look<Kind, Value>) => {
      const renewed = this.#run(look, { signal: wanted, timeLimitSeconds }, 'refresh');
      renewed.catch(() => {}); // told below, where it is awaited
      return renewed;
    };
    try {
      let renewed = renew(first);
      yield { type: 'answer', served: this.#serve(stale, 'stale', asker) };
      for (;;) {
        const entry = await renewed;
        const look = await this.#look(first.question);
        const fresh = this.#isFresh(entry, look.view) ? entry : look.fresh;
        if (fresh) {
          yield { type: 'answer', served: { value: fresh.value, outcome: 'fresh' } };
          return;
        }
        renewed = renew(look);
        yield { type: 'answer', served: { value: entry.value, outcome: 'stale' } };
      }
    } catch (error) {
      if (signal?.aborted) throw error;
      yield { type: 'failed', error };
    } finally {
      gone.abort();
    }
  }

  /** What is kept of a question, and whether it still holds. */
  async #look(asked: Questions[Kind]): Promise<Look<Kind, Value>> {
    const question = this.#kind.rephrase(asked);
    const key = `${this.#kind.kind} ${JSON.stringify(question)}`;
    const view = viewOf(this.#kind.sight(question), await this.#surroundings.catalog());
    const meaning = this.#meaning(question, view);
    const entry = this.#entries.get(key) as Entry<Value> | undefined; // the kind stands in the key
    const common = { key, question, view, meaning };
    if (entry && this.#isFresh(entry, view)) return { ...common, fresh: entry, stale: null };
    const fresh = this.#fromTwin(common);
    if (fresh) return { ...common, fresh, stale: null };
    return { ...common, fresh: null, stale: entry && this.#isServable(entry) ? entry : null };
  }

  #meaning(question: Questions[Kind], { content }: View): string {
    return `${this.#kind.kind} ${JSON.stringify(this.#kind.theme(question))} ${content}`;
  }

  /** From a question that is put otherwise and means the same; kept under this one too, to be shown when it is stale. */
  #fromTwin({ key, question, view, meaning }: Omit<Look<Kind, Value>, 'fresh' | 'stale'>): Entry<Value> | null {
    const twin = this.#entries.withMeaning(meaning) as Entry<Value> | undefined; // the kind stands in the meaning
    if (!twin || !this.#isFresh(twin, view)) return null;
    const value = this.#kind.takeFrom(twin.value, question);
    if (value === null) return null;
    const entry = { ...twin, question, sight: this.#kind.sight(question), value, hits: 0 };
    this.#entries.setShared(key, entry);
    return entry;
  }

  #isFresh(entry: Entry, view: View): boolean {
    if (entry.content !== view.content) {
      entry.staleSinceMs ??= this.#surroundings.now();
      return false;
    }
    entry.staleSinceMs = null; // a store that was restored is as it was
    return this.#surroundings.now() <= this.#keepUntilMs(entry);
  }

  #keepUntilMs({ sealed, computedAtMs }: Entry): number {
    const { keepMinutes } = this.#kind;
    const minutes = keepMinutes === null ? 0 : this.#surroundings.settings()[keepMinutes];
    return sealed || minutes === 0 ? Number.POSITIVE_INFINITY : computedAtMs + minutes * MINUTE_MS;
  }

  #isServable(entry: Entry): boolean {
    const since = Math.min(entry.staleSinceMs ?? Number.POSITIVE_INFINITY, this.#keepUntilMs(entry));
    return this.#surroundings.now() - since <= STALE_AT_MOST_MS;
  }

  #serve<Outcome extends 'fresh' | 'stale'>(
    entry: Entry<Value>,
    outcome: Outcome,
    { counted = true }: Asker<Part>,
  ): Served<Value, Outcome> {
    if (counted) {
      entry.hits++;
      this.#tally.count(`${this.#kind.kind} ${outcome === 'fresh' ? 'hits' : 'staleHits'}`);
    }
    return { value: entry.value, outcome };
  }

  async #ask(look: Look<Kind, Value>, { counted = true, ...asker }: Asker<Part>): Promise<Served<Value, 'miss'>> {
    const entry = await this.#run(look, asker, 'asked');
    if (counted && this.#isWorthKeeping(entry)) this.#tally.count(`${this.#kind.kind} misses`);
    return { value: entry.value, outcome: 'miss' };
  }

  #isWorthKeeping({ costMs, content }: Entry): boolean {
    return costMs >= this.#kind.leastCostMs && content !== OF_NO_STATE;
  }

  /** One computation at a time for a question; whoever asks the same of the same store meanwhile waits for the same one. */
  #run(
    { key, question, view }: Look<Kind, Value>,
    { timeLimitSeconds, ...waiter }: Asker<Part>,
    purpose: Purpose,
  ): Promise<Entry<Value>> {
    // Who chose a time limit does not end by that of another, and gets what that one finds where it comes to its end.
    const of = timeLimitSeconds === undefined ? view.content : `${view.content} within ${timeLimitSeconds} s`;
    return this.#work.run(key, of, waiter, async ({ signal, tell, hasWaited }) => {
      const known = hasWaited ? (await this.#look(question)).fresh : null;
      if (known) return known; // what ran before was of the store as it is by now
      if (purpose === 'refresh') this.#tally.count('refreshes');
      try {
        const entry = await this.#make(question, { signal, onPartial: tell, timeLimitSeconds });
        if (this.#isWorthKeeping(entry)) {
          if (purpose === 'guessing') this.#entries.setGuess(key, entry);
          else this.#entries.set(key, entry);
        }
        if (purpose === 'warming' || purpose === 'guessing') this.#tally.count('warmed');
        return entry;
      } catch (error) {
        if (purpose === 'refresh' && !signal.aborted) this.#tally.count('failures');
        throw error;
      }
    });
  }

  async #make(question: Questions[Kind], options: Parameters<Compute<Kind, Value, Part>>[1]): Promise<Entry<Value>> {
    const startedAt = this.#surroundings.elapsed();
    const { value, catalogs } = await this.#compute(question, options);
    const sight = this.#kind.sight(question);
    const view = agreedView(catalogs.map((catalog) => viewOf(sight, catalog)));
    return {
      ...view,
      kind: this.#kind.kind,
      question,
      sight,
      filters: this.#kind.filters(question),
      value,
      meaning: this.#meaning(question, view),
      costMs: this.#surroundings.elapsed() - startedAt,
      computedAtMs: this.#surroundings.now(),
      staleSinceMs: null,
      hits: 0,
    };
  }
}

function agreedView([first, ...others]: readonly View[]): View {
  const agree = first && others.every(({ content }) => content === first.content);
  return agree ? first : { content: OF_NO_STATE, sealed: false };
}
