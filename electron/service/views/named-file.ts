import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../../../db/backup/write-whole.ts';
import { explainDiskError } from '../../../db/store/disk-error.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import { ifMissing } from '../if-missing.ts';

/** What a file keeps by name. */
export interface NamedKind<Item extends { name: string }> {
  schema: z.ZodType<Item>;
  /** One of them, and several, in sentences: 'saved view', 'saved views'. */
  one: string;
  several: string;
  /** More than this are refused. */
  most: number;
}

/**
 * Things that people keep under names, in a file of the store's folder that a person can read. It is read each time, as another
 * program may open the same store; one that cannot be read is never written over, as what is in it would be lost.
 */
export class NamedFile<Item extends { name: string }> {
  readonly #path: string;
  readonly #kind: NamedKind<Item>;
  /** One change at a time, so that none writes over another. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string, kind: NamedKind<Item>) {
    this.#path = path;
    this.#kind = kind;
  }

  /** All of them by name. Throws in words where the file cannot be read. */
  async list(): Promise<Item[]> {
    const text = await readFile(this.#path, 'utf8').catch(ifMissing('[]'));
    try {
      return z.array(this.#kind.schema).parse(JSON.parse(text));
    } catch (error) {
      throw new AppError(
        'UNEXPECTED',
        `The ${this.#kind.several} cannot be read: ${this.#path} is not as it was written. It was left as it is; move it away to begin with none.`,
        error,
      );
    }
  }

  /** Saves one, in the place of one of the same name. Throws where there are too many. */
  save(item: Item): Promise<Item[]> {
    const { most, several } = this.#kind;
    return this.change((items) => {
      const others = items.filter(({ name }) => name !== item.name);
      if (others.length >= most) {
        throw new AppError(
          'INVALID_ARGUMENT',
          `There are ${most} ${several}, which is the most. Nothing was saved; delete one that is not needed.`,
        );
      }
      return [...others, item];
    });
  }

  /** Gives one another name. Throws where there is none of the one, or one of the other. */
  rename(name: string, to: string): Promise<Item[]> {
    return this.change((items) => {
      if (to !== name && items.some((item) => item.name === to)) {
        throw new AppError(
          'INVALID_ARGUMENT',
          `There is a ${this.#kind.one} named '${to}' already. Nothing was renamed; take another name.`,
        );
      }
      const renamed = this.named(items, name);
      return items.map((item) => (item === renamed ? { ...item, name: to } : item));
    });
  }

  /** Takes one away. Throws where there is none of the name. */
  remove(name: string): Promise<Item[]> {
    return this.change((items) => {
      const removed = this.named(items, name);
      return items.filter((item) => item !== removed);
    });
  }

  /** Writes what `next` makes of all of them, and gives it by name. Throws what `next` throws, or why the disk refused. */
  protected change(next: (items: Item[]) => Item[]): Promise<Item[]> {
    const changed = this.#last.then(async () => {
      const items = next(await this.list()).sort((a, b) => compareText(a.name, b.name));
      try {
        writeWhole(this.#path, `${JSON.stringify(items, null, 2)}\n`);
      } catch (error) {
        throw explainDiskError(error);
      }
      return items;
    });
    // The next change is made whether or not this one could be.
    this.#last = changed.catch(() => {});
    return changed;
  }

  /** The one of a name. Throws where there is none. */
  protected named(items: readonly Item[], name: string): Item {
    const item = items.find((each) => each.name === name);
    if (item) return item;
    throw new AppError('NOT_FOUND', `There is no ${this.#kind.one} named '${name}' any more. Nothing was changed.`);
  }
}
