import { isUtf8 } from 'node:buffer';
import { type FileHandle, open, stat } from 'node:fs/promises';
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
  // One stretch of memory for all of the file: what is kept back stands before what is read next.
  let buffer = Buffer.allocUnsafe(LONGEST_LINE);
  let kept = 0;
  let bytesRead = 0;
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    for (;;) {
      if (buffer.length - kept <= CHUNK_BYTES) buffer = Buffer.concat([buffer.subarray(0, kept)], 2 * buffer.length);
      const { bytesRead: length } = await file.read(buffer, kept, CHUNK_BYTES, null);
      if (length === 0) break;
      const chunk = buffer.subarray(kept, kept + length);
      assertText(path, chunk, bytesRead === 0);
      const text = kept + breaks.unify(chunk, bytesRead === 0 ? markLength(chunk) : 0);
      bytesRead += length;
      onBytes?.(bytesRead);
      const end = endOfPiece(buffer.subarray(0, text));
      const piece = buffer.subarray(0, end);
      assertUtf8(path, piece, bytesRead - text);
      if (end > 0) yield piece;
      buffer.copyWithin(0, end, text);
      kept = text - end;
    }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(path, error);
  } finally {
    await file?.close();
  }
  const rest = buffer.subarray(0, kept);
  assertUtf8(path, rest, bytesRead - rest.length);
  if (rest.length > 0) yield rest;
}

/** Makes CRLF and CR into LF in bytes that come in chunks; a LF that begins one may be the second half of CRLF. */
class LineBreaks {
  #afterReturn = false;

  /** Unifies a chunk in place, from an offset on; returns its new length. */
  unify(chunk: Buffer, offset: number): number {
    if (offset === 0 && !this.#afterReturn && !chunk.includes(RETURN)) return chunk.length;
    let length = 0;
    for (let at = offset; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      // A return is written as a line feed at once, so that it needs no room of its own after the chunk.
      if (!(this.#afterReturn && byte === LINE_FEED)) chunk[length++] = byte === RETURN ? LINE_FEED : byte;
      this.#afterReturn = byte === RETURN;
    }
    return length;
  }
}

function markLength(chunk: Buffer): number {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
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
