/** The text of any file as UTF-8, however it is written and wherever it lies; what is no delimited text becomes one. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileFormat } from '../../../shared/import/formats.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { TextReading } from '../rows/read-text.ts';
import { type Container, contentsOf, type TextContainer } from './contents.ts';
import { toUtf8 } from './encoding.ts';
import { formatOfText, type TextFormat } from './format-of-text.ts';
import { type OpenPlace, openPlace, type Place } from './place.ts';
import { unreadable } from './unreadable.ts';

/** Gives bytes on demand, into memory that its caller has. */
export interface ByteReader {
  /** How many bytes were put there; 0 at the end. */
  read(into: Buffer, at: number, most: number): Promise<number>;
  close(): Promise<void>;
}

type OnBytes = (bytesRead: number) => void;
type TableContainer = Exclude<Container, TextContainer>;
/** A place of text, as against that of a table. */
export type TextPlace = Place & { container: TextContainer };

const CHARACTERS_LOOKED_AT = 16 * 1024;

/** Opens a file as UTF-8; `onBytes` hears how many bytes of the file were read. Throws FILE_UNREADABLE or FILE_NOT_TABULAR. */
export async function openUtf8(path: string, reading: TextReading, onBytes: OnBytes = () => {}): Promise<ByteReader> {
  const place = await openPlace(path, reading.part);
  try {
    const reader = await readerAt(place, reading.encoding, (bytes) => onBytes(Math.round(bytes * place.bytesForOne)));
    return { read: reader.read, close: () => reader.close().finally(place.release) };
  } catch (error) {
    place.release();
    throw error;
  }
}

async function readerAt(place: OpenPlace, encoding: TextReading['encoding'], onBytes: OnBytes): Promise<ByteReader> {
  const { container } = place;
  if (!isTextPlace(place)) return readerOf(await tableAsText(place, container as TableContainer, onBytes));
  const format = await formatOfPlace(place, encoding);
  if (format !== 'csv') return readerOf(await textOfFormat(place, format, encoding, onBytes));
  const isAsItIs = place.container === 'plain' && (encoding ?? 'utf-8') === 'utf-8';
  return isAsItIs ? readerOfFile(place.path, onBytes) : readerOf(utf8Of(place, encoding, onBytes));
}

/** True for what holds text, as against a table of its own kind. */
export function isTextPlace<Given extends Place>(place: Given): place is Given & { container: TextContainer } {
  return place.container === 'plain' || place.container === 'gzip' || place.container === 'zip';
}

/** What lies at a place: tables tell themselves, a text by its beginning. Throws like openUtf8. */
export async function formatOf(place: Place, encoding: TextReading['encoding']): Promise<FileFormat> {
  return isTextPlace(place) ? formatOfPlace(place, encoding) : (place.container as TableContainer);
}

async function formatOfPlace(place: TextPlace, encoding: TextReading['encoding']): Promise<TextFormat> {
  let start = Buffer.alloc(0);
  for await (const chunk of utf8Of(place, encoding)) {
    start = Buffer.concat([start, chunk]);
    if (start.length > CHARACTERS_LOOKED_AT) break;
  }
  return formatOfText(start.toString('utf8').replace(/^\uFEFF/, ''), place.entry ?? place.path);
}

async function tableAsText(
  { path, table }: Place,
  container: TableContainer,
  onBytes: OnBytes,
): Promise<AsyncGenerator<Buffer>> {
  switch (container) {
    case 'workbook':
      return (await import('./sheet-text.ts')).sheetAsText(path, table, onBytes);
    case 'sqlite':
      return (await import('./database-text.ts')).tableAsText(path, table, onBytes);
    case 'parquet':
      return (await import('./parquet-text.ts')).parquetAsText(path, onBytes);
  }
}

async function textOfFormat(
  place: TextPlace,
  format: Exclude<TextFormat, 'csv'>,
  encoding: TextReading['encoding'],
  onBytes: OnBytes,
): Promise<AsyncGenerator<Buffer>> {
  const { path, entry, table } = place;
  const contents = () => utf8Of(place, encoding, onBytes);
  if (format === 'html') return (await import('./html-text.ts')).htmlAsText(path, contents());
  if (format === 'xml-workbook') {
    return (await import('./xml-workbook-text.ts')).xmlSheetAsText(path, table, contents());
  }
  const { jsonAsText } = await import('./json-text.ts');
  const { size, mtimeMs } = await stat(path);
  const identity = JSON.stringify([path, size, mtimeMs, entry, encoding]);
  return jsonAsText({ path, identity, format, open: contents });
}

/** The text at a place as UTF-8, in chunks. */
export function utf8Of(
  { path, container, entry }: TextPlace,
  encoding: TextReading['encoding'] = 'utf-8',
  onBytes?: OnBytes,
): AsyncGenerator<Buffer> {
  const contents = contentsOf(path, container, entry, onBytes);
  const stray = () => {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${basename(path)}' holds bytes that are no letters of ${encoding}. Choose the encoding in which it is written.`,
    );
  };
  return encoding === 'utf-8' ? contents : toUtf8(contents, encoding, stray);
}

/** Reads straight into the memory, which is what most files take. */
async function readerOfFile(path: string, onBytes: OnBytes): Promise<ByteReader> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  let total = 0;
  return {
    async read(into, at, most) {
      const { bytesRead } = await file.read(into, at, most, null);
      total += bytesRead;
      onBytes(total);
      return bytesRead;
    },
    close: () => file.close(),
  };
}

function readerOf(chunks: AsyncGenerator<Buffer>): ByteReader {
  let left: Buffer = Buffer.alloc(0);
  return {
    async read(into, at, most) {
      while (left.length === 0) {
        const { done, value } = await chunks.next();
        if (done) return 0;
        left = value;
      }
      const length = left.copy(into, at, 0, most);
      left = left.subarray(length);
      return length;
    },
    close: async () => void (await chunks.return(undefined)),
  };
}
