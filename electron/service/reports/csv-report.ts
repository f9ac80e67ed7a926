import { writeWholeFile } from '../../../db/reports/whole-file.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { Cell, Column } from '../../../shared/query/answer.ts';
import { type Measure, measures } from '../../../shared/query/measures.ts';
import type { ReportQuery } from '../../../shared/query/report-query.ts';
import { conditionInWords } from '../../../shared/text/record-conditions.ts';
import { usualLocale } from '../../../shared/text/report.ts';
import { CsvFile } from '../csv-file.ts';
import type { AskedReport } from './ask-report.ts';
import { differenceOf, shareOfChange } from './compared-rows.ts';
import { comparedWarnings, comparisonLines } from './comparison-content.ts';

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
    const beside = columnsBeside(asked);
    await file.write(
      withBeside(
        answer,
        beside,
        ({ name }) => name,
        ({ name }) => name,
      ),
    );
    for (const [index, row] of answer.rows.entries()) {
      if (index % ROWS_A_STEP === 0) {
        if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled. Nothing was kept of it.');
        onRows(index);
      }
      await file.write(
        withBeside(
          answer,
          beside,
          (_, at) => row[at] ?? null,
          ({ cells }) => cells[index] ?? null,
        ),
      );
    }
    const rows = file.rows - 1;
    if (options.about) for (const line of aboutLines(asked)) await file.write(line);
    return rows;
  });
}

/** A column beside that of a measure: what it is compared with, by a name of its own. */
interface BesideColumn {
  measure: Measure;
  name: string;
  cells: readonly Cell[];
}

/** What each measure is compared with, the difference and, of what is no ratio, the change; as they are calculated with. */
function columnsBeside({ answer, compared }: AskedReport): BesideColumn[] {
  return (compared?.measures ?? []).flatMap(({ measure, values }): BesideColumn[] => {
    const at = answer.columns.findIndex(({ name }) => name === measure);
    const now = answer.rows.map((row) => row[at]).map((cell) => (typeof cell === 'number' ? cell : null));
    const told = (read: typeof differenceOf) => now.map((value, index) => read(measure, value, values[index] ?? null));
    return [
      { measure, name: `${measure}.compared`, cells: values },
      { measure, name: `${measure}.difference`, cells: told(differenceOf) },
      ...(measures[measure].kind === 'ratio'
        ? []
        : [{ measure, name: `${measure}.change`, cells: told(shareOfChange) }]),
    ];
  });
}

/** A line of the file: the columns of the answer, each with those beside it. */
function withBeside<Held>(
  { columns }: AskedReport['answer'],
  beside: readonly BesideColumn[],
  own: (column: Column, at: number) => Held,
  ofBeside: (column: BesideColumn) => Held,
): Held[] {
  return columns.flatMap((column, at) => [
    own(column, at),
    ...beside.filter(({ measure }) => measure === column.name).map(ofBeside),
  ]);
}

/** Writes a CSV file beside its place and then moves it there; nothing is left of one that failed. `write` gives the rows it wrote. */
export async function placeCsv(
  path: string,
  byteOrderMark: boolean,
  write: (file: CsvFile) => Promise<number>,
): Promise<{ rows: number; bytes: number }> {
  return writeWholeFile(path, async (beside) => {
    const file = new CsvFile(beside, byteOrderMark);
    try {
      const rows = await write(file);
      await file.close();
      return { rows };
    } catch (error) {
      await file.close().catch(() => {}); // what it failed with is thrown
      throw error;
    }
  });
}

const sides = { lower: 'lower limit', target: 'target', upper: 'upper limit' };

function aboutLines(asked: AskedReport): Cell[][] {
  const { query, answer, totals, compared, specifications, warnings } = asked;
  const definitions = query.measures.map((name): Cell[] => [name, measures[name].formula]);
  const units = answer.columns.flatMap(({ name, type, unit }): Cell[][] => {
    // A screen writes a ratio in percent; here it stands as it is, ready to be calculated with.
    const written = type === 'ratio' ? 'fraction of 1' : unit;
    return written ? [[`unit of ${name}`, written]] : [];
  });
  const limits = specifications.flatMap(({ measure, item, line, since, ...asked }): Cell[][] => {
    const of = [measure, item, line].filter((part) => part !== null).join(', ');
    const from = since === null ? '' : ` from ${since}`;
    return (['lower', 'target', 'upper'] as const).flatMap((side): Cell[][] =>
      asked[side] === null ? [] : [[`${sides[side]} of ${of}${from}`, asked[side]]],
    );
  });
  const english = { language: 'en', locale: usualLocale.en } as const;
  const comparison = comparisonLines(asked, english).map(({ cells }): Cell[] => [
    'comparison',
    cells[0]?.value ?? null,
  ]);
  const wholes = (compared?.measures ?? []).flatMap(({ measure, whole }): Cell[][] => [
    [`whole of ${measure}`, totals.find((total) => total.measure === measure)?.ofRecords ?? null],
    [`whole of ${measure}.compared`, whole],
  ]);
  const worthKnowing = [...warnings, ...comparedWarnings(asked, 'en')];
  const scope = aboutScope(query, answer.asOf, answer.rows.length, worthKnowing);
  return [...scope, ...comparison, ...wholes, ...definitions, ...units, ...limits];
}

/** The lines at the foot: what the rows above are, as of when, and how many there should be. */
export function aboutScope(
  scope: Pick<ReportQuery, 'from' | 'to' | 'filters' | 'where'> & { search?: string },
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
    ...(scope.where ?? []).map((condition): Cell[] => [
      condition.field,
      conditionInWords(condition, 'en', String).holds,
    ]),
    ...(scope.search ? [['search', scope.search]] : []),
    ['as of', asOf],
    ['rows', rows],
    ...warnings.map((words): Cell[] => ['warning', words]),
  ];
}
