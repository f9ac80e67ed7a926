import { closeSync, openSync, writeSync } from 'node:fs';

const BUFFERED_CHARACTERS = 1 << 20;

/** Writes rows of a delimited file; what is not there is an empty cell. */
export class CsvWriter {
  readonly path: string;
  readonly #descriptor: number;
  #buffer = '';

  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, 'w');
  }

  write(cells: readonly (string | number | null)[]): void {
    this.#buffer += `${cells.map(cellText).join(',')}\n`;
    if (this.#buffer.length >= BUFFERED_CHARACTERS) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    writeSync(this.#descriptor, this.#buffer);
    this.#buffer = '';
  }
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
