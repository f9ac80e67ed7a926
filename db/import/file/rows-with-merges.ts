/**
 * Rows of a sheet or page as lines of delimited text, with what is merged over several of them: a cell that reaches down stands
 * in its first row, and later rows are marked with what they have of it. What it means for them is for the profile to say.
 */
import type { MergedCell } from '../rows/record-draft.ts';
import { mergedRowText, rowText } from './row-text.ts';

interface Reach {
  /** Row of the merged cell, and the last that it covers. */
  first: number;
  last: number;
  text: string;
}

export class RowsWithMerges {
  /** Whether cells at the end of a row are left out where nothing stands in them, as workbooks do. */
  readonly #areBlanksLeftOut: boolean;
  #lines = '';
  #row = 0;
  /** Cells of the longest row so far. */
  #width = 0;
  #cells: string[] = [];
  /** By column, from 0: the cells that reach below the row they stand in. */
  readonly #reaches = new Map<number, Reach>();

  constructor({ areBlanksLeftOut }: { areBlanksLeftOut: boolean }) {
    this.#areBlanksLeftOut = areBlanksLeftOut;
  }

  /** Begins a row, by its number from 1; rows that are left out before it are blank lines. */
  beginRow(row: number): void {
    if (row > this.#row + 1) this.#lines += '\n'.repeat(row - this.#row - 1);
    this.#row = row;
    this.#cells = [];
  }

  /** What stands in a column, from 1. */
  set(column: number, text: string): void {
    this.#cells[column - 1] = text;
  }

  /** Says that the cell of a column reaches so many rows down. */
  reach(column: number, down: number): void {
    if (down > 0) this.#reaches.set(column - 1, { first: this.#row, last: this.#row + down, text: '' });
  }

  /** True where a cell above covers this one. */
  isCovered(column: number): boolean {
    const reach = this.#reaches.get(column - 1);
    return reach !== undefined && reach.first < this.#row && reach.last >= this.#row;
  }

  endRow(): void {
    const cells = this.#cells;
    const merged = this.#mergedHere(cells);
    if (this.#areBlanksLeftOut) this.#fitToTable(cells);
    const row = Array.from(cells, (cell) => cell ?? '');
    this.#lines +=
      merged.length > 0 && row.some((cell) => cell.trim() !== '') ? mergedRowText(row, merged) : rowText(row);
  }

  /** The lines that are complete. */
  take(): string {
    const lines = this.#lines;
    this.#lines = '';
    return lines;
  }

  /** The next table has cells of its own. */
  endReaches(): void {
    this.#reaches.clear();
  }

  #fitToTable(cells: string[]): void {
    // A style may reach to the last column of a sheet where nothing stands.
    while (cells.length > 0 && !cells.at(-1)) cells.pop();
    this.#width = Math.max(this.#width, cells.length);
    if (cells.length > 0) cells.length = this.#width;
  }

  #mergedHere(cells: readonly string[]): MergedCell[] {
    const merged: MergedCell[] = [];
    for (const [at, reach] of this.#reaches) {
      if (reach.last < this.#row) this.#reaches.delete(at);
      else if (reach.first === this.#row) reach.text = cells[at] ?? '';
      else if (reach.text !== '' && !cells[at]) merged.push({ at, text: reach.text, from: reach.first });
    }
    return merged;
  }
}
