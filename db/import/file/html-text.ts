/**
 * The tables of a page as delimited text: what many systems write under the name of a workbook (.xls). A cell that spans
 * columns or rows stands in the first of its places and leaves the others blank; rows below tell what reaches into them.
 */
import { basename } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import { RowsWithMerges } from './rows-with-merges.ts';
import { textsOf } from './texts.ts';
import { notUtf8 } from './unreadable.ts';

const LONGEST_TEXT = 256 * 1024;
const MOST_COLUMNS = 16_384;
const CELLS = new Set(['td', 'th']);
/** Where a tag begins; any other '<' is text. */
const TAG = /<[a-z/!?]/i;
/** What stands in these is no text of a cell. */
const SILENT = new Set(['style', 'script', 'head', 'title']);

const NAMED: Record<string, string> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  deg: '°',
  micro: 'µ',
  euro: '€',
  ndash: '–',
  minus: '−',
  sup2: '²',
  sup3: '³',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
};

/** The rows of every table of a page one after the other. Throws FILE_NOT_TABULAR where it has none. */
export async function* htmlAsText(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const rows = new PageRows();
  let hasRows = false;
  for await (const text of textsOf(chunks, () => notUtf8(path))) {
    rows.add(text);
    const lines = rows.take();
    if (lines === '') continue;
    hasRows = true;
    yield Buffer.from(lines, 'utf8');
  }
  rows.end();
  const last = rows.take();
  if (last !== '') yield Buffer.from(last, 'utf8');
  if (hasRows || last !== '') return;
  throw new AppError(
    'FILE_NOT_TABULAR',
    `'${basename(path)}' is a page without a table that has rows. Export it as CSV, or as .xlsx, and import that.`,
  );
}

class PageRows {
  readonly #rows = new RowsWithMerges({ areBlanksLeftOut: false });
  #kept = '';
  #row = 0;
  #isInRow = false;
  /** The last column of the row that is taken. */
  #column = 0;
  #cell: string | null = null;
  #columnOfCell = 0;
  #silent = '';

  add(text: string): void {
    this.#kept += text;
    for (;;) {
      const open = this.#kept.search(TAG);
      const close = open < 0 ? -1 : endOfTag(this.#kept, open);
      if (open < 0 || close < 0) {
        if (this.#kept.length > LONGEST_TEXT) throw tooLong();
        return;
      }
      this.#text(this.#kept.slice(0, open));
      this.#tag(this.#kept.slice(open, close));
      this.#kept = this.#kept.slice(close);
    }
  }

  /** Ends a row that was left open. */
  end(): void {
    this.#endRow();
  }

  /** The lines that are complete. */
  take(): string {
    return this.#rows.take();
  }

  #text(text: string): void {
    if (this.#cell !== null && this.#silent === '') this.#cell += decoded(text.replace(/\s+/g, ' '));
  }

  #tag(tag: string): void {
    const [, slash, written = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? [];
    const name = written.toLowerCase();
    if (SILENT.has(name)) this.#silent = slash === '/' ? '' : name;
    else if (name === 'br' && this.#cell !== null) this.#cell += '\n';
    else if (CELLS.has(name)) {
      this.#endCell();
      if (slash === '') this.#beginCell(tag);
    } else if (name === 'tr' || name === 'table') {
      this.#endRow();
      if (name === 'table') this.#rows.endReaches();
      else if (slash === '') this.#beginRow();
    }
  }

  #beginRow(): void {
    this.#row += 1;
    this.#column = 0;
    this.#isInRow = true;
    this.#rows.beginRow(this.#row);
  }

  #beginCell(tag: string): void {
    if (!this.#isInRow) this.#beginRow();
    this.#passCovered();
    const columns = span(tag, 'colspan');
    const down = span(tag, 'rowspan') - 1;
    this.#columnOfCell = this.#column + 1;
    for (let left = columns; left > 0; left -= 1) {
      this.#column += 1;
      this.#rows.set(this.#column, '');
      this.#rows.reach(this.#column, down);
    }
    this.#cell = '';
  }

  #passCovered(): void {
    while (this.#rows.isCovered(this.#column + 1) && this.#column < MOST_COLUMNS) {
      this.#column += 1;
      this.#rows.set(this.#column, '');
    }
  }

  #endCell(): void {
    if (this.#cell !== null) this.#rows.set(this.#columnOfCell, this.#cell.trim());
    this.#cell = null;
  }

  #endRow(): void {
    this.#endCell();
    if (!this.#isInRow) return;
    this.#passCovered();
    this.#rows.endRow();
    this.#isInRow = false;
  }
}

/** After the '>' of a tag, or of a comment; -1 when that has not come yet. */
function endOfTag(text: string, open: number): number {
  if (text.startsWith('<!--', open)) {
    const end = text.indexOf('-->', open);
    return end < 0 ? -1 : end + 3;
  }
  const tag = /<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y;
  tag.lastIndex = open;
  if (tag.test(text)) return tag.lastIndex;
  const close = text.indexOf('>', open);
  return close < 0 || text.indexOf('<', close) < 0 ? -1 : close + 1; // a quote that is not closed ends with its tag
}

function span(tag: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(tag);
  return Math.min(MOST_COLUMNS, Math.max(1, Number(found?.[1] ?? 1)));
}

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z0-9]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function tooLong(): AppError {
  return new AppError(
    'FILE_NOT_TABULAR',
    'The page holds a text that is too long for a cell. Export the table as CSV.',
  );
}
