/**
 * 1. The parser is fed with chunks and keeps back the last, unfinished row, so memory stays flat and the consumer
 *    sets the pace: nothing is read until the next batch is asked for.
 * 2. Line breaks arrive as LF only, so the line of a row is the running count of breaks, those inside quotes included.
 * 3. A quote that is never closed would swallow the rest of the file. When a row grows past a limit, or the file ends
 *    inside it, its first line is handed on as a row with a problem and reading goes on at the next line. So it does
 *    where text follows a closing quote and the cell then runs on into other lines, which would be lost in it.
 */
import { basename } from 'node:path';
import Papa from 'papaparse';
import { plainDialect } from '../../../shared/import/formats.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { unmarked } from '../file/row-text.ts';
import { type Settled, settleReading } from '../file/settle.ts';
import { type ParsedChunk, parseEscaped } from './escaped-cells.ts';
import { readText, type TextReading } from './read-text.ts';
import type { CsvRow } from './record-draft.ts';

const BATCH_ROWS = 5_000;
const LONGEST_ROW = 256 * 1024;
const MOST_OPEN_QUOTES = 1_000;

const NEVER_CLOSED = 'a quote is opened in this line and never closed';
const TEXT_AFTER_QUOTE = 'text follows the quote that closes a cell of this line';

/** How programs write a text so that a spreadsheet keeps its zeros: "=""007""", or ="007" without quotes around it. */
const AS_FORMULA = '="';
const FORMULA = /^\s*="((?:[^"]|"")*)"\s*$/;

/** Stands for a quote where there is none: text holds no such character. */
const NO_QUOTE = '\0';

/**
 * Streams the rows of a delimited file in batches, the header being the first row. Blank rows are skipped but
 * counted as lines. `onBytes` hears the bytes read so far. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words.
 */
export async function* readCsvRows(
  path: string,
  options: TextReading & Partial<Settled>,
  onBytes?: (bytesRead: number) => void,
): AsyncGenerator<CsvRow[]> {
  const settled = await settleReading(path, options);
  const splitter = createRowSplitter(settled);
  let anyRow = false;
  for await (const text of readText(path, settled, onBytes)) {
    for (const batch of inBatches(fromHeader(splitter.add(text), settled.headerLine))) {
      anyRow = true;
      yield batch;
    }
  }
  for (const batch of inBatches(fromHeader(splitter.end(), settled.headerLine))) {
    anyRow = true;
    yield batch;
  }
  if (!anyRow) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `The file '${basename(path)}' holds no rows, only blank lines. Export it again and check that it has rows.`,
    );
  }
}

export interface RowSplitter {
  add(text: string): CsvRow[];
  /** Gives what was kept back. */
  end(): CsvRow[];
  /** True between two rows: nothing is kept back. */
  isBetweenRows(): boolean;
  /** Counts a line that was read by other means. */
  passLine(): void;
  /** The line on which what comes next begins. */
  line(): number;
}

/**
 * Splits text that arrives in pieces (line breaks LF) into rows. Names that stand before the first line are in line 0; text
 * that was made of a table counts its rows, whatever breaks their cells hold.
 */
