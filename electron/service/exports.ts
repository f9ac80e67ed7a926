/**
 * Exports ask again rather than write what the screen holds, stream to disk, and compare the rows written with the
 * rows expected: a file that is short says so instead of looking whole.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readDayCounts } from '../../db/engine/day-counts.ts';
import type { Engine } from '../../db/engine/engine.ts';
import { readPage } from '../../db/engine/records.ts';
import { runReport } from '../../db/engine/run-report.ts';
import { planReport } from '../../db/planner/plan.ts';
import { explainDiskError } from '../../db/store/disk-error.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { Cell } from '../../shared/query/answer.ts';
import { measures } from '../../shared/query/measures.ts';
import type { ProductionRecord, RecordsScope } from '../../shared/query/records-query.ts';
import { type Filter, normalizeQuery, type ReportQuery } from '../../shared/query/report-query.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { CsvFile } from './csv-file.ts';
import type { JobControl } from './job-runner.ts';

export interface ExportOptions {
  byteOrderMark: boolean;
  /** Adds range, filters, definitions and row count at the foot. */
  about: boolean;
}

export interface ExportedFile {
  path: string;
  fileName: string;
  rows: number;
}

const RECORDS_A_PAGE = 5_000;

/** The columns of exported records: the names of the view, so that an export can be imported again as it is. */
const recordColumns: readonly [heading: string, field: keyof ProductionRecord][] = [
  ['production_date', 'productionDate'],
  ['site', 'site'],
  ['line', 'line'],
  ['shift', 'shift'],
  ['operator', 'operator'],
  ['item_code', 'itemCode'],
  ['item_name', 'itemName'],
  ['unit', 'unit'],
  ['lot_number', 'lotNumber'],
  ['order_number', 'orderNumber'],
  ['planned_quantity', 'plannedQuantity'],
  ['good_quantity', 'goodQuantity'],
  ['defect_quantity', 'defectQuantity'],
  ['rework_quantity', 'reworkQuantity'],
  ['planned_minutes', 'plannedMinutes'],
  ['run_minutes', 'runMinutes'],
  ['down_minutes', 'downMinutes'],
  ['ideal_cycle_seconds', 'idealCycleSeconds'],
  ['started_at', 'startedAt'],
  ['ended_at', 'endedAt'],
  ['note', 'note'],
  ['source_file', 'sourceFile'],
  ['source_line', 'sourceLine'],
];

/** Writes the answer to a query as CSV into `folder`. */
export async function exportReport(
  engine: Engine,
  folder: string,
  query: ReportQuery,
  options: ExportOptions,
  control: JobControl,
): Promise<ExportedFile> {
  const cancelled = new AbortController();
  control.onCancel(() => cancelled.abort());
  const { answer } = await runReport(engine, normalizeQuery(query), {
    signal: cancelled.signal,
    onPartial: ({ recordsRead, recordsTotal }) =>
      control.report({ phase: 'reading', done: recordsRead, total: recordsTotal, unit: 'records' }),
  });
  const expected = answer.rows.length;
  const fileName = `throughline-report-${stamp()}.csv`;
  return writeFile(
    folder,
    fileName,
    options,
    () => expected,
    async (file) => {
      await file.write(answer.columns.map(({ name }) => name));
      for (const [index, row] of answer.rows.entries()) {
        if (index % RECORDS_A_PAGE === 0) report(control, index, expected);
        await file.write(row);
      }
      if (!options.about) return;
      const definitions = query.measures.map((name): Cell[] => [name, measures[name].formula]);
      const units = answer.columns.flatMap(({ name, type, unit }): Cell[][] => {
        // A screen writes a ratio in percent; here it stands as it is, ready to be calculated with.
        const written = type === 'ratio' ? 'fraction of 1' : unit;
        return written ? [[`unit of ${name}`, written]] : [];
      });
      const about = aboutScope(query, answer.asOf, expected, await warningsIn(engine, query));
      for (const line of [...about, ...definitions, ...units]) await file.write(line);
    },
  );
}

/** Writes all records of a scope as CSV into `folder`, oldest first. */
export async function exportRecords(
  engine: Engine,
  folder: string,
  scope: RecordsScope,
  options: ExportOptions,
  control: JobControl,
): Promise<ExportedFile> {
  const days = await readDayCounts(engine, scope);
  const expected = days.reduce((sum, day) => sum + day.records, 0);
  const asOf = new Date().toISOString();
  const fileName = `throughline-records-${stamp()}.csv`;
  return writeFile(
    folder,
    fileName,
    options,
    () => expected,
    async (file) => {
      await file.write(recordColumns.map(([heading]) => heading));
      let cursor: string | undefined;
      do {
        report(control, file.rows - 1, expected);
        const page = await readPage(
          engine,
          { ...scope, sort: { field: 'productionDate', direction: 'asc' }, thenBy: [], limit: RECORDS_A_PAGE, cursor },
          async () => days,
        );
        for (const record of page.rows) await file.write(recordColumns.map(([, field]) => record[field]));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const written = file.rows - 1;
      if (written !== expected) {
        throw new AppError(
          'UNEXPECTED',
          `${written} records were written where ${expected} were expected, as records changed meanwhile. The file was dropped; export again.`,
        );
      }
      if (!options.about) return;
      for (const line of aboutScope(scope, asOf, expected, await warningsIn(engine, scope))) await file.write(line);
    },
  );
}

/** Two exports of one second have the same name for a person, and files of their own. */
export async function writeFile(
  folder: string,
  fileName: string,
  options: Pick<ExportOptions, 'byteOrderMark'>,
  rows: () => number,
  write: (file: CsvFile) => Promise<void>,
): Promise<ExportedFile> {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  const file = new CsvFile(path, options.byteOrderMark);
  try {
    await write(file);
    await file.close();
  } catch (error) {
    await file.close().catch(() => {});
    await rm(path, { force: true });
    throw explainDiskError(error);
  }
  return { path, fileName, rows: rows() };
}

function report(control: JobControl, done: number, total: number): void {
  control.checkCancelled();
  control.report({ phase: 'writing', done, total, unit: 'rows' });
}

/** The lines at the foot: what the rows above are, as of when, and how many there should be. */
function aboutScope(
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

/** What no row can tell of: the files of the range that cannot be read, and those in doubt, in words. */
export async function warningsIn(
  engine: Engine,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<string[]> {
  const query: ReportQuery = { measures: ['records'], dimensions: [], from, to, filters: [], orderBy: [] };
  const { skipped, flaws } = planReport(query, await engine.catalog());
  return [...skipped.filter(({ reason }) => reason.code === 'setAside'), ...flaws].map(
    ({ partition, reason }) => `${partition.name} is ${explainWords.en.partition(reason)}`,
  );
}

export function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}
