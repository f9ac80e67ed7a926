/** The text of any file as UTF-8, however it is written and wherever it lies; what is no delimited text becomes one. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { TextReading } from '../read-text.ts';
import { type Container, containerOf, contentsOf, type TextContainer } from './contents.ts';
import { toUtf8 } from './encoding.ts';
import { formatOfText, type TextFormat } from './format-of-text.ts';
import { unreadable } from './unreadable.ts';

/** Gives bytes on demand, into memory that its caller has. */
export interface ByteReader {
  /** How many bytes were put there; 0 at the end. */
  read(into: Buffer, at: number, most: number): Promise<number>;
  close(): Promise<void>;
}

type OnBytes = (bytesRead: number) => void;

const CHARACTERS_LOOKED_AT = 16 * 1024;

/** Opens a file as UTF-8; `onBytes` hears how many bytes of the file were read. Throws FILE_UNREADABLE or FILE_NOT_TABULAR. */
export async function openUtf8(path: string, reading: TextReading, onBytes: OnBytes = () => {}): Promise<ByteReader> {
  const container = await containerOf(path);
  if (!isText(container)) return readerOf(await tableAsText(path, container, reading.part, onBytes));
  const format = await formatOf(path, container, reading);
  if (format !== 'csv') return readerOf(await textOfFormat(path, container, format, reading, onBytes));
  const isAsItIs = container === 'plain' && (reading.encoding ?? 'utf-8') === 'utf-8';
  return isAsItIs ? readerOfFile(path, onBytes) : readerOf(utf8Of(path, container, reading, onBytes));
}

/** True for what holds text, as against a table of its own kind. */
export function isText(container: Container): container is TextContainer {
  return container === 'plain' || container === 'gzip' || container === 'zip';
}

/** What the text of a file is, by its beginning. Throws like openUtf8. */
export async function formatOf(path: string, container: TextContainer, reading: TextReading): Promise<TextFormat> {
  let start = Buffer.alloc(0);
  for await (const chunk of utf8Of(path, container, reading)) {
    start = Buffer.concat([start, chunk]);
    if (start.length > CHARACTERS_LOOKED_AT) break;
  }
  return formatOfText(start.toString('utf8').replace(/^\uFEFF/, ''), path);
}

async function tableAsText(
  path: string,
  container: Exclude<Container, TextContainer>,
  part: string | undefined,
  onBytes: OnBytes,
): Promise<AsyncGenerator<Buffer>> {
  switch (container) {
    case 'workbook':
      return (await import('./sheet-text.ts')).sheetAsText(path, part, onBytes);
    case 'sqlite':
      return (await import('./database-text.ts')).tableAsText(path, part, onBytes);
    case 'parquet':
      return (await import('./parquet-text.ts')).parquetAsText(path, onBytes);
  }
}

async function textOfFormat(
  path: string,
  container: TextContainer,
  format: Exclude<TextFormat, 'csv'>,
  reading: TextReading,
  onBytes: OnBytes,
): Promise<AsyncGenerator<Buffer>> {
  if (format === 'html') {
    const { htmlAsText } = await import('./html-text.ts');
    return htmlAsText(path, utf8Of(path, container, reading, onBytes));
  }
  const { jsonAsText } = await import('./json-text.ts');
  const { size, mtimeMs } = await stat(path);
  const identity = JSON.stringify([path, size, mtimeMs, reading.part, reading.encoding]);
  return jsonAsText({ path, identity, format, open: () => utf8Of(path, container, reading, onBytes) });
}

function utf8Of(
  path: string,
  container: TextContainer,
  { encoding = 'utf-8', part }: TextReading,
  onBytes?: OnBytes,
): AsyncGenerator<Buffer> {
  const contents = contentsOf(path, container, part, onBytes);
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
