/**
 * 1. Every usual delimiter, with every quote and escaping that the text shows, cuts the first lines as an import would; the one
 *    that makes most rows of equally many cells is taken, and of two such the one with more cells.
 * 2. Rare delimiters are tried only where no usual one does, as they stand within texts and numbers as well.
 */
import { plainDialect, type TextDialect } from '../../../shared/import/formats.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { createRowSplitter } from '../rows/read-rows.ts';
import type { CsvRow } from '../rows/record-draft.ts';

export const usualDelimiters = [',', ';', '\t', '|'] as const;
export const rareDelimiters = [
  ...['^', '~', '\x01', '\x1f', '\x1e', '\x02', '¦', '§', '¬', '#', '!', '*', '$', '&', '@', '%', '='],
  ...[' : ', ' / ', ' - '],
] as const;

const MOST_LINES = 1_000;
const EVEN = 0.9;
/** A rare delimiter must cut nearly everything, and not just in two. */
const EVEN_WHEN_RARE = 0.98;
const LEAST_CELLS_WHEN_RARE = 3;

/** What a way to cut lines makes of them. */
export interface Cut extends TextDialect {
  /** Cells that most rows have. */
  cells: number;
  rows: number;
  /** The share of rows that have so many. */
  even: number;
  /** The same from the first of them on: what stands above is a title. */
  evenBelow: number;
}

export interface DialectGuess {
  chosen: Cut;
  /** Another usual delimiter that cuts the rows as evenly into fewer cells; null where there is none. */
  rival: string | null;
}

/** How the cells of a text (line breaks LF) are kept apart; what a person chose holds. */
export function sniffDialect(sample: string, choice: Partial<TextDialect> = {}): DialectGuess {
  const text = firstLines(sample);
  const cutBy = (delimiter: string) => bestCut(text, delimiter, choice);
  if (choice.delimiter !== undefined) return { chosen: cutBy(choice.delimiter), rival: null };
  const usual = usualDelimiters.map(cutBy).sort((a, b) => score(b) - score(a));
  const [best = { ...plainDialect, cells: 1, rows: 0, even: 0, evenBelow: 0 }, ...others] = usual;
  if (isTable(best)) {
    const rival = others.find((cut) => isTable(cut) && cut.even >= best.even);
    return { chosen: doubled(text, best, cutBy), rival: rival?.delimiter ?? null };
  }
  const rare = rareDelimiters.filter((delimiter) => text.includes(delimiter)).map(cutBy);
  const [bestRare] = rare
    .filter(({ cells, even }) => cells >= LEAST_CELLS_WHEN_RARE && even >= EVEN_WHEN_RARE)
    .sort((a, b) => score(b) - score(a));
  return { chosen: bestRare ?? best, rival: null };
}

/** The delimiter of a sample of text, ',' when nothing cuts it. */
export function sniffDelimiter(sample: string): string {
  return sniffDialect(sample).chosen.delimiter;
}

function firstLines(sample: string): string {
  let end = 0;
  for (let line = 0; line < MOST_LINES; line += 1) {
    const found = sample.indexOf('\n', end);
    if (found < 0) return line > 1 ? sample.slice(0, end) : sample; // the last line may have been cut off by the end of the sample
    end = found + 1;
  }
  return sample.slice(0, end);
}

function isTable({ cells, even }: Cut): boolean {
  return cells > 1 && even > EVEN;
}

function score({ cells, even }: Cut): number {
  return cells < 2 ? 0 : even + (even > EVEN ? 1 : 0) + Math.min(cells, 500) / 1_000;
}

/** A delimiter that only ever stands twice is written twice. */
function doubled(text: string, cut: Cut, cutBy: (delimiter: string) => Cut): Cut {
  const { delimiter } = cut;
  const twice = delimiter + delimiter;
  if (cut.rows < 2 || delimiter === '\t' || text.split(twice).join('').includes(delimiter)) return cut;
  const other = cutBy(twice);
  return isTable(other) ? other : cut;
}

/** The quote and escaping with which a delimiter cuts most evenly; the usual ones where nothing else shows. */
function bestCut(text: string, delimiter: string, choice: Partial<TextDialect>): Cut {
  const quotes = choice.quote === undefined ? quotesIn(text, delimiter) : [choice.quote];
  const cuts = quotes.flatMap((quote) => {
    const escapes = choice.escaping === undefined ? escapesIn(text, delimiter, quote) : [choice.escaping];
    return escapes.map((escaping) => cutOf(text, { delimiter, quote, escaping }));
  });
  return cuts.reduce((best, cut) => (cut.even > best.even ? cut : best));
}

/** Quotes that surround cells, those first that are to be preferred. */
function quotesIn(text: string, delimiter: string): TextDialect['quote'][] {
  if (!surrounds(text, "'", delimiter)) return ['"'];
  return surrounds(text, '"', delimiter) ? ['"', "'"] : ["'", '"'];
}

function surrounds(text: string, quote: string, delimiter: string): boolean {
  const edge = escaped(delimiter);
  return new RegExp(`(?:^|${edge})${quote}(?:[^${quote}]|${quote}${quote})*${quote}(?=${edge}|$)`, 'm').test(text);
}

/** Escapes that a text shows, those first that are to be preferred. */
function escapesIn(text: string, delimiter: string, quote: string): TextDialect['escaping'][] {
  if (quote !== '' && new RegExp(`\\\\${quote}(?!${escaped(delimiter)}|$)`, 'm').test(text))
    return ['backslash', 'doubled'];
  return text.includes(`\\${delimiter}`) || text.includes('\\\n') ? ['doubled', 'backslash'] : ['doubled'];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function cutOf(text: string, dialect: TextDialect): Cut {
  const rows = rowsOf(text, dialect);
  const counts = new Map<number, number>();
  for (const { cells, problem } of rows) {
    if (problem === undefined) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  // Of two counts as frequent that of the first row.
  let most = rows[0]?.cells.length ?? 1;
  for (const [cells, count] of counts) if (count > (counts.get(most) ?? 0)) most = cells;
  const fitting = counts.get(most) ?? 0;
  const above = rows.findIndex(({ cells, problem }) => cells.length === most && problem === undefined);
  const below = rows.length - Math.max(0, above);
  return {
    ...dialect,
    cells: most,
    rows: below,
    even: fitting / Math.max(1, rows.length),
    evenBelow: fitting / Math.max(1, below),
  };
}

/** The rows of a text; none where it opens so many quotes that it is none of this dialect. */
function rowsOf(text: string, dialect: TextDialect): CsvRow[] {
  const splitter = createRowSplitter(dialect);
  try {
    return [...splitter.add(text), ...splitter.end()];
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}
