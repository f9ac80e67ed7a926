import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What ends with the program is tried once more, and not for ever: it may be what ends it. */
const MOST_TRIES = 2;

/**
 * The full check that is owed after a program did not close the store: by then there are no sums of live, and whether pages fit
 * together, which is looked at after every start, says nothing of what they hold. A file keeps it, with how often it was begun, until it is
 * done; where that cannot be written, the next check is that of the rule.
 */
export class OwedCheck {
  readonly #path: string;
  readonly #onFailure: (error: unknown) => void;

  constructor(root: string, onFailure: (error: unknown) => void) {
    this.#path = join(root, 'check.owed');
    this.#onFailure = onFailure;
  }

  /** Notes that the store was not closed; how often a check was begun since the last that was done counts on. */
  owe(): void {
    if (this.#tries() === null) this.#write(0);
  }

  get isDue(): boolean {
    const tries = this.#tries();
    return tries !== null && tries < MOST_TRIES;
  }

  /** A check is begun by the clock. */
  begin(): void {
    const tries = this.#tries();
    if (tries !== null) this.#write(tries + 1);
  }

  /** A full check came to its end, whoever began it. */
  settle(): void {
    try {
      rmSync(this.#path, { force: true });
    } catch (error) {
      this.#onFailure(error); // there is one check too many then
    }
  }

  /** How often it was begun; null where none is owed. */
  #tries(): number | null {
    try {
      return Number.parseInt(readFileSync(this.#path, 'utf8'), 10) || 0;
    } catch {
      return null;
    }
  }

  #write(tries: number): void {
    try {
      writeFileSync(this.#path, `${tries}\n`);
    } catch (error) {
      this.#onFailure(error);
    }
  }
}
