/**
 * Which shapes of question go by which index.
 * 1. While a question is answered it is only put aside; it is counted a moment later, once for each index.
 * 2. It is kept in a small file, by shapes alone, so that an index can be told to be unused after more than one day's work.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { StoreIndex } from '../../../shared/contract/indexes.ts';
import { ifMissing } from '../if-missing.ts';
import type { Question } from '../monitor/question-run.ts';
import { shapeOf } from '../monitor/shape.ts';

const useSchema = z.object({
  /** Since when it is recorded. */
  since: z.iso.datetime(),
  uses: z.record(z.string(), z.array(z.object({ shape: z.string(), times: z.number(), lastAt: z.iso.datetime() }))),
});
type UseFile = z.infer<typeof useSchema>;

export interface IndexUseSource {
  path: string;
  /** Whether this program keeps the file: the store's owner does. */
  keeps: boolean;
  onFailure(error: unknown): void;
  now(): Date;
}

const ASIDE_MS = 1_000;
/** More shapes than people ask of one index; those that were asked longest ago make room. */
const SHAPES_KEPT = 50;

export class IndexUse {
  readonly #source: IndexUseSource;
  #kept: UseFile;
  #aside = new Map<Question, Set<string>>();
  #timer: NodeJS.Timeout | null = null;
  #last: Promise<void> = Promise.resolve();
  #failed = false;

  private constructor(source: IndexUseSource, kept: UseFile) {
    this.#source = source;
    this.#kept = kept;
  }

  /** Goes on from the file; one that cannot be read is told, and begun anew. */
  static async open(source: IndexUseSource): Promise<IndexUse> {
    const begun = { since: source.now().toISOString(), uses: {} };
    try {
      const text = await readFile(source.path, 'utf8').catch(ifMissing(null));
      return new IndexUse(source, text === null ? begun : useSchema.parse(JSON.parse(text)));
    } catch (error) {
      source.onFailure(error);
      return new IndexUse(source, begun);
    }
  }

  get since(): string {
    return this.#kept.since;
  }

  /** Notes the indexes that statements of a question went by. */
  note(question: Question, indexes: readonly string[]): void {
    const seen = this.#aside.get(question) ?? new Set();
    for (const index of indexes) seen.add(index);
    this.#aside.set(question, seen);
    this.#timer ??= setTimeout(() => this.#takeIn(), ASIDE_MS).unref();
  }

  /** The shapes that went by an index, those that did most often first. */
  of(index: string): StoreIndex['usedBy'] {
    this.#takeIn();
    return (this.#kept.uses[index] ?? []).toSorted((a, b) => b.times - a.times);
  }

  /** Settles when all of it is kept. */
  async close(): Promise<void> {
    this.#takeIn();
    await this.#last;
  }

  #takeIn(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#aside.size === 0) return;
    const lastAt = this.#source.now().toISOString();
    for (const [{ kind, question }, indexes] of this.#aside) {
      const shape = shapeOf(kind, question);
      for (const index of indexes) this.#count(index, shape, lastAt);
    }
    this.#aside = new Map();
    if (this.#source.keeps) this.#last = this.#last.then(() => this.#write());
  }

  #count(index: string, shape: string, lastAt: string): void {
    const uses = this.#kept.uses[index] ?? [];
    const times = uses.find((use) => use.shape === shape)?.times ?? 0;
    const others = uses.filter((use) => use.shape !== shape);
    this.#kept.uses[index] = [{ shape, times: times + 1, lastAt }, ...others].slice(0, SHAPES_KEPT);
  }

  async #write(): Promise<void> {
    const { path, onFailure } = this.#source;
    try {
      await writeFile(`${path}.new`, `${JSON.stringify(this.#kept)}\n`);
      await rename(`${path}.new`, path);
      this.#failed = false;
    } catch (error) {
      if (!this.#failed) onFailure(error);
      this.#failed = true;
    }
  }
}
