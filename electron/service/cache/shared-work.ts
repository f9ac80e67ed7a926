import { takenBack } from '../../../shared/lib/taken-back.ts';

/** Who waits for a result. */
export interface Waiter<Part> {
  /** Goes away; one without a signal never does. */
  signal?: AbortSignal | undefined;
  /** Told what is known so far, at once where others waited before. */
  onPartial?: ((part: Part) => void) | undefined;
}

interface Running<Result, Part> {
  result: Promise<Result>;
  waiting: number;
  controller: AbortController;
  listeners: Set<(part: Part) => void>;
  latest: { part: Part } | null;
}

/**
 * Work that several may wait for: whoever asks for the same key while it runs waits for the same result, and sees the same
 * of it on the way. It is stopped once the last of them has gone.
 */
export class SharedWork<Result, Part = never> {
  readonly #running = new Map<string, Running<Result, Part>>();

  isRunning(key: string): boolean {
    return this.#running.has(key);
  }

  /** Joins or starts the work of a key. Throws CANCELLED to whoever goes, what the work throws to the others. */
  run(
    key: string,
    { signal, onPartial }: Waiter<Part>,
    work: (signal: AbortSignal, tell: (part: Part) => void) => Promise<Result>,
  ): Promise<Result> {
    const running = this.#running.get(key) ?? this.#start(key, work);
    running.waiting++;
    if (onPartial) {
      running.listeners.add(onPartial);
      if (running.latest) onPartial(running.latest.part);
    }
    if (!signal) return running.result;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const leave = () => {
      running.waiting--;
      if (onPartial) running.listeners.delete(onPartial);
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

  #start(
    key: string,
    work: (signal: AbortSignal, tell: (part: Part) => void) => Promise<Result>,
  ): Running<Result, Part> {
    const controller = new AbortController();
    const listeners: Running<Result, Part>['listeners'] = new Set();
    const tell = (part: Part) => {
      running.latest = { part };
      for (const listener of listeners) listener(part);
    };
    const result = work(controller.signal, tell).finally(() => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    });
    const running: Running<Result, Part> = { result, waiting: 0, controller, listeners, latest: null };
    this.#running.set(key, running);
    return running;
  }
}
