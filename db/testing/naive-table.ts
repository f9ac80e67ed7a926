/**
 * A slow and plain reader of delimited text, for comparing: it shares nothing with the one that imports, and says nothing
 * where what stands there can be taken in more than one way.
 */
export interface NaiveRow {
  /** Line on which it begins; the first is 1. */
  line: number;
  cells: string[];
}

export interface NaiveTable {
  rows: NaiveRow[];
  /** False where quotes are not as they should be: from there on nothing can be told. */
  isWhole: boolean;
}

/** Rows of a text, blank ones left out, character by character. Of a text that was made of rows, rows are counted and not lines. */
export function readNaively(text: string, delimiter: string, isMadeOfRows = false): NaiveTable {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const rows: NaiveRow[] = [];
  let at = 0;
  let line = 1;
  while (at < plain.length) {
    const row = readRow(plain, at, delimiter);
    if (row === null) return { rows, isWhole: false };
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: row.cells });
    line += isMadeOfRows ? 1 : plain.slice(at, row.end).split('\n').length - 1;
    at = row.end;
  }
  return { rows, isWhole: true };
}

/** The cells of the row that begins at `from`, and where the next begins; null where a quote is out of place. */
function readRow(text: string, from: number, delimiter: string): { cells: string[]; end: number } | null {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, delimiter);
    if (cell === null) return null;
    cells.push(cell.content);
    at = cell.end;
    if (at >= text.length) return { cells, end: at };
    if (text[at] === '\n') return { cells, end: at + 1 };
    if (text[at] !== delimiter) return null;
    at += 1;
  }
}

function readQuoted(text: string, from: number): { content: string; end: number } | null {
  let content = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') content += text[at];
    else if (text[at + 1] === '"') {
      content += '"';
      at += 1;
    } else return { content, end: at + 1 };
  }
  return null;
}

function readPlain(text: string, from: number, delimiter: string): { content: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== delimiter) end += 1;
  return { content: text.slice(from, end), end };
}

/** Millionths of a number that is written in the plainest way, with this decimal mark; null for any other text. */
export function millionthsNaively(cell: string, decimalMark: string): bigint | null {
  const [whole = '', fraction = '', ...rest] = cell.split(decimalMark);
  const isPlain = rest.length === 0 && /^[0-9]{1,9}$/.test(whole) && /^[0-9]{0,6}$/.test(fraction);
  return isPlain && !cell.endsWith(decimalMark) ? BigInt(whole + fraction.padEnd(6, '0')) : null;
}

/** Days since 1970-01-01 of an ISO date of the calendar; null for any other text. */
export function dayNaively(cell: string): number | null {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(cell)) return null;
  const date = new Date(`${cell}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(cell) ? date.getTime() / 86_400_000 : null;
}
