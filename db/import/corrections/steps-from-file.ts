/** A rejects file that was corrected in an editor or a spreadsheet, brought back as steps by the lines that it names. */
import { basename } from 'node:path';
import { type CorrectionStep, type RejectHeadings, rejectHeadings } from '../../../shared/import/corrections.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { sniffDelimiter } from '../file/dialect.ts';
import { lookIntoFile } from '../file/look-into.ts';
import { LINE, reasonHeadings } from '../rejects.ts';
import { columnNames } from '../rows/columns.ts';
import { readCsvRows } from '../rows/read-rows.ts';
import { readText } from '../rows/read-text.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import type { CorrectionsOfBatch } from './corrections-of-batch.ts';
import { type RejectedRow, type RejectedRows, readRejectedRows } from './rejected-rows.ts';

export interface StepsFromFile {
  steps: CorrectionStep[];
  /** Rows of the file whose line was not set aside, or was corrected before. */
  unknown: number;
}

/** The line and the reason. */
const COLUMNS_OF_OURS = 2;

/**
 * What was changed in the rows of a file, whatever program wrote it: other delimiters and encodings, rows left out or in
 * another order, and columns in another order are all the same. Throws FILE_NOT_TABULAR where lines or columns are missing.
 */
export async function stepsFromFile(of: CorrectionsOfBatch, path: string): Promise<StepsFromFile> {
  const rejected = readRejectedRows(of.rejectsPath);
  const waiting = rowsByLine(rejected.rows, new Set(of.corrected));
  const steps: CorrectionStep[] = [];
  let unknown = 0;
  let places: Places | null = null;
  for await (const batch of rowsOf(path)) {
    for (const row of batch) {
      const below = headingsIn(row);
      if (below !== null || places === null) {
        places = placesOf(row, below ?? 'record', rejected.headings, path);
        continue;
      }
      const set = waiting.get(keyOf(places.below, Number(row.cells[places.line])))?.shift();
      if (set === undefined) unknown += 1;
      else {
        const cells = cellsAt(row, places, set.cells);
        if (cells !== null) steps.push({ type: 'row', row: set.row, cells });
      }
    }
  }
  return { steps, unknown };
}

async function* rowsOf(path: string): AsyncGenerator<CsvRow[]> {
  const reading = await lookIntoFile(path, {});
  for await (const sample of readText(path, reading)) {
    yield* readCsvRows(path, { ...reading, delimiter: sniffDelimiter(sample) });
    return;
  }
}

/** One line may have made several rows; they come back in the order in which they were set aside. */
function rowsByLine(rows: readonly RejectedRow[], corrected: ReadonlySet<number>): Map<string, RejectedRow[]> {
  return Map.groupBy(
    rows.filter(({ row }) => !corrected.has(row)),
    ({ below, line }) => keyOf(below, line),
  );
}

/** Rows that somebody sorted in among others, below headings that are not theirs, are none that are known. */
function keyOf(below: RejectHeadings, line: number): string {
  return `${below} ${line}`;
}

/** What stands below a row of headings; null for a row of data. */
function headingsIn({ cells }: CsvRow): RejectHeadings | null {
  const written = cells.map((cell) => cell.trim().toLowerCase());
  if (!written.includes(LINE)) return null;
  return rejectHeadings.find((each) => written.includes(reasonHeadings[each])) ?? null;
}

interface Places {
  below: RejectHeadings;
  line: number;
  /** Of every column of the file that was imported. */
  columns: number[];
  /** Where cells stand that are beyond its columns. */
  beyond: number;
}

function placesOf(header: CsvRow, below: RejectHeadings, headings: RejectedRows['headings'], path: string): Places {
  const columns = columnNames(headings[below] ?? []);
  const all = header.cells.map((cell) => cell.trim());
  // A program that fills rows up to the longest does so with the headings too, where cells are beyond the columns.
  const end = all.findLastIndex((cell) => cell !== '') + 1;
  const written = all.slice(0, Math.max(end, COLUMNS_OF_OURS + columns.length));
  const line = written.findIndex((cell) => cell.toLowerCase() === LINE);
  const reason = written.findIndex((cell) => cell.toLowerCase() === reasonHeadings[below]);
  const own = written.flatMap((_, at) => (at === line || at === reason ? [] : [at]));
  const names = columnNames(own.map((at) => written[at] ?? ''));
  const found = columns.map((name) => own[names.indexOf(name)]);
  const missing = columns.filter((_, at) => found[at] === undefined);
  if (line < 0 || missing.length > 0) {
    const lacking = line < 0 ? 'line' : missing.join("', '");
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${basename(path)}' has no column '${lacking}', by which its rows are known. Nothing was imported; save the rejects file with all its columns after correcting it.`,
    );
  }
  return { below, line, columns: found.filter((at) => at !== undefined), beyond: written.length };
}

/** The cells of a row; null where nothing was changed. Programs fill short rows up with empty cells. */
function cellsAt({ cells }: CsvRow, places: Places, before: readonly string[]): string[] | null {
  const read = [...places.columns.map((at) => cells[at] ?? ''), ...cells.slice(places.beyond)];
  const end = (list: readonly string[]) => list.findLastIndex((cell) => cell !== '') + 1;
  const isSame = end(read) === end(before) && before.every((cell, at) => (read[at] ?? '') === cell);
  return isSame ? null : read.slice(0, Math.max(places.columns.length, end(read)));
}
