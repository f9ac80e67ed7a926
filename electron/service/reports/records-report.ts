import { basename } from 'node:path';
import { runReport } from '../../../db/engine/answers/run-report.ts';
import type { Engine } from '../../../db/engine/engine.ts';
import { type DayCounts, readDayCounts } from '../../../db/engine/pages/day-counts.ts';
import { readPage } from '../../../db/engine/pages/records.ts';
import type { Progress } from '../../../db/engine/threads/tasks.ts';
import { type AboutSection, asCount, asText } from '../../../db/reports/report-content.ts';
import { changedMeanwhile, checkWritten, writeBeside } from '../../../db/reports/write-beside.ts';
import type { ReportFormat } from '../../../shared/contract/reports.ts';
import { ExactSum } from '../../../shared/domain/exact-sum.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { agree, type CheckTotal } from '../../../shared/query/check-totals.ts';
import type { ProductionRecord, RecordsScope } from '../../../shared/query/records-query.ts';
import { normalizeQuery } from '../../../shared/query/report-query.ts';
import { type Language, labels } from '../../../shared/text/labels.ts';
import { reportWords, usualLocale } from '../../../shared/text/report.ts';
import { warningsIn } from './ask-report.ts';
import { scopeFilterLines, scopeLines, type Wording, warningSection } from './content-of-report.ts';
import { aboutScope, type CsvOptions, placeCsv } from './csv-report.ts';
import { columnOfRecords, recordColumns } from './record-columns.ts';
import type { WrittenReportFile } from './write-report.ts';

export interface RecordsRequest extends Partial<Wording> {
  scope: RecordsScope;
  /** Not PDF: a page is too narrow for all fields of a record. */
  format: ReportFormat;
  path: string;
  csv?: CsvOptions;
}

const RECORDS_A_PAGE = 1_000;
const SECOND_LETTERS = 'YYYY-MM-DDTHH:MM:SS'.length;

