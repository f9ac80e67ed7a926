/**
 * Exports ask again rather than write what the screen holds, stream to disk, and compare the rows written with the
 * rows expected: a file that is short says so instead of looking whole.
 */
import { join } from 'node:path';
import type { Engine } from '../../db/engine/engine.ts';
import type { ReportFormat } from '../../shared/contract/reports.ts';
import type { CsvFile } from './csv-file.ts';
import type { JobControl } from './job-runner.ts';
import { placeCsv } from './reports/csv-report.ts';
import { type RecordsRequest, writeRecords } from './reports/records-report.ts';
import { type ReportRequest, type WrittenReportFile, writeReport } from './reports/write-report.ts';

export interface ExportedFile {
  path: string;
  fileName: string;
  rows: number;
}

/** Writes the answer to a query into `folder`. */
export function exportReport(
  engine: Engine,
  folder: string,
  request: Omit<ReportRequest, 'path'>,
  control: JobControl,
): Promise<ExportedFile> {
  return written(folder, 'report', request.format, control, (path, signal, onProgress) =>
    writeReport(engine, { ...request, path }, signal, onProgress),
  );
}

/** Writes all records of a scope into `folder`, oldest first. */
export function exportRecords(
  engine: Engine,
  folder: string,
  request: Omit<RecordsRequest, 'path'>,
  control: JobControl,
): Promise<ExportedFile> {
  return written(folder, 'records', request.format, control, (path, signal, onProgress) =>
    writeRecords(engine, { ...request, path }, signal, onProgress),
  );
}

/** Two exports of one second have the same name for a person, and files of their own. */
async function written(
  folder: string,
  what: string,
  format: ReportFormat,
  control: JobControl,
  write: (path: string, signal: AbortSignal, onProgress: JobControl['report']) => Promise<WrittenReportFile>,
): Promise<ExportedFile> {
  const cancelled = new AbortController();
  control.onCancel(() => cancelled.abort());
  const path = join(folder, `${crypto.randomUUID()}.${format}`);
  const { rows } = await write(path, cancelled.signal, (progress) => control.report(progress));
  return { path, fileName: `throughline-${what}-${stamp()}.${format}`, rows };
}

/** Writes other rows as CSV into `folder`; `write` gives how many there are. */
export async function exportCsv(
  folder: string,
  what: string,
  byteOrderMark: boolean,
  write: (file: CsvFile) => Promise<number>,
): Promise<ExportedFile> {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  const { rows } = await placeCsv(path, byteOrderMark, write);
  return { path, fileName: `throughline-${what}-${stamp()}.csv`, rows };
}

function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}
