import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../../../db/backup/write-whole.ts';
import { explainDiskError } from '../../../db/store/disk-error.ts';
import { MOST_VIEWS, type SavedView, savedViewSchema } from '../../../shared/contract/views.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import { ifMissing } from '../if-missing.ts';

const viewsSchema = z.array(savedViewSchema);

/**
 * The saved views of a store, in a file of its folder that a person can read. It is read each time, as another program may
 * open the same store; one that cannot be read is never written over, as what is in it would be lost.
 */
export class ViewsFile {
  readonly #path: string;
  /** One change at a time, so that none writes over another. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** The views by name. Throws in words where the file cannot be read. */
  async list(): Promise<SavedView[]> {
    const text = await readFile(this.#path, 'utf8').catch(ifMissing('[]'));
    try {
      return viewsSchema.parse(JSON.parse(text));
    } catch (error) {
      throw new AppError(
        'UNEXPECTED',
        `The saved views cannot be read: ${this.#path} is not as it was written. It was left as it is; move it away to begin with none.`,
        error,
      );
    }
  }

  /** Saves a view, in the place of one of the same name. */
  save(view: SavedView): Promise<SavedView[]> {
    return this.#change((views) => {
      const others = views.filter(({ name }) => name !== view.name);
      if (others.length >= MOST_VIEWS) {
        throw new AppError(
          'INVALID_ARGUMENT',
          `There are ${MOST_VIEWS} saved views, which is the most. Nothing was saved; delete one that is not needed.`,
        );
      }
      return [...others, view];
    });
  }

  /** Gives a view another name. Throws where there is none of the one, or one of the other. */
  rename(name: string, to: string): Promise<SavedView[]> {
    return this.#change((views) => {
      if (to !== name && views.some((view) => view.name === to)) {
        throw new AppError(
          'INVALID_ARGUMENT',
          `There is a view named '${to}' already. Nothing was renamed; take another name.`,
        );
      }
      return views.map((view) => (view === named(views, name) ? { ...view, name: to } : view));
    });
  }

  remove(name: string): Promise<SavedView[]> {
    return this.#change((views) => views.filter((view) => view !== named(views, name)));
  }

  #change(next: (views: SavedView[]) => SavedView[]): Promise<SavedView[]> {
    const changed = this.#last.then(async () => {
      const views = next(await this.list()).sort((a, b) => compareText(a.name, b.name));
      try {
        writeWhole(this.#path, `${JSON.stringify(views, null, 2)}\n`);
      } catch (error) {
        throw explainDiskError(error);
      }
      return views;
    });
    // The next change is made whether or not this one could be.
    this.#last = changed.catch(() => {});
    return changed;
  }
}

function named(views: readonly SavedView[], name: string): SavedView {
  const view = views.find((each) => each.name === name);
  if (view) return view;
  throw new AppError('NOT_FOUND', `There is no saved view named '${name}' any more. Nothing was changed.`);
}
