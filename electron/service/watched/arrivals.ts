/** A file as a folder lists it. */
export interface Listed {
  name: string;
  bytes: number;
  modifiedMs: number;
}

interface Seen extends Listed {
  /** Since when it has been as it is, on the clock that is never set. */
  sinceMs: number;
}

export interface Arrival {
  /** Those that have stopped growing, oldest first. */
  settled: Listed[];
  /** After how many milliseconds the next may have; null where none is still arriving. */
  nextInMs: number | null;
  waiting: number;
}

/**
 * Tells which files of a folder are all there: those whose size and time have stayed the same for so long. Their own time is
 * compared with itself only, as the clock of a network drive is not that of this machine. An empty file is still to be written.
 */
export class Arrivals {
  #seen = new Map<string, Seen>();

  /** A file that is taken is no longer there: the next of its name, however like it, begins anew. */
  forget(name: string): void {
    this.#seen.delete(name);
  }

  look(listed: readonly Listed[], nowMs: number, quietMs: number): Arrival {
    const seen = listed.map((file): Seen => {
      const before = this.#seen.get(file.name);
      const isSame = before?.bytes === file.bytes && before.modifiedMs === file.modifiedMs;
      return { ...file, sinceMs: isSame ? before.sinceMs : nowMs };
    });
    this.#seen = new Map(seen.map((file) => [file.name, file]));
    const filled = seen.filter(({ bytes }) => bytes > 0);
    const isSettled = ({ sinceMs }: Seen) => nowMs - sinceMs >= quietMs;
    const growing = filled.filter((file) => !isSettled(file));
    return {
      settled: filled.filter(isSettled).sort(byAge),
      nextInMs: growing.length === 0 ? null : Math.min(...growing.map(({ sinceMs }) => sinceMs + quietMs - nowMs)),
      waiting: filled.length,
    };
  }
}

/** Oldest first; those of one moment by name. */
export function byAge(a: Listed, b: Listed): number {
  return a.modifiedMs - b.modifiedMs || (a.name < b.name ? -1 : 1);
}
