import type { z } from 'zod';
import { AppError } from '../../../shared/lib/app-error.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import { KeptList } from '../kept-list.ts';

/** What a file keeps by name. */
export interface NamedKind<Item extends { name: string }> {
  schema: z.ZodType<Item>;
  /** One of them, and several, in sentences: 'saved view', 'saved views'. */
  one: string;
  several: string;
  /** More than this are refused. */
  most: number;
}

/** Things that people keep under names, in the order of these. */
export class NamedFile<Item extends { name: string }> {
  readonly #kept: KeptList<Item>;
  readonly #kind: NamedKind<Item>;

  constructor(path: string, kind: NamedKind<Item>, onChange = () => {}) {
    this.#kept = new KeptList({ path, schema: kind.schema, what: `The ${kind.several}`, atFirst: [], onChange });
    this.#kind = kind;
  }

  /** All of them by name. Throws in words where the file cannot be read. */
  list(): Promise<Item[]> {
    return this.#kept.list();
  }

  /** Saves one, in the place of one of the same name. Throws where there are too many. */
  save(item: Item): Promise<Item[]> {
    return this.#change((items) => {
      const others = items.filter(({ name }) => name !== item.name);
      this.#refuseTooMany(others);
      return [...others, item];
    });
  }

  /** Gives one another name. Throws where there is none of the one, or one of the other. */
  rename(name: string, to: string): Promise<Item[]> {
    return this.#change((items) => {
      if (to !== name) this.#refuseTaken(items, to, 'Nothing was renamed');
      const renamed = this.#named(items, name);
      return items.map((item) => (item === renamed ? { ...item, name: to } : item));
    });
  }

  /** Keeps one under another name as well. Throws as `rename` does, and where there are too many. */
  copy(name: string, to: string): Promise<Item[]> {
    return this.#change((items) => {
      this.#refuseTaken(items, to, 'Nothing was copied');
      this.#refuseTooMany(items);
      return [...items, { ...this.#named(items, name), name: to }];
    });
  }

  /** Takes one away. Throws where there is none of the name. */
  remove(name: string): Promise<Item[]> {
    return this.#change((items) => {
      const removed = this.#named(items, name);
      return items.filter((item) => item !== removed);
    });
  }

  #change(next: (items: Item[]) => Item[]): Promise<Item[]> {
    return this.#kept.change((items) => next(items).sort((a, b) => compareText(a.name, b.name)));
  }

  #named(items: readonly Item[], name: string): Item {
    const item = items.find((each) => each.name === name);
    if (item) return item;
    throw new AppError('NOT_FOUND', `There is no ${this.#kind.one} named '${name}' any more. Nothing was changed.`);
  }

  #refuseTaken(items: readonly Item[], name: string, kept: string): void {
    if (!items.some((item) => item.name === name)) return;
    const { one } = this.#kind;
    throw new AppError('INVALID_ARGUMENT', `There is a ${one} named '${name}' already. ${kept}; take another name.`);
  }

  #refuseTooMany(items: readonly Item[]): void {
    const { most, several } = this.#kind;
    if (items.length < most) return;
    throw new AppError(
      'INVALID_ARGUMENT',
      `There are ${most} ${several}, which is the most. Nothing was saved; delete one that is not needed.`,
    );
  }
}
