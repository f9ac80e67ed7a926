import { appendFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { shortName } from '../store/short-name.ts';
import type { Rejection } from './record-draft.ts';

/** Where the rows that an import sets aside are written. */
export function rejectsPath(folder: string, batchId: number, sourceName: string): string {
  return join(folder, `${batchId}-${shortName(basename(sourceName).replace(/\.[^.]*$/, ''))}.rejects.csv`);
}

/**
 * The rows an import set aside: line, reason, then the row's cells as they were, so that the file can be corrected
 * and imported again. It exists only once there is something to write.
 */
export class RejectsFile {
  readonly path: string;
  readonly #header: readonly string[];
  /** Rows in the file. */
  count: number;

  constructor(path: string, header: readonly string[], count = 0) {
    this.path = path;
    this.#header = header;
    this.count = count;
  }

  add(rejections: readonly Rejection[]): void {
    if (rejections.length === 0) return;
    if (this.count === 0) writeFileSync(this.path, `\uFEFF${textOf([['line', 'reason', ...this.#header]])}`);
    this.count += rejections.length;
    appendFileSync(this.path, textOf(rejections.map(({ line, reason, cells }) => [line, reason, ...cells])));
  }
}

/** A lone carriage return would end a row for some readers, and the library does not quote it by itself. */
function textOf(rows: (string | number)[][]): string {
  return stringify(rows, { quoted_match: /\r/ });
}
