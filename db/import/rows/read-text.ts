import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { unreadable } from '../file/unreadable.ts';
import { openUtf8 } from '../file/utf8.ts';

/**
 * Rows are read no faster by larger ones, and the cells of those that are set aside live longer: with 256 KiB a file of which all
 * rows are rejected took 100 MB more.
 */
const CHUNK_BYTES = 32 * 1024;
/** A piece ends with a line, unless the line is longer than any row can be. */
const LONGEST_LINE = 1024 * 1024;
const RETURN = 13;
const LINE_FEED = 10;

/** How the text of a file is written, and where in it the table stands. */
export type TextReading = Partial<Pick<ImportProfile, 'encoding' | 'part'>>;

/** The text of a file in pieces as `readPieces` gives them. */
export async function* readText(
  path: string,
  reading?: TextReading,
  onBytes?: (bytesRead: number) => void,
): AsyncGenerator<string> {
  for await (const piece of readPieces(path, reading, onBytes)) yield piece.toString('utf8');
}

/**
 * The one place where bytes become text: streams the text of a file as UTF-8, in pieces of whole lines, with its byte order
 * mark dropped and every line break (CRLF, CR) made LF. A piece is good until the next one is asked for. `onBytes` hears how
 * many bytes of the file have been read so far. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words.
 */
export async function* readPieces(
  path: string,
  reading: TextReading = {},
  onBytes?: (bytesRead: number) => void,
): AsyncGenerator<Buffer> {
  await assertReadableFile(path);
  const breaks = new LineBreaks();
  // One stretch of memory for all of the file: what is kept back stands before what is read next.
  let buffer = Buffer.allocUnsafe(4 * CHUNK_BYTES);
  let kept = 0;
  let bytesRead = 0;
  const utf8 = await openUtf8(path, reading, onBytes);
  try {
    for (;;) {
      if (buffer.length - kept <= CHUNK_BYTES) buffer = Buffer.concat([buffer.subarray(0, kept)], 2 * buffer.length);
      const length = await utf8.read(buffer, kept, CHUNK_BYTES);
      if (length === 0) break;
      const chunk = buffer.subarray(kept, kept + length);
      assertText(path, chunk, bytesRead === 0);
      const text = kept + breaks.unify(chunk, bytesRead === 0 ? markLength(chunk) : 0);
      bytesRead += length;
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
    await utf8.close();
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

/** Throws FILE_UNREADABLE for what is no file, FILE_NOT_TABULAR for an empty one. */
export async function assertReadableFile(path: string): Promise<void> {
  const name = basename(path);
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (found.isDirectory()) {
    throw new AppError('FILE_UNREADABLE', `'${name}' is a folder. Choose a file inside it.`);
  }
  if (found.size === 0 && found.isFile()) {
    throw new AppError('FILE_NOT_TABULAR', `The file '${name}' is empty. Export it again and check that it has rows.`);
  }
}

function assertText(path: string, chunk: Buffer, isFirst: boolean): void {
  const name = basename(path);
  const mark = isFirst && chunk.length >= 2 ? chunk.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) {
    throw new AppError('FILE_NOT_TABULAR', `'${name}' is UTF-16 text. Choose that as its encoding.`);
  }
  if (chunk.includes(0)) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${name}' is not a text file: it holds binary data. Export it as CSV and import that.`,
    );
  }
}

function assertUtf8(path: string, text: Buffer, offset: number): void {
  if (isUtf8(text)) return;
  throw new AppError(
    'FILE_NOT_TABULAR',
    `'${basename(path)}' is not UTF-8 text (at or after byte ${Math.max(0, offset)}). Choose the encoding in which it is written.`,
  );
}
