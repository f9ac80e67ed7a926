import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../../db/backup/write-whole.ts';
import { explainDiskError } from '../../db/store/disk-error.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { ifMissing } from './if-missing.ts';

interface KeptListParts<Entry> {
  path: string;
  schema: z.ZodType<Entry>;
  /** What they are, as a sentence begins: 'The saved views'. */
  what: string;
  /** What there is while there is no file. */
  atFirst: readonly Entry[];
  /** Told after each change. */
  onChange: () => void;
}

/**
 * What people keep in a store by name, in a file of its folder that a person can read. It is read each time, as another program
 * may open the same store; one that cannot be read is never written over, as what is in it would be lost.
 */
export class KeptList<Entry> {
  readonly #parts: KeptListParts<Entry>;
  readonly #schema: z.ZodType<Entry[]>;
  /** One change at a time, so that none writes over another. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: KeptListParts<Entry>) {
    this.#parts = parts;
    this.#schema = z.array(parts.schema);
  }

  /** All there are, as they were written. Throws in words where the file cannot be read. */
  async list(): Promise<Entry[]> {
    const { path, what, atFirst } = this.#parts;
    const text = await readFile(path, 'utf8').catch(ifMissing(null));
    if (text === null) return [...atFirst];
    try {
      return this.#schema.parse(JSON.parse(text));
    } catch (error) {
      throw new AppError(
        'UNEXPECTED',
        `${what} cannot be read: ${path} is not as it was written. It was left as it is; move it away to begin anew.`,
        error,
      );
    }
  }

  /** Writes what comes of the list, and gives it; what `next` throws leaves the file as it is. */
  change(next: (entries: Entry[]) => Entry[]): Promise<Entry[]> {
    const changed = this.#last.then(async () => {
      const entries = next(await this.list());
      try {
        writeWhole(this.#parts.path, `${JSON.stringify(entries, null, 2)}\n`);
      } catch (error) {
        throw explainDiskError(error);
      }
      this.#parts.onChange();
      return entries;
    });
    // The next change is made whether or not this one could be.
    this.#last = changed.catch(() => {});
    return changed;
  }
}
