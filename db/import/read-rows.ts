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
import { AppError } from '../../shared/lib/app-error.ts';
import { readText, type TextReading } from './read-text.ts';
import type { CsvRow } from './record-draft.ts';

const BATCH_ROWS = 5_000;
const LONGEST_ROW = 256 * 1024;
const MOST_OPEN_QUOTES = 1_000;

const NEVER_CLOSED = 'a quote is opened in this line and never closed';
const TEXT_AFTER_QUOTE = 'text follows the quote that closes a cell of this line';

interface ParsedChunk {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
}

/**
 * Streams the rows of a delimited file in batches, the header being the first row. Blank rows are skipped but
 * counted as lines. `onBytes` hears the bytes read so far. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words.
 */
export async function* readCsvRows(
  path: string,
  options: { delimiter: string; headerLine?: number } & TextReading,
  onBytes?: (bytesRead: number) => void,
): AsyncGenerator<CsvRow[]> {
  const splitter = createRowSplitter(options.delimiter);
  let anyRow = false;
  for await (const text of readText(path, options, onBytes)) {
    for (const batch of inBatches(fromHeader(splitter.add(text), options.headerLine))) {
      anyRow = true;
      yield batch;
    }
  }
  for (const batch of inBatches(fromHeader(splitter.end(), options.headerLine))) {
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

/** Splits text that arrives in pieces (line breaks LF) into rows. */
export function createRowSplitter(delimiter: string): RowSplitter {
  let kept = '';
  let line = 1;
  let openQuotes = 0;

  const parse = (keepLastRow: boolean, preview = 0): ParsedChunk =>
    new Papa.Parser({ delimiter, newline: '\n', preview }).parse(kept, 0, keepLastRow) as ParsedChunk;

  function take(rows: CsvRow[], parsed: ParsedChunk): void {
    line = appendRows(rows, parsed.data, line, kept.includes('"'));
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

  return {
    isBetweenRows: () => kept === '',
    passLine: () => {
      line += 1;
    },
    line: () => line,
    add(text) {
      const rows: CsvRow[] = [];
      kept += text;
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

/** The first row with a cell that goes on after its closing quote and over the end of a line; -1 when there is none. */
function firstRunOn({ data, errors }: ParsedChunk): number {
  for (const { code, row = -1 } of errors) {
    const cells = code === 'InvalidQuotes' ? data[row] : undefined;
    if (cells && breaksInside(cells) > 0) return row;
  }
  return -1;
}

/** Appends the rows that are not blank; returns the line after the last one. */
function appendRows(rows: CsvRow[], parsed: string[][], firstLine: number, mayBreakInside: boolean): number {
  let line = firstLine;
  for (const cells of parsed) {
    if (!isBlank(cells)) rows.push({ line, cells });
    line += 1;
    if (mayBreakInside) line += breaksInside(cells);
  }
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
