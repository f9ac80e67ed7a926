import { LRUCache } from 'lru-cache';
import type { QuestionKind } from '../../../shared/contract/health.ts';
import type { Filter } from '../../../shared/query/report-query.ts';
import type { Questions } from '../monitor/shape.ts';
import { bytesOf } from './bytes-of.ts';
import type { Sight, View } from './freshness.ts';

/** An answer as it is kept, with what it was made of. */
export interface Entry<Value = unknown> extends View {
  kind: QuestionKind;
  question: Questions[QuestionKind];
  sight: Sight;
  filters: readonly Filter[];
  value: Value;
  /** What is shared by questions that mean the same, but for how much of the answer they ask. */
  meaning: string;
  /** How long it took to compute. */
  costMs: number;
  computedAtMs: number;
  /** Since when something else has been true; null while it holds. */
  staleSinceMs: number | null;
  hits: number;
}

/** What was computed on the mere chance that it is asked has so much of the room until it is. */
const GUESSES_SHARE = 0.25;

/** All answers that are kept, by key, within so many bytes: what was used longest ago makes room. */
export class Entries {
  readonly #onEvict: () => void;
  #kept: LRUCache<string, Entry>;
  readonly #keyByMeaning = new Map<string, string>();
  /** Bytes of what nobody has asked for, the oldest first. */
  readonly #guesses = new Map<string, number>();
  #guessedBytes = 0;

  constructor(mostBytes: number, onEvict: () => void) {
    this.#onEvict = onEvict;
    this.#kept = this.#room(mostBytes);
  }

  get size(): number {
    return this.#kept.size;
  }

  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  get mostBytes(): number {
    return this.#kept.maxSize;
  }

  get(key: string): Entry | undefined {
    return this.#kept.get(key);
  }

  /** The entry that was computed last for this meaning. */
  withMeaning(meaning: string): Entry | undefined {
    const key = this.#keyByMeaning.get(meaning);
    const entry = key === undefined ? undefined : this.#kept.get(key);
    return entry?.meaning === meaning ? entry : undefined;
  }

  /** Keeps an answer that was computed. */
  set(key: string, entry: Entry): void {
    this.setShared(key, entry);
    if (this.#kept.has(key)) this.#keyByMeaning.set(entry.meaning, key);
  }

  /** Keeps an answer that nobody has asked for: the oldest of these make room, rather than what somebody has. */
  setGuess(key: string, entry: Entry): void {
    this.set(key, entry);
    const bytes = this.#kept.info(key)?.size ?? 0;
    this.#guesses.set(key, bytes);
    this.#guessedBytes += bytes;
    for (const oldest of this.#guesses.keys()) {
      if (this.#guessedBytes <= this.mostBytes * GUESSES_SHARE) return;
      const isUnused = this.#kept.peek(oldest)?.hits === 0;
      this.#forgetGuess(oldest);
      if (isUnused) this.#kept.delete(oldest);
    }
  }

  /** Keeps under another key what is kept already: both count, so that either may go first. */
  setShared(key: string, entry: Entry): void {
    this.#kept.set(key, entry);
  }

  /** All entries with their bytes, those that were used last first. */
  *all(): Generator<{ key: string; entry: Entry; bytes: number }> {
    for (const [key, entry] of this.#kept.entries()) {
      yield { key, entry, bytes: this.#kept.info(key)?.size ?? 0 };
    }
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  /** Keeps within so many bytes from now on; what no longer fits goes at once. */
  resize(mostBytes: number): void {
    if (mostBytes === this.mostBytes) return;
    const before = this.#kept;
    this.#kept = this.#room(mostBytes);
    this.#kept.load(before.dump());
  }

  #forgetGuess(key: string): void {
    this.#guessedBytes -= this.#guesses.get(key) ?? 0;
    this.#guesses.delete(key);
  }

  #room(mostBytes: number): LRUCache<string, Entry> {
    return new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: (entry, key) => bytesOf(key) + bytesOf(entry),
      dispose: (entry, key, reason) => {
        if (this.#keyByMeaning.get(entry.meaning) === key) this.#keyByMeaning.delete(entry.meaning);
        this.#forgetGuess(key);
        if (reason === 'evict') this.#onEvict();
      },
    });
  }
}
