/**
 * Exports ask again rather than write what the screen holds, stream to disk, and compare the rows written with the
 * rows expected: a file that is short says so instead of looking whole.
 */
import { join } from 'node:path';
import type { Engine } from '../../db/engine/engine.ts';
import type { ReportFormat } from '../../shared/contract/reports.ts';
import { fitFileName, MOST_NAME_BYTES } from '../../shared/lib/file-name.ts';
import type { CsvFile } from './csv-file.ts';
import type { JobControl } from './job-runner.ts';
import { type BoardRequest, nameOfBoard, writeBoardReport } from './reports/boards/write-board-report.ts';
import { placeCsv } from './reports/csv-report.ts';
import { type RecordsRequest, writeRecords } from './reports/records-report.ts';
import { type ReportRequest, type WrittenReportFile, writeReport } from './reports/write-report.ts';

export interface ExportedFile {
  path: string;
  fileName: string;
  rows: number;
  /** Of a dashboard. */
  tiles?: number;
}

/** Writes the answer to a query into `folder`. */
export function exportReport(
  engine: Engine,
  folder: string,
  request: Omit<ReportRequest, 'path'>,
  control: JobControl,
): Promise<ExportedFile> {
  return written(
    folder,
    nameOf('report', request.title, request.query),
    request.format,
    control,
    (path, signal, onProgress) => writeReport(engine, { ...request, path }, signal, onProgress),
  );
}

/** Writes all records of a scope into `folder`, oldest first. */
export function exportRecords(
  engine: Engine,
  folder: string,
  request: Omit<RecordsRequest, 'path'>,
  control: JobControl,
): Promise<ExportedFile> {
  return written(
    folder,
    nameOf('records', request.title, request.scope),
    request.format,
    control,
    (path, signal, onProgress) => writeRecords(engine, { ...request, path }, signal, onProgress),
  );
}

/** Writes a dashboard into `folder`. */
export async function exportBoard(
  engine: Engine,
  folder: string,
  request: Omit<BoardRequest, 'path'>,
  control: JobControl,
): Promise<ExportedFile> {
  const { board, language } = request;
  let tiles = 0;
  const name = nameOf('dashboard', `${nameOfBoard(board, language)} ${new Date().toISOString().slice(0, 10)}`);
  const file = await written(folder, name, 'pdf', control, async (path, signal, onProgress) => {
    const report = await writeBoardReport(engine, { ...request, path }, signal, onProgress);
    tiles = report.tiles;
    return report;
  });
  return { ...file, tiles };
}

/** Two exports of one name have files of their own. */
async function written(
  folder: string,
  name: string,
  format: ReportFormat,
  control: JobControl,
  write: (path: string, signal: AbortSignal, onProgress: JobControl['report']) => Promise<WrittenReportFile>,
): Promise<ExportedFile> {
  const cancelled = new AbortController();
  control.onCancel(() => cancelled.abort());
  const path = join(folder, `${crypto.randomUUID()}.${format}`);
  const { rows } = await write(path, cancelled.signal, (progress) => control.report(progress));
  return { path, fileName: `${name}.${format}`, rows };
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
  return { path, fileName: `${nameOf(what)}.csv`, rows };
}

/** What a file is called: what it is of and its days, or where nothing says that what kind it is and when it was made. */
function nameOf(
  kind: string,
  title = '',
  { from, to }: { from?: string | undefined; to?: string | undefined } = {},
): string {
  const days = from === undefined || to === undefined ? '' : from === to ? ` ${from}` : ` ${from} to ${to}`;
  const name = fitFileName(title, MOST_NAME_BYTES - BESIDE_TITLE);
  if (name !== '') return name + days;
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `throughline-${kind}-${stamp}`;
}

/** The days, a number that a browser adds, the ending. */
const BESIDE_TITLE = ' 2024-01-01 to 2024-12-31 (1000).xlsx'.length;
