/**
 * A Parquet file as delimited text, a line for each of its rows. It is read a stretch of a row group at a time, and every value
 * is made text from what the file holds, never through a type that cannot hold it (parquet-values.ts).
 */
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { AppError } from '../../../shared/lib/app-error.ts';
import { type ParquetColumn, parquetColumns, timeParsers } from './parquet-values.ts';
import { rowText } from './row-text.ts';
import { unreadable } from './unreadable.ts';

/** Rows that are held at once: with fifty columns some 100 MB. */
const ROWS_AT_ONCE = 50_000;
const CHARACTERS_AT_ONCE = 256 * 1024;

/** The rows of a file, the names of its columns first. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words. */
export async function* parquetAsText(path: string, onBytes: (bytesRead: number) => void): AsyncGenerator<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    yield* textOf(await bufferOf(file), onBytes);
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error);
  } finally {
    await file.close();
  }
}

async function* textOf(file: AsyncBuffer, onBytes: (bytesRead: number) => void): AsyncGenerator<Buffer> {
  const metadata = await parquetMetadataAsync(file);
  const columns = parquetColumns(metadata);
  let text = rowText(columns.map(({ name }) => name));
  const total = Number(metadata.num_rows);
  let from = 0;
  for (const group of metadata.row_groups) {
    const end = from + Number(group.num_rows);
    while (from < end) {
      const to = Math.min(end, from + ROWS_AT_ONCE);
      for (const row of await rowsOf(file, metadata, from, to)) {
        text += rowText(columns.map((column) => shown(column, row)));
        if (text.length < CHARACTERS_AT_ONCE) continue;
        yield Buffer.from(text, 'utf8');
        text = '';
      }
      from = to;
      onBytes(Math.round((file.byteLength * from) / Math.max(1, total)));
    }
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

type Row = Record<string, unknown>;

function shown({ path, text }: ParquetColumn, row: Row): string {
  let value: unknown = row;
  for (const name of path) value = value === null || value === undefined ? null : (value as Row)[name];
  return value === null || value === undefined ? '' : text(value);
}

async function rowsOf(file: AsyncBuffer, metadata: FileMetaData, rowStart: number, rowEnd: number): Promise<Row[]> {
  const { compressors } = await import('hyparquet-compressors');
  let rows: Row[] = [];
  await parquetRead({
    file,
    metadata,
    rowStart,
    rowEnd,
    compressors,
    rowFormat: 'object',
    utf8: false,
    parsers: timeParsers,
    useOffsetIndex: true,
    onComplete: (found) => {
      rows = found;
    },
  });
  return rows;
}

async function bufferOf(file: FileHandle): Promise<AsyncBuffer> {
  const { size } = await file.stat();
  return {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = new Uint8Array(Math.max(0, end - start));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      if (bytesRead < bytes.length) throw new Error('it ends too early');
      return bytes.buffer;
    },
  };
}

function damaged(path: string, error: unknown): AppError {
  const detail = error instanceof Error ? error.message : String(error);
  return new AppError(
    'FILE_UNREADABLE',
    `The Parquet file '${basename(path)}' is damaged, cut short or of a kind that is not known here (${detail}). Copy it again, or export its table as CSV.`,
    error,
  );
}
