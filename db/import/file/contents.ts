/** What a file is, by its first bytes, and what it holds: bytes as they are, compressed, or of one file of several in an archive. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { AppError } from '../../../shared/lib/app-error.ts';
import { unreadable } from './unreadable.ts';

export type Container = 'plain' | 'gzip' | 'zip' | 'workbook' | 'sqlite' | 'parquet';
/** Containers of text, as against those that are tables themselves. */
export type TextContainer = Extract<Container, 'plain' | 'gzip' | 'zip'>;

const SIGNATURE_BYTES = 16;
const GZIP = Buffer.from([0x1f, 0x8b]);
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** An archive without files has nothing but its end. */
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const DATABASE = Buffer.from('SQLite format 3\0', 'latin1');
const PARQUET = Buffer.from('PAR1', 'latin1');
const OLD_WORKBOOK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** What a workbook is known by among zip archives. */
export const WORKBOOK = 'xl/workbook.xml';

/** What bytes say of a file: a workbook of today is an archive, and told from others by what is in it. */
export type KindOfBytes = Exclude<Container, 'workbook'> | 'old workbook';

/** What kind of file begins like this. */
export function kindOfBytes(start: Buffer): KindOfBytes {
  if (start.indexOf(GZIP) === 0) return 'gzip';
  if (start.indexOf(DATABASE) === 0) return 'sqlite';
  if (start.indexOf(PARQUET) === 0) return 'parquet';
  if (start.indexOf(OLD_WORKBOOK) === 0) return 'old workbook';
  return start.indexOf(ZIP) === 0 || start.indexOf(EMPTY_ZIP) === 0 ? 'zip' : 'plain';
}

/** What kind of container a file is, by its first bytes. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words. */
export async function containerOf(path: string): Promise<Container> {
  const kind = kindOfBytes(await signatureOf(path));
  if (kind === 'old workbook') throw asXlsx(path, 'is a workbook of the kind before 2007');
  if (kind !== 'zip') return kind;
  const names = new Set((await entriesOf(path)).map(({ fileName }) => fileName));
  if (names.has(WORKBOOK)) return 'workbook';
  if (names.has('xl/workbook.bin')) throw asXlsx(path, 'is a workbook in binary (.xlsb)');
  if (names.has('mimetype') && names.has('content.xml'))
    throw asXlsx(path, 'is a document of OpenOffice or LibreOffice');
  return 'zip';
}

function asXlsx(path: string, what: string): AppError {
  return new AppError(
    'FILE_NOT_TABULAR',
    `'${basename(path)}' ${what}. Open it and save it as .xlsx, then import that.`,
  );
}

async function signatureOf(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    await file.close();
  }
}

/** The files in a zip archive that may hold a table; folders, and what a Macintosh keeps of them, are none. */
export async function filesInZip(path: string): Promise<string[]> {
  const names = (await entriesOf(path)).map(({ fileName }) => fileName);
  return names.filter((name) => !/\/$|^__MACOSX\/|(?:^|\/)\.DS_Store$/.test(name));
}

async function entriesOf(path: string): Promise<Entry[]> {
  return withZip(path, async (zip) => {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return entries;
  });
}

/** Runs `work` over an archive that is open. Throws FILE_UNREADABLE where it is damaged. */
export async function withZip<Result>(path: string, work: (zip: ZipFile) => Promise<Result>): Promise<Result> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false });
    return await work(zip);
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error);
  } finally {
    zip?.close();
  }
}

/**
 * The bytes in a file, in chunks; `entry` names the file of an archive. `onBytes` hears how many bytes of the file were read.
 * Throws FILE_UNREADABLE in words.
 */
export async function* contentsOf(
  path: string,
  container: TextContainer,
  entry: string | undefined,
  onBytes: (bytesRead: number) => void = () => {},
): AsyncGenerator<Buffer> {
  if (container === 'zip') {
    yield* contentsOfEntry(path, entry, onBytes);
    return;
  }
  const bytes = bytesOf(path, onBytes);
  yield* container === 'gzip' ? inflated(bytes, path) : bytes;
}

async function* bytesOf(path: string, onBytes: (bytesRead: number) => void): AsyncGenerator<Buffer> {
  let bytesRead = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      bytesRead += chunk.length;
      onBytes(bytesRead);
      yield chunk;
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* inflated(bytes: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const source = Readable.from(bytes).on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Buffer>;
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error);
  } finally {
    source.destroy();
  }
}

async function* contentsOfEntry(
  path: string,
  name: string | undefined,
  onBytes: (bytesRead: number) => void,
): AsyncGenerator<Buffer> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false });
    const entry = await findEntry(zip, name);
    if (!entry) throw new Error(`it holds no '${name}'`);
    const stream = await openEntry(zip, entry);
    const { size } = await stat(path);
    let inflatedBytes = 0;
    for await (const chunk of stream) {
      inflatedBytes += chunk.length;
      // The archive tells how far it was read only by what came of it; what else is in it will not be read.
      onBytes(Math.round((size * inflatedBytes) / Math.max(1, entry.uncompressedSize)));
      yield chunk;
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, error);
  } finally {
    zip?.close();
  }
}

/** The bytes of a file of an open archive. */
export async function openEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const stream = await zip.openReadStreamPromise(entry);
  // A failure is only called out, and would be waited for by who begins to read after it: the stream has to keep it. One that
  // comes when all that was wanted is read would end the program if nobody heard it.
  stream.on('error', (error) => stream.destroy(error));
  return stream;
}

async function findEntry(zip: ZipFile, name: string | undefined): Promise<Entry | null> {
  for await (const entry of zip.eachEntry()) if (entry.fileName === name) return entry;
  return null;
}

/** What a compressed file that cannot be read is told as. */
export function damaged(path: string, error: unknown): AppError {
  const detail = error instanceof Error ? error.message : String(error);
  return new AppError(
    'FILE_UNREADABLE',
    `'${basename(path)}' is compressed, and damaged or cut short (${detail}). Copy or export it again.`,
    error,
  );
}