/** Writes all records of a scope as a file, oldest first, as `writeReport` does the answer to a question. Throws INVALID_ARGUMENT for a PDF. */
export function writeRecords(
  engine: Engine,
  request: RecordsRequest,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<WrittenReportFile> {
  return engine.readingOnce(() => writePages(engine, request, signal, onProgress));
}

async function writePages(
  engine: Engine,
  { scope, format, path, title, language = 'en', locale = usualLocale[language], view, csv }: RecordsRequest,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<WrittenReportFile> {
  if (format === 'pdf') {
    throw new AppError(
      'INVALID_ARGUMENT',
      'Records have more fields than fit the width of a page. Nothing was written; choose Excel or CSV, or a view that adds them up.',
    );
  }
  const days = await readDayCounts(engine, scope, { signal });
  const expected = days.reduce((sum, day) => sum + day.records, 0);
  const asOf = new Date().toISOString();
  const warnings = await warningsIn(engine, scope, language);
  const onRows = (done: number) => onProgress({ phase: 'writing', done, total: expected, unit: 'rows' });
  const sums = recordColumns.map(() => new ExactSum());
  const pages = cellsOf(readPages(engine, scope, days, signal), sums);
  if (format === 'csv') {
    const { byteOrderMark, about } = csv ?? { byteOrderMark: true, about: true };
    const written = await placeCsv(path, byteOrderMark, async (file) => {
      await file.write(recordColumns.map(({ name }) => name));
      for await (const rows of pages) {
        for (const row of rows) await file.write(row.map(asInView));
        onRows(file.rows - 1);
      }
      const rows = file.rows - 1;
      checkWritten(rows, expected);
      if (about) for (const line of aboutScope(scope, asOf, expected, warnings)) await file.write(line);
      return rows;
    });
    return { ...written, asOf };
  }
  const words = reportWords[language];
  const content = {
    title: title ?? words.records,
    language,
    locale,
    sheets: words.sheets,
    columns: recordColumns.map((column) => columnOfRecords(column, language)),
    rows: expected,
    writtenAt: asOf,
    view: view ?? null,
  };
  const about = async (): Promise<AboutSection[]> => {
    const totals = await totalsOf(engine, scope, sums, signal);
    if (scope.search === '' && !agree(totals)) throw changedMeanwhile('Their sums are not those of the store');
    return aboutRecords(scope, { storeName: basename(engine.folder.root), asOf, expected, totals, warnings }, language);
  };
  return { ...(await writeBeside({ format, path, content }, { batches: pages, about }, signal, onRows)), asOf };
}

/** A cell as the view of records has it: a time without the marks that spreadsheets take for text. */
function asInView(cell: Cell, at: number): Cell {
  if (recordColumns[at]?.kind !== 'plantTime' || typeof cell !== 'string') return cell;
  return cell.slice(0, SECOND_LETTERS).replace('T', ' ');
}

/** Every record of a scope, oldest first, a page at a time. */
async function* readPages(
  engine: Engine,
  scope: RecordsScope,
  days: DayCounts,
  signal: AbortSignal,
): AsyncGenerator<ProductionRecord[]> {
  let cursor: string | undefined;
  do {
    const page = await readPage(
      engine,
      { ...scope, sort: { field: 'productionDate', direction: 'asc' }, thenBy: [], limit: RECORDS_A_PAGE, cursor },
      async () => days,
      { signal },
    );
    yield page.rows;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function* cellsOf(pages: AsyncIterable<ProductionRecord[]>, sums: readonly ExactSum[]): AsyncGenerator<Cell[][]> {
  for await (const records of pages) {
    const rows = records.map((record) => recordColumns.map(({ field }) => record[field]));
    for (const row of rows) for (const [at, sum] of sums.entries()) sum.add(row[at]);
    yield rows;
  }
}

/** The sums of what was written beside those of the store, which cannot be asked for what only a text finds. */
async function totalsOf(
  engine: Engine,
  { from, to, filters, where, search }: RecordsScope,
  sums: readonly ExactSum[],
  signal: AbortSignal,
): Promise<CheckTotal[]> {
  const summed = recordColumns.flatMap(({ sum }, at) => (sum === undefined ? [] : [{ measure: sum, at }]));
  const written = summed.map(({ measure, at }) => ({ measure, ofRows: sums[at]?.value ?? null, ofRecords: null }));
  if (search !== '') return written;
  const measures = summed.map(({ measure }) => measure);
  const query = normalizeQuery({ measures, dimensions: [], from, to, filters, where, orderBy: [] });
  const { answer } = await runReport(engine, query, { signal });
  return written.map((total, at) => {
    const value = answer.rows[0]?.[at];
    return { ...total, ofRecords: typeof value === 'number' ? value : null };
  });
}

interface RecordsFacts {
  storeName: string;
  asOf: string;
  expected: number;
  totals: CheckTotal[];
  warnings: string[];
}

function aboutRecords(
  { from, to, search, ...scope }: RecordsScope,
  { storeName, asOf, expected, totals, warnings }: RecordsFacts,
  language: Language,
): AboutSection[] {
  const words = reportWords[language];
  const sought = search === '' ? [] : [{ name: words.search, cells: [asText(search)] }];
  const limits = [...scopeFilterLines(scope, language), ...sought];
  const quantity = (value: number | null) => ({ kind: 'number' as const, decimals: null, value });
  return [
    {
      title: words.about,
      lines: [
        ...scopeLines({ from, to, storeName, asOf, writtenAt: asOf }, language),
        { name: words.rows, cells: [asCount(expected)] },
      ],
    },
    { title: words.filters, lines: limits.length > 0 ? limits : [{ name: words.noFilters, cells: [] }] },
    {
      title: words.totals,
      headings: search === '' ? [words.ofRows, words.ofRecords] : [words.ofRows],
      lines: totals.map(({ measure, ofRows, ofRecords }) => ({
        name: labels[language].measures[measure],
        cells: [quantity(ofRows), ...(search === '' ? [quantity(ofRecords)] : [])],
      })),
    },
    ...warningSection(warnings, language),
  ];
}
