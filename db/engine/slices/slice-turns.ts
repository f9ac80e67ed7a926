/**
 * Lets only so many slices run at once over all questions, in the order in which they ask. The readers' own queue then
 * holds what is not a slice alone, such as a page of records, which waits for one slice at most.
 */
export class SliceTurns {
  #free: number;
  readonly #waiting: (() => void)[] = [];
  readonly #onWaited: (waitMs: number) => void;

  /** `onWaited` is told how long each one waited that had to. */
  constructor(atOnce: number, onWaited: (waitMs: number) => void = () => {}) {
    this.#free = atOnce;
    this.#onWaited = onWaited;
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Runs `work` when its turn has come; throws what it throws. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free--;
    else {
      const since = performance.now();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      this.#onWaited(performance.now() - since);
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
