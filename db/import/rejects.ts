import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { RejectHeadings } from '../../shared/import/corrections.ts';
import { shortName } from '../store/short-name.ts';
import type { RowSource } from './row-source.ts';
import type { Rejection } from './rows/record-draft.ts';

/** Where the rows that an import sets aside are written. */
export function rejectsPath(folder: string, batchId: number, sourceName: string): string {
  return join(folder, `${batchId}-${shortName(basename(sourceName).replace(/\.[^.]*$/, ''))}.rejects.csv`);
}

/** Where what a second file brings is kept beside the rows that were set aside. */
export function secondFilePath(rejects: string): string {
  return rejects.replace(/\.rejects\.csv$/, '.second.db');
}

/** Removes the rows that an import set aside, and what was kept for them. */
export function removeRejects(path: string): void {
  for (const each of [path, secondFilePath(path)]) rmSync(each, { force: true });
}

/** The first cells of a row of headings, the second of which tells what stands below it. */
export const LINE = 'line';
export const reasonHeadings: Readonly<Record<RejectHeadings, string>> = {
  record: 'reason',
  file: 'reason (the line as it stands in the file)',
  both: 'reason (the line as it stands in the file, and behind it that of the second file)',
};

/**
 * The rows an import set aside: line, reason, then the row's cells as they were, so that the file can be corrected
 * and imported again. Lines that did not become rows stand below headings of their own. It exists only once there is something
 * to write.
 */
export class RejectsFile {
  readonly path: string;
  readonly #headings: Partial<Record<RejectHeadings, readonly string[]>>;
  /** Rows in the file. */
  count: number;
  #below: RejectHeadings | null;

  constructor(path: string, { header, lineHeadings }: Pick<RowSource, 'header' | 'lineHeadings'>, count = 0) {
    this.path = path;
    this.#headings = { record: header, ...lineHeadings };
    this.count = count;
    this.#below = count > 0 && lineHeadings === undefined ? 'record' : null;
  }

  add(rejections: readonly Rejection[]): void {
    if (rejections.length === 0) return;
    if (this.count === 0) {
      writeFileSync(this.path, `\uFEFF${textOf(this.#headingsBefore('record'))}`);
      this.#below = 'record';
    }
    this.count += rejections.length;
    const byHeadings = Map.groupBy(rejections, ({ below }): RejectHeadings => below ?? 'record');
    for (const [below, rows] of byHeadings) {
      const headings = below === this.#below ? [] : this.#headingsBefore(below);
      this.#below = below;
      const cells = rows.map((row) => [row.line, row.reason, ...row.cells]);
      appendFileSync(this.path, textOf([...headings, ...cells]));
    }
  }

  /** Where the line of the second file begins, the headings of the first tell, which go before those of both. */
  #headingsBefore(below: RejectHeadings): string[][] {
    const kinds: RejectHeadings[] = below === 'both' ? ['file', 'both'] : [below];
    return kinds.map((kind) => [LINE, reasonHeadings[kind], ...(this.#headings[kind] ?? [])]);
  }
}

/** A lone carriage return would end a row for some readers, and the library does not quote it by itself. */
function textOf(rows: (string | number)[][]): string {
  return stringify(rows, { quoted_match: /\r/ });
}
