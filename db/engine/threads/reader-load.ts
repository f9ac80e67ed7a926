/** How the readers are doing: what they work on, how long was waited for one, how many died. */
const MINUTE_MS = 60_000;
const MINUTES_KEPT = 60;

export class ReaderLoad {
  readonly #now: () => number;
  /** Longest wait of each minute, oldest first. */
  readonly #waits = new Map<number, number>();
  #tasks = 0;
  #respawns = 0;

  /** `now` gives milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Tasks that were handed over and are not done. */
  get tasks(): number {
    return this.#tasks;
  }

  /** Readers that died; another one is started when it is needed. */
  get respawns(): number {
    return this.#respawns;
  }

  /** Counts a task while it is the readers'. */
  async during<Result>(task: Promise<Result>): Promise<Result> {
    this.#tasks++;
    try {
      return await task;
    } finally {
      this.#tasks--;
    }
  }

  /** Takes note of a wait for a reader. */
  waited(waitMs: number): void {
    const minute = this.#minute();
    const longest = this.#waits.get(minute);
    if (longest === undefined) this.#forgetBefore(minute - MINUTES_KEPT + 1);
    if (longest === undefined || waitMs > longest) this.#waits.set(minute, waitMs);
  }

  died(): void {
    this.#respawns++;
  }

  /** Longest wait for a reader in the last hour. */
  longestWaitMs(): number {
    this.#forgetBefore(this.#minute() - MINUTES_KEPT + 1);
    return Math.max(0, ...this.#waits.values());
  }

  #minute(): number {
    return Math.floor(this.#now() / MINUTE_MS);
  }

  #forgetBefore(first: number): void {
    for (const minute of this.#waits.keys()) if (minute < first) this.#waits.delete(minute);
  }
}
