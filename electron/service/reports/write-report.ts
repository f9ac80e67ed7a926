import type { Engine } from '../../../db/engine/engine.ts';
import type { Progress } from '../../../db/engine/threads/tasks.ts';
import { writeBeside } from '../../../db/reports/write-beside.ts';
import type { ReportFormat } from '../../../shared/contract/reports.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { usualLocale } from '../../../shared/text/report.ts';
import { type Asking, askReport } from './ask-report.ts';
import { contentOfReport, type Wording } from './content-of-report.ts';
import { type CsvOptions, writeCsvReport } from './csv-report.ts';

export interface ReportRequest extends Partial<Wording>, Asking {
  format: ReportFormat;
  /** The file to write; one that is there is replaced whole or not at all. */
  path: string;
  csv?: CsvOptions;
}

export interface WrittenReportFile {
  rows: number;
  bytes: number;
  /** When the newest record that could be in it was read, ISO instant. */
  asOf: string;
}

const ROWS_A_BATCH = 2_000;

/**
 * Asks a question and writes its whole answer as a file: the one way to a report, whoever wants it. Nothing is left of what was
 * cancelled or failed. Throws CANCELLED, the disk's refusal in words, and UNEXPECTED where rows and totals would not agree.
 */
export async function writeReport(
  engine: Engine,
  { query, comparison, format, path, title, language = 'en', locale = usualLocale[language], view, csv }: ReportRequest,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<WrittenReportFile> {
  const asked = await askReport(engine, { query, comparison }, language, signal, onProgress);
  const expected = asked.answer.rows.length;
  const onRows = (done: number) => onProgress({ phase: 'writing', done, total: expected, unit: 'rows' });
  const { asOf } = asked.answer;
  if (format === 'csv') {
    const options = csv ?? { byteOrderMark: true, about: true };
    return { ...(await writeCsvReport(path, asked, options, signal, onRows)), asOf };
  }
  const { content, rows, about } = contentOfReport(asked, { title, language, locale, view }, new Date().toISOString());
  const supply = { batches: inBatches(rows), about: async () => about };
  return { ...(await writeBeside({ format, path, content }, supply, signal, onRows)), asOf };
}

async function* inBatches(rows: Cell[][]): AsyncGenerator<Cell[][]> {
  for (let at = 0; at < rows.length; at += ROWS_A_BATCH) yield rows.slice(at, at + ROWS_A_BATCH);
}
