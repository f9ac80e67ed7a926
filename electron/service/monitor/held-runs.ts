import type { RunFigures, RunTraits } from './question-run.ts';

/** What of a run is held in memory: what percentiles are made of. */
export type HeldRun = Pick<RunTraits, 'kind' | 'shape' | 'source' | 'outcome'> & Pick<RunFigures, 'atMs' | 'elapsedMs'>;

/**
 * The newest runs, in columns: numbers stand in arrays of numbers, and words with the runs that share them. What is held for long
 * is what the collector of memory has to go over, and neither makes anything for it.
 */
export class HeldRuns {
  readonly #most: number;
  readonly #traits: RunTraits[] = [];
  readonly #atMs: Float64Array;
  readonly #elapsedMs: Float64Array;
  #added = 0;

  constructor(most: number) {
    this.#most = most;
    this.#atMs = new Float64Array(most);
    this.#elapsedMs = new Float64Array(most);
  }

  add(traits: RunTraits, { atMs, elapsedMs }: Pick<RunFigures, 'atMs' | 'elapsedMs'>): void {
    const place = this.#added % this.#most;
    this.#traits[place] = traits;
    this.#atMs[place] = atMs;
    this.#elapsedMs[place] = elapsedMs;
    this.#added++;
  }

  /** Puts runs of an earlier time, oldest first, before those that are held. */
  addEarlier(earlier: readonly { traits: RunTraits; figures: RunFigures }[]): void {
    const held = this.#inOrder((traits, atMs, elapsedMs) => ({ traits, figures: { atMs, elapsedMs } }));
    this.#traits.length = 0;
    this.#added = 0;
    for (const { traits, figures } of [...earlier, ...held]) this.add(traits, figures);
  }

  /** Oldest first. */
  items(): HeldRun[] {
    return this.#inOrder(({ kind, shape, source, outcome }, atMs, elapsedMs) => {
      return { kind, shape, source, outcome, atMs, elapsedMs };
    });
  }

  #inOrder<Run>(runOf: (traits: RunTraits, atMs: number, elapsedMs: number) => Run): Run[] {
    const oldest = this.#added < this.#most ? 0 : this.#added % this.#most;
    const places = [...this.#traits.keys()];
    return [...places.slice(oldest), ...places.slice(0, oldest)].map((place) =>
      runOf(
        this.#traits[place] as RunTraits, // of a place that has been filled
        this.#atMs[place] ?? 0,
        this.#elapsedMs[place] ?? 0,
      ),
    );
  }
}
