import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Stringifier, stringify } from 'csv-stringify';
import { startsFormula } from '../../shared/lib/formula-start.ts';
import type { Cell } from '../../shared/query/answer.ts';

/** Text as a spreadsheet shows it rather than runs it; numbers stay numbers. */
export function safeCell(cell: Cell): string | number | null {
  return typeof cell === 'string' && startsFormula(cell) ? `'${cell}` : cell;
}

/** A CSV file written row by row, waiting when the disk is slower. */
export class CsvFile {
  // The library quotes what holds its own end of line; a lone line feed within a note would end a row as well.
  readonly #stringifier: Stringifier = stringify({ record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
  readonly #written: Promise<void>;
  rows = 0;

  constructor(path: string, byteOrderMark: boolean) {
    const file = createWriteStream(path, { flush: true });
    if (byteOrderMark) file.write('\uFEFF');
    this.#written = finished(this.#stringifier.pipe(file));
    this.#written.catch(() => {}); // told by close(), which everyone calls
  }

  async write(cells: readonly Cell[]): Promise<void> {
    this.rows++;
    if (!this.#stringifier.write(cells.map(safeCell)))
      await Promise.race([once(this.#stringifier, 'drain'), this.#written]);
  }

  /** Settles when everything is on disk; throws what writing failed with. */
  async close(): Promise<void> {
    this.#stringifier.end();
    await this.#written;
  }
}