export function createRowSplitter({ format = 'csv', headerLine = 1, ...written }: Partial<Settled>): RowSplitter {
  const { delimiter, quote, escaping } = { ...plainDialect, ...written };
  const isMade = format !== 'csv';
  const parser = { delimiter, newline: '\n' as const, quoteChar: quote || NO_QUOTE };
  let kept = '';
  let line = headerLine === 0 ? 0 : 1;
  let openQuotes = 0;

  const parse = (keepLastRow: boolean, preview = 0): ParsedChunk =>
    escaping === 'backslash'
      ? parseEscaped(kept, { delimiter, quote }, !keepLastRow, preview)
      : (new Papa.Parser({ ...parser, preview }).parse(kept, 0, keepLastRow) as ParsedChunk);

  function take(rows: CsvRow[], parsed: ParsedChunk): void {
    const mayBreakInside = !isMade && quote !== '' && kept.includes(quote);
    const from = rows.length;
    if (!isMade && kept.includes(AS_FORMULA)) parsed.data.forEach(unwrapFormulas);
    line = appendRows(rows, parsed, line, mayBreakInside);
    for (let at = from; isMade && at < rows.length; at += 1) rows[at] = unmarked(rows[at] as CsvRow);
    kept = kept.slice(parsed.meta.cursor);
  }

  function takeComplete(rows: CsvRow[]): void {
    let parsed = parse(true);
    for (let broken = firstRunOn(parsed); broken >= 0; broken = firstRunOn(parsed)) {
      if (broken > 0) take(rows, parse(true, broken));
      takeBrokenLine(rows, TEXT_AFTER_QUOTE);
      parsed = parse(true);
    }
    take(rows, parsed);
  }

  function takeBrokenLine(rows: CsvRow[], problem = NEVER_CLOSED): void {
    const end = kept.indexOf('\n');
    const firstLine = end < 0 ? kept : kept.slice(0, end);
    if (firstLine.length > LONGEST_ROW) {
      throw new AppError(
        'FILE_NOT_TABULAR',
        `Line ${line} is too long to be a row. Check that the file is a CSV file.`,
      );
    }
    openQuotes += 1;
    if (openQuotes > MOST_OPEN_QUOTES) {
      throw new AppError(
        'FILE_NOT_TABULAR',
        `More than ${MOST_OPEN_QUOTES} lines (the last is ${line}) open a quote that is never closed. Export the file again with quotes doubled inside quoted cells.`,
      );
    }
    rows.push({ line, cells: firstLine.split(delimiter), problem });
    kept = end < 0 ? '' : kept.slice(end + 1);
    line += 1;
  }

  /** The parser takes a hundred times as long for them, and there may be millions. */
  function passBlankLines(text: string): string {
    let blank = 0;
    while (text[blank] === '\n') blank += 1;
    line += blank;
    return text.slice(blank);
  }

  return {
    isBetweenRows: () => kept === '',
    passLine: () => {
      line += 1;
    },
    line: () => line,
    add(text) {
      const rows: CsvRow[] = [];
      kept += kept === '' ? passBlankLines(text) : text;
      takeComplete(rows);
      while (kept.length > LONGEST_ROW) {
        takeBrokenLine(rows);
        takeComplete(rows);
      }
      return rows;
    },
    end() {
      const rows: CsvRow[] = [];
      for (takeComplete(rows); kept !== ''; takeComplete(rows)) {
        const parsed = parse(false);
        const isOpen = parsed.errors.some((error) => error.code === 'MissingQuotes');
        if (isOpen) takeBrokenLine(rows);
        else if (firstRunOn(parsed) >= 0) takeBrokenLine(rows, TEXT_AFTER_QUOTE);
        else take(rows, parsed);
      }
      return rows;
    },
  };
}

/** Replaces formulas that are nothing but a text by that. */
function unwrapFormulas(cells: string[]): void {
  cells.forEach((cell, at) => {
    const text = FORMULA.exec(cell)?.[1];
    if (text !== undefined) cells[at] = text.replaceAll('""', '"');
  });
}

/** The first row with a cell that goes on after its closing quote and over the end of a line; -1 when there is none. */
function firstRunOn({ data, errors }: ParsedChunk): number {
  for (const { code, row = -1 } of errors) {
    const cells = code === 'InvalidQuotes' ? data[row] : undefined;
    if (cells && breaksInside(cells) > 0) return row;
  }
  return -1;
}

/** Appends the rows that are not blank; returns the line after the last one. */
function appendRows(
  rows: CsvRow[],
  { data, heights }: ParsedChunk,
  firstLine: number,
  mayBreakInside: boolean,
): number {
  let line = firstLine;
  data.forEach((cells, at) => {
    if (!isBlank(cells)) rows.push({ line, cells });
    line += heights?.[at] ?? 1;
    if (heights === undefined && mayBreakInside) line += breaksInside(cells);
  });
  return line;
}

function isBlank(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function breaksInside(cells: string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}

function fromHeader(rows: CsvRow[], headerLine = 1): CsvRow[] {
  const isPast = (rows[0]?.line ?? headerLine) >= headerLine;
  return isPast ? rows : rows.filter(({ line }) => line >= headerLine);
}

function* inBatches(rows: CsvRow[]): Generator<CsvRow[]> {
  if (rows.length <= BATCH_ROWS) {
    if (rows.length > 0) yield rows;
    return;
  }
  for (let from = 0; from < rows.length; from += BATCH_ROWS) yield rows.slice(from, from + BATCH_ROWS);
}
