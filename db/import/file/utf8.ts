/** The text of any file as UTF-8, however it is written and wherever it lies. */
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { TextReading } from '../read-text.ts';
import { containerOf, contentsOf } from './contents.ts';
import { toUtf8 } from './encoding.ts';
import { unreadable } from './unreadable.ts';

/** Gives bytes on demand, into memory that its caller has. */
export interface ByteReader {
  /** How many bytes were put there; 0 at the end. */
  read(into: Buffer, at: number, most: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens a file as UTF-8; `onBytes` hears how many bytes of the file were read. Throws FILE_UNREADABLE or FILE_NOT_TABULAR. */
export async function openUtf8(
  path: string,
  { encoding = 'utf-8', part }: TextReading,
  onBytes: (bytesRead: number) => void = () => {},
): Promise<ByteReader> {
  const container = await containerOf(path);
  if (container === 'workbook') {
    const { sheetAsText } = await import('./sheet-text.ts');
    return readerOf(sheetAsText(path, part, onBytes));
  }
  if (container === 'plain' && encoding === 'utf-8') return readerOfFile(path, onBytes);
  const contents = contentsOf(path, container, part, onBytes);
  const stray = () => {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${basename(path)}' holds bytes that are no letters of ${encoding}. Choose the encoding in which it is written.`,
    );
  };
  return readerOf(encoding === 'utf-8' ? contents : toUtf8(contents, encoding, stray));
}

/** Reads straight into the memory, which is what most files take. */
async function readerOfFile(path: string, onBytes: (bytesRead: number) => void): Promise<ByteReader> {
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
