import type { Question } from './view.ts';

/** Whether a question was asked before by any window, and what has happened since: of what was computed, why it had to be. */
export const befores = ['never asked', 'asked, and the store has changed', 'asked of the same store'] as const;
export type Before = (typeof befores)[number];

/** What was asked in an hour. */
export class History {
  readonly #askedAt = new Map<string, number>();
  #changes = 0;

  storeChanged(): void {
    this.#changes++;
  }

  /** Notes a question; tells what there was of it before. */
  ask(question: Question): Before {
    const key = JSON.stringify(question);
    const last = this.#askedAt.get(key);
    this.#askedAt.set(key, this.#changes);
    if (last === undefined) return 'never asked';
    return last === this.#changes ? 'asked of the same store' : 'asked, and the store has changed';
  }
}
