/** Whether anybody asks anything at the moment. */
export class Quiet {
  readonly #elapsed: () => number;
  #asking = 0;
  #calmSince: number;
  #disturbance = new AbortController();
  #calm = Promise.withResolvers<void>();

  /** `elapsed` is a clock that is never set, in milliseconds. */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
    this.#calmSince = elapsed();
    this.#calm.resolve();
  }

  /** Somebody asks; the returned function is called once he has his answer, and may be called again. */
  disturb(): () => void {
    if (this.#asking === 0) this.#calm = Promise.withResolvers();
    this.#asking++;
    this.#disturbance.abort();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#asking--;
      if (this.#asking > 0) return;
      this.#calmSince = this.#elapsed();
      this.#calm.resolve();
    };
  }

  /** For how many milliseconds nobody has asked anything. */
  calmMs(): number {
    return this.#asking > 0 ? 0 : this.#elapsed() - this.#calmSince;
  }

  /** Waits until nobody asks; gives a signal that is aborted as soon as somebody does. */
  async wait(): Promise<AbortSignal> {
    while (this.#asking > 0) await this.#calm.promise;
    if (this.#disturbance.signal.aborted) this.#disturbance = new AbortController();
    return this.#disturbance.signal;
  }
}
