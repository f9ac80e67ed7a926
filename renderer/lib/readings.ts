import { createContext, use, useSyncExternalStore } from 'react';
import type { PartialAnswer } from '../../shared/query/answer.ts';

/** A question whose records are being read, or were until it was stopped. */
export interface Reading {
  /** What was known of the answer last. */
  partial: PartialAnswer;
  state: 'going' | 'stopped' | 'out of time';
  stop: () => void;
  /** Asked for by a person: to be read to its end, however long that takes. */
  toTheEnd: boolean;
}

/** The questions that are read in this window, by their query as text. What ends with an answer is forgotten. */
export class Readings {
  readonly #readings = new Map<string, Reading>();
  readonly #listeners = new Set<() => void>();

  get(key: string): Reading | null {
    return this.#readings.get(key) ?? null;
  }

  isAnyGoing(): boolean {
    return [...this.#readings.values()].some(({ state }) => state === 'going');
  }

  set(key: string, reading: Reading): void {
    this.#readings.set(key, reading);
    this.#tell();
  }

  /** Changes a reading that there is; says nothing of one that there is not. */
  change(key: string, changes: Partial<Reading>): void {
    const reading = this.#readings.get(key);
    if (reading) this.set(key, { ...reading, ...changes });
  }

  forget(key: string): void {
    if (this.#readings.delete(key)) this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const ReadingsContext = createContext<Readings | null>(null);

export function useReadings(): Readings {
  const readings = use(ReadingsContext);
  if (!readings) throw new Error('No readings above this component');
  return readings;
}

/** The reading of a question as it is now; null when it is not read. */
export function useReading(key: string): Reading | null {
  const readings = useReadings();
  return useSyncExternalStore(readings.subscribe, () => readings.get(key));
}

/** Whether any question of the window is being read. */
export function useIsAnyGoing(): boolean {
  const readings = useReadings();
  return useSyncExternalStore(readings.subscribe, () => readings.isAnyGoing());
}
