import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { TextDecoder } from 'node:util';
import { AppError } from '../../shared/lib/app-error.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * The one place where bytes become text: streams a UTF-8 file with its byte order mark dropped and every line break
 * (CRLF, CR) made LF. `onBytes` hears how many bytes have been read so far. Throws FILE_UNREADABLE or
 * FILE_NOT_TABULAR in words.
 */
export async function* readText(path: string, onBytes?: (bytesRead: number) => void): AsyncGenerator<string> {
  await assertReadableFile(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytesRead = 0;
  let pendingReturn = '';
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      assertText(path, chunk, bytesRead === 0);
      const decoded = pendingReturn + decode(path, decoder, chunk, bytesRead);
      bytesRead += chunk.length;
      onBytes?.(bytesRead);
      // A CR at the end of a chunk may be the first half of CRLF.
      pendingReturn = decoded.endsWith('\r') ? '\r' : '';
      yield unifyLineBreaks(pendingReturn ? decoded.slice(0, -1) : decoded);
    }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(path, error);
  }
  const rest = unifyLineBreaks(pendingReturn + decode(path, decoder, undefined, bytesRead));
  if (rest !== '') yield rest;
}

function unifyLineBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

async function assertReadableFile(path: string): Promise<void> {
  const name = basename(path);
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (found.isDirectory()) {
    throw new AppError('FILE_UNREADABLE', `'${name}' is a folder. Choose a CSV file inside it.`);
  }
  if (found.size === 0 && found.isFile()) {
    throw new AppError('FILE_NOT_TABULAR', `The file '${name}' is empty. Export it again and check that it has rows.`);
  }
}

function unreadable(path: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = basename(path);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('FILE_UNREADABLE', `There is no file '${path}'. Check the name and the folder.`, error);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError('FILE_UNREADABLE', `You may not read '${name}'. Ask for access, or copy it elsewhere.`, error);
  }
  if (code === 'EBUSY') {
    return new AppError('FILE_UNREADABLE', `'${name}' is locked by another program. Close it there and retry.`, error);
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new AppError('FILE_UNREADABLE', `The file '${name}' could not be read (${detail}). Copy it and retry.`, error);
}

function assertText(path: string, chunk: Buffer, isFirst: boolean): void {
  const name = basename(path);
  if (isFirst && chunk.length >= 4 && chunk.readUInt32BE(0) === 0x504b0304) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${name}' is a workbook or a zip archive, not a CSV file. Save its sheet as 'CSV UTF-8' and import that.`,
    );
  }
  const mark = isFirst && chunk.length >= 2 ? chunk.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) {
    throw new AppError('FILE_NOT_TABULAR', `'${name}' is UTF-16 text. Save it as 'CSV UTF-8' and import that.`);
  }
  if (chunk.includes(0)) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${name}' is not a text file: it holds binary data (or UTF-16 text). Save it as 'CSV UTF-8' and import that.`,
    );
  }
}

function decode(path: string, decoder: TextDecoder, chunk: Buffer | undefined, offset: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${basename(path)}' is not UTF-8 text (at or after byte ${offset}). Save it as 'CSV UTF-8' and import that.`,
      error,
    );
  }
}
