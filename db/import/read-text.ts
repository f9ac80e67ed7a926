import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';

const CHUNK_BYTES = 256 * 1024;
/** A piece ends with a line, unless the line is longer than any row can be. */
const LONGEST_LINE = 1024 * 1024;
const RETURN = 13;
const LINE_FEED = 10;

/** The text of a file in pieces as `readPieces` gives them. */
export async function* readText(path: string, onBytes?: (bytesRead: number) => void): AsyncGenerator<string> {
  for await (const piece of readPieces(path, onBytes)) yield piece.toString('utf8');
}

/**
 * The one place where bytes become text: streams a UTF-8 file in pieces of whole lines, with its byte order mark dropped
 * and every line break (CRLF, CR) made LF. A piece is good until the next one is asked for. `onBytes` hears how many
 * bytes have been read so far. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words.
 */
export async function* readPieces(path: string, onBytes?: (bytesRead: number) => void): AsyncGenerator<Buffer> {
  await assertReadableFile(path);
  const breaks = new LineBreaks();
  let bytesRead = 0;
  let kept: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      assertText(path, chunk, bytesRead === 0);
      const text = breaks.unify(bytesRead === 0 ? withoutMark(chunk) : chunk);
      bytesRead += chunk.length;
      const whole = kept.length === 0 ? text : Buffer.concat([kept, text]);
      const end = endOfPiece(whole);
      kept = whole.subarray(end);
      if (end === 0) continue;
      const piece = whole.subarray(0, end);
      assertUtf8(path, piece, bytesRead - whole.length);
      onBytes?.(bytesRead);
      yield piece;
    }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(path, error);
  }
  const rest = Buffer.concat([kept, breaks.rest()]);
  assertUtf8(path, rest, bytesRead - rest.length);
  if (rest.length > 0) yield rest;
}

/** Makes CRLF and CR into LF in bytes that come in chunks; a CR at the end of one may be the first half of CRLF. */
class LineBreaks {
  #afterReturn = false;

  unify(chunk: Buffer): Buffer {
    if (!this.#afterReturn && !chunk.includes(RETURN)) return chunk;
    const text = Buffer.allocUnsafe(chunk.length + 1);
    let length = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (this.#afterReturn) text[length++] = LINE_FEED;
      const isSecondHalf = this.#afterReturn && byte === LINE_FEED;
      this.#afterReturn = byte === RETURN;
      if (!isSecondHalf && byte !== RETURN) text[length++] = byte;
    }
    return text.subarray(0, length);
  }

  rest(): Buffer {
    return Buffer.alloc(this.#afterReturn ? 1 : 0, LINE_FEED);
  }
}

function withoutMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

/** After the last line break; without one 0, or before the last letter when that is too much to keep. */
function endOfPiece(text: Buffer): number {
  const end = text.lastIndexOf(LINE_FEED) + 1;
  if (end > 0 || text.length < LONGEST_LINE) return end;
  let letter = text.length - 1;
  while (letter > 0 && ((text[letter] ?? 0) & 0xc0) === 0x80) letter -= 1;
  return letter;
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

function assertUtf8(path: string, text: Buffer, offset: number): void {
  if (isUtf8(text)) return;
  throw new AppError(
    'FILE_NOT_TABULAR',
    `'${basename(path)}' is not UTF-8 text (at or after byte ${Math.max(0, offset)}). Save it as 'CSV UTF-8' and import that.`,
  );
}
