import { existsSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreFolder } from '../../db/store/folder.ts';

/** A file in the folder of a store while a program has it open; who finds it there follows one that did not close it. */
export class ClosingMark {
  readonly #path: string;
  /** Whether the program before did not close the store, and nobody has looked since what that left. */
  #isOwed: boolean;

  private constructor(path: string, isOwed: boolean) {
    this.#path = path;
    this.#isOwed = isOwed;
  }

  /** Leaves the mark, on the disk; `onFailure` is told where that cannot be, which costs a check and nothing else. */
  static async leave({ root }: Pick<StoreFolder, 'root'>, onFailure: (error: unknown) => void): Promise<ClosingMark> {
    const path = join(root, 'open.mark');
    const mark = new ClosingMark(path, existsSync(path));
    try {
      const file = await open(path, 'w');
      await file.sync().finally(() => file.close());
    } catch (error) {
      onFailure(error);
    }
    return mark;
  }

  get isCheckOwed(): boolean {
    return this.#isOwed;
  }

  /** What was left was looked at. */
  noteChecked(): void {
    this.#isOwed = false;
  }

  /** The store was closed. As long as nobody looked after an end that was none, the mark stays. */
  remove(): void {
    if (!this.#isOwed) rmSync(this.#path, { force: true });
  }
}
