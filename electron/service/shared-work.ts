import { takenBack } from '../../shared/lib/taken-back.ts';

interface Running<Result> {
  result: Promise<Result>;
  waiting: number;
  controller: AbortController;
}

/**
 * Work that several may wait for: whoever asks for the same key while it runs waits for the same result. It is stopped
 * once the last of them has gone; one who gave no signal never goes.
 */
export class SharedWork<Result> {
  readonly #running = new Map<string, Running<Result>>();

  isRunning(key: string): boolean {
    return this.#running.has(key);
  }

  /** Joins or starts the work of a key. Throws CANCELLED to whoever goes, what the work throws to the others. */
  run(key: string, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const running = this.#running.get(key) ?? this.#start(key, work);
    running.waiting++;
    if (!signal) return running.result;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const leave = () => {
      running.waiting--;
      if (running.waiting === 0) {
        this.#running.delete(key);
        running.controller.abort();
      }
      reject(takenBack());
    };
    running.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    return promise;
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<Result>): Running<Result> {
    const controller = new AbortController();
    const result = work(controller.signal).finally(() => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    });
    const running: Running<Result> = { result, waiting: 0, controller };
    this.#running.set(key, running);
    return running;
  }
}
