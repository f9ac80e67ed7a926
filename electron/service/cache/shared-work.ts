/**
 * Work that several may wait for, one piece at a time for each key.
 * 1. Whoever asks for the same state of things while it runs waits for the same result, and sees the same of it on the way.
 * 2. Whoever asks for another state waits until that is over, and with him all who come until then: one piece is begun for
 *    them, which is of things as they are by then. So a change at every step has one piece running and one waiting, and each that
 *    began comes to its end.
 * 3. A piece is stopped once the last who waits for it has gone. The next one begins when it has ended, not when it is told to.
 */
import { takenBack } from '../../../shared/lib/taken-back.ts';

/** Who waits for a result. */
export interface Waiter<Part> {
  /** Goes away; one without a signal never does. */
  signal?: AbortSignal | undefined;
  /** Told what is known so far, at once where others waited before. */
  onPartial?: ((part: Part) => void) | undefined;
}

export interface WorkOptions<Part> {
  signal: AbortSignal;
  tell(part: Part): void;
  /** Whether another piece was running when it was asked for, so that things may have changed since. */
  hasWaited: boolean;
}

type Work<Result, Part> = (options: WorkOptions<Part>) => Promise<Result>;

interface Piece<Result, Part> {
  /** The state of things that was asked for last. */
  of: string;
  work: Work<Result, Part>;
  outcome: PromiseWithResolvers<Result>;
  waiting: number;
  controller: AbortController;
  listeners: Set<(part: Part) => void>;
  latest: { part: Part } | null;
}

interface Turns<Result, Part> {
  running: Piece<Result, Part>;
  next: Piece<Result, Part> | null;
}

export class SharedWork<Result, Part = never> {
  readonly #turns = new Map<string, Turns<Result, Part>>();

  /**
   * Joins or starts the work of a key over the state `of`. Throws CANCELLED to whoever goes, what the work throws to the others.
   */
  run(key: string, of: string, waiter: Waiter<Part>, work: Work<Result, Part>): Promise<Result> {
    if (waiter.signal?.aborted) return Promise.reject(takenBack());
    return this.#wait(key, this.#pieceOf(key, of, work), waiter);
  }

  #pieceOf(key: string, of: string, work: Work<Result, Part>): Piece<Result, Part> {
    const turns = this.#turns.get(key);
    if (!turns) {
      const running = newPiece(of, work);
      this.#turns.set(key, { running, next: null });
      this.#start(key, running, false);
      return running;
    }
    if (turns.running.of === of && !turns.running.controller.signal.aborted) return turns.running;
    turns.next ??= newPiece(of, work);
    Object.assign(turns.next, { of, work });
    return turns.next;
  }

  #wait(key: string, piece: Piece<Result, Part>, { signal, onPartial }: Waiter<Part>): Promise<Result> {
    piece.waiting++;
    if (onPartial) {
      piece.listeners.add(onPartial);
      if (piece.latest) onPartial(piece.latest.part);
    }
    if (!signal) return piece.outcome.promise;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const leave = () => {
      piece.waiting--;
      if (onPartial) piece.listeners.delete(onPartial);
      if (piece.waiting === 0) this.#stop(key, piece);
      reject(takenBack());
    };
    piece.outcome.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    signal.addEventListener('abort', leave, { once: true });
    return promise;
  }

  #stop(key: string, piece: Piece<Result, Part>): void {
    piece.controller.abort();
    const turns = this.#turns.get(key);
    if (turns?.next === piece) turns.next = null;
  }

  #start(key: string, piece: Piece<Result, Part>, hasWaited: boolean): void {
    const tell = (part: Part) => {
      piece.latest = { part };
      for (const listener of piece.listeners) listener(part);
    };
    // The next one has begun before anybody hears of this one, so that whoever asks again joins it.
    piece.work({ signal: piece.controller.signal, tell, hasWaited }).then(
      (result) => {
        this.#goOn(key);
        piece.outcome.resolve(result);
      },
      (error: unknown) => {
        this.#goOn(key);
        piece.outcome.reject(error);
      },
    );
  }

  #goOn(key: string): void {
    const next = this.#turns.get(key)?.next;
    if (!next) {
      this.#turns.delete(key);
      return;
    }
    this.#turns.set(key, { running: next, next: null });
    this.#start(key, next, true);
  }
}

function newPiece<Result, Part>(of: string, work: Work<Result, Part>): Piece<Result, Part> {
  return {
    of,
    work,
    outcome: Promise.withResolvers(),
    waiting: 0,
    controller: new AbortController(),
    listeners: new Set(),
    latest: null,
  };
}
