import { appendFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Rejection } from './record-draft.ts';

/**
 * The rows an import set aside: line, reason, then the row's cells as they were, so that the file can be corrected
 * and imported again. It exists only once there is something to write.
 */
export class RejectsFile {
  readonly path: string;
  readonly #header: string[];
  count = 0;

  constructor(folder: string, batchId: number, sourceName: string, header: string[]) {
    this.path = join(folder, `${batchId}-${basename(sourceName).replace(/\.[^.]*$/, '')}.rejects.csv`);
    this.#header = header;
    this.remove();
  }

  add(rejections: readonly Rejection[]): void {
    if (rejections.length === 0) return;
    if (this.count === 0) appendFileSync(this.path, `\uFEFF${stringify([['line', 'reason', ...this.#header]])}`);
    this.count += rejections.length;
    appendFileSync(this.path, stringify(rejections.map(({ line, reason, cells }) => [line, reason, ...cells])));
  }

  remove(): void {
    rmSync(this.path, { force: true });
    this.count = 0;
  }
}
