/**
 * A Parquet file as delimited text, a line for each of its rows. A stretch of a row group is read a column at a time, as it lies in
 * the file, and its values are made text at once, from what the file holds (parquet-values.ts): it is held as the bytes of its texts.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { AppError } from '../../../shared/lib/app-error.ts';
import { type ParquetColumn, parquetColumns, timeParsers } from './parquet-values.ts';
import { rowText } from './row-text.ts';
import { TextTable } from './text-table.ts';
import { unreadable } from './unreadable.ts';

const CHARACTERS_AT_ONCE = 256 * 1024;
/** Who looks at a file wants its first rows alone; after them a row group is read at once, as its pages may be as large as it is. */
const ROWS_AT_FIRST = 2_000;
const ROWS_AT_ONCE = 1_048_576;

/** The rows of a file, the names of its columns first. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words. */
export async function* parquetAsText(path: string, onBytes: (bytesRead: number) => void): AsyncGenerator<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    yield* linesOf(await bufferOf(file), onBytes);
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error);
  } finally {
    await file.close();
  }
}

async function* linesOf(file: AsyncBuffer, onBytes: (bytesRead: number) => void): AsyncGenerator<Buffer> {
  const metadata = await parquetMetadataAsync(file);
  const columns = parquetColumns(metadata);
  const total = Math.max(1, Number(metadata.num_rows));
  let text = rowText(columns.map(({ name }) => name));
  for (const { from, to } of stretchesOf(metadata)) {
    const texts = await textsOf(file, metadata, columns, from, to);
    for (let row = 0; row < to - from; row += 1) {
      text += rowText(texts.map((column) => column.at(row)));
      if (text.length < CHARACTERS_AT_ONCE) continue;
      onBytes(Math.round((file.byteLength * (from + row)) / total));
      yield Buffer.from(text, 'utf8');
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

/** The rows that are read together, none of two groups. */
function* stretchesOf({ row_groups }: FileMetaData): Generator<{ from: number; to: number }> {
  let from = 0;
  let end = 0;
  for (const group of row_groups) {
    end += Number(group.num_rows);
    for (; from < end; ) {
      const to = Math.min(end, from + (from === 0 ? ROWS_AT_FIRST : ROWS_AT_ONCE));
      yield { from, to };
      from = to;
    }
  }
}

/** The texts of some rows, a table for each column. */
async function textsOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly ParquetColumn[],
  rowStart: number,
  rowEnd: number,
): Promise<TextTable[]> {
  const { compressors } = await import('hyparquet-compressors');
  const held = columns.map((column) => ({ column, texts: new TextTable() }));
  const reading = { file, metadata, rowStart, rowEnd, compressors, utf8: false, parsers: timeParsers };
  // The fields of a struct are read together.
  for (const top of new Set(columns.map(({ path }) => path[0] as string))) {
    const read = held.filter(({ column }) => column.path[0] === top);
    let failure: unknown = null;
    const take = (columnData: ArrayLike<unknown>, first: number) => {
      // A page may begin before the rows that are asked for, and end after them.
      const end = Math.min(columnData.length, rowEnd - first);
      for (const { column, texts } of read) {
        for (let at = Math.max(0, rowStart - first); at < end; at += 1) texts.add(shown(column, columnData[at]));
      }
    };
    await parquetRead({
      ...reading,
      columns: [top],
      onChunk: ({ columnData, rowStart: first }) => {
        try {
          take(columnData, first);
        } catch (error) {
          failure ??= error; // its reader does not wait for this, and what is thrown here would end the program
        }
      },
    });
    if (failure !== null) throw failure;
    assertWhole(read, rowEnd - rowStart);
  }
  return held.map(({ texts }) => texts);
}

/** A column that gave more or fewer values than its group has rows would put them beside those of other rows. */
function assertWhole(read: readonly { texts: TextTable }[], rows: number): void {
  if (read.some(({ texts }) => texts.count !== rows)) throw new Error('a column of it has other rows than the rest');
}

function shown({ path, text }: ParquetColumn, top: unknown): string {
  let value = top;
  for (const name of path.slice(1)) value = isNothing(value) ? null : (value as Record<string, unknown>)[name];
  return isNothing(value) ? '' : text(value);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
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
