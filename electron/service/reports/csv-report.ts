import { rename, rm, stat } from 'node:fs/promises';
import { explainDiskError } from '../../../db/store/disk-error.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { measures } from '../../../shared/query/measures.ts';
import type { Filter } from '../../../shared/query/report-query.ts';
import { CsvFile } from '../csv-file.ts';
import type { AskedReport } from './ask-report.ts';

export interface CsvOptions {
  byteOrderMark: boolean;
  /** Adds range, filters, definitions and row count at the foot. */
  about: boolean;
}

const ROWS_A_STEP = 5_000;

/** Writes a question as CSV in one step: columns by their names in the query language, ready to be calculated with. */
export async function writeCsvReport(
  path: string,
  asked: AskedReport,
  options: CsvOptions,
  signal: AbortSignal,
  onRows: (done: number) => void,
): Promise<{ rows: number; bytes: number }> {
  const { answer } = asked;
  return placeCsv(path, options.byteOrderMark, async (file) => {
    await file.write(answer.columns.map(({ name }) => name));
    for (const [index, row] of answer.rows.entries()) {
      if (index % ROWS_A_STEP === 0) {
        if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled. Nothing was kept of it.');
        onRows(index);
      }
      await file.write(row);
    }
    const rows = file.rows - 1;
    if (options.about) for (const line of aboutLines(asked)) await file.write(line);
    return rows;
  });
}

/** Writes a CSV file beside its place and then moves it there; nothing is left of one that failed. `write` gives the rows it wrote. */
export async function placeCsv(
  path: string,
  byteOrderMark: boolean,
  write: (file: CsvFile) => Promise<number>,
): Promise<{ rows: number; bytes: number }> {
  const beside = `${path}.${crypto.randomUUID().slice(0, 8)}.part`;
  const file = new CsvFile(beside, byteOrderMark);
  try {
    const rows = await write(file);
    await file.close();
    const { size } = await stat(beside);
    await rename(beside, path);
    return { rows, bytes: size };
  } catch (error) {
    await file.close().catch(() => {}); // what it failed with is thrown below
    await rm(beside, { force: true });
    throw explainDiskError(error);
  }
}

function aboutLines({ query, answer, warnings }: AskedReport): Cell[][] {
  const definitions = query.measures.map((name): Cell[] => [name, measures[name].formula]);
  const units = answer.columns.flatMap(({ name, type, unit }): Cell[][] => {
    // A screen writes a ratio in percent; here it stands as it is, ready to be calculated with.
    const written = type === 'ratio' ? 'fraction of 1' : unit;
    return written ? [[`unit of ${name}`, written]] : [];
  });
  return [...aboutScope(query, answer.asOf, answer.rows.length, warnings), ...definitions, ...units];
}

/** The lines at the foot: what the rows above are, as of when, and how many there should be. */
export function aboutScope(
  scope: { from?: string | undefined; to?: string | undefined; filters: Filter[]; search?: string },
  asOf: string,
  rows: number,
  warnings: readonly string[],
): Cell[][] {
  return [
    [],
    ['about this file'],
    ['from', scope.from ?? 'the first record'],
    ['to', scope.to ?? 'the last record'],
    ...scope.filters.map(({ field, in: values, not }): Cell[] => [
      not ? `${field} is not` : field,
      values.map((value) => value ?? '(not recorded)').join(', '),
    ]),
    ...(scope.search ? [['search', scope.search]] : []),
    ['as of', asOf],
    ['rows', rows],
    ...warnings.map((words): Cell[] => ['warning', words]),
  ];
}
