/**
 * What is packed and is no text, as a file of its own: a workbook, a database and a Parquet file are read from their end. The
 * file stays for some seconds after it was read, as who looks at a file opens it several times.
 */
import { createWriteStream, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/lib/app-error.ts';
import { makeScratchFolder } from '../../engine/scratch-folder.ts';

const MIB = 1024 * 1024;
const KEPT_MS = 10_000;
/** No table packs so well: databases of little else than zeros come to a hundredth. */
const MOST_TIMES = 250;
const NEVER_TOO_MUCH = 64 * MIB;
const MOST_BYTES = 16 * 1024 * MIB;

/** A file that was unpacked, good until it is let go. */
export interface Unpacked {
  path: string;
  release(): void;
}

interface Kept {
  folder: string;
  file: Promise<string>;
  users: number;
  timer?: NodeJS.Timeout;
}

const kept = new Map<string, Kept>();
process.on('exit', () => {
  for (const { folder } of kept.values()) rmSync(folder, { recursive: true, force: true });
});

/**
 * Unpacks `entry` of the file at `path`, or finds it unpacked already. Throws FILE_UNREADABLE where there is no room for it or it
 * grows beyond what a table packs into so few bytes.
 */
export async function unpack(
  path: string,
  entry: string | undefined,
  chunks: () => AsyncIterable<Buffer>,
): Promise<Unpacked> {
  const { size, mtimeMs } = statSync(path);
  const key = JSON.stringify([path, size, mtimeMs, entry]);
  const found = kept.get(key) ?? begin(key, path, entry, size, chunks);
  clearTimeout(found.timer);
  found.users += 1;
  const release = () => {
    found.users -= 1;
    if (found.users === 0) found.timer = setTimeout(() => remove(key, found), KEPT_MS).unref();
  };
  try {
    return { path: await found.file, release };
  } catch (error) {
    remove(key, found);
    throw error;
  }
}

function begin(
  key: string,
  path: string,
  entry: string | undefined,
  size: number,
  chunks: () => AsyncIterable<Buffer>,
): Kept {
  const folder = makeScratchFolder();
  const file = join(folder, nameWithin(path, entry));
  const made: Kept = { folder, file: write(chunks(), file, path, size).then(() => file), users: 0 };
  kept.set(key, made);
  return made;
}

function remove(key: string, { folder }: Kept): void {
  kept.delete(key);
  rmSync(folder, { recursive: true, force: true });
}

/** What the packed file is called, as far as any system takes it for a name; messages name it. */
function nameWithin(path: string, entry: string | undefined): string {
  const name = basename(entry ?? path.replace(/\.gz$/i, '')).replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  return name === '' || /^\.+$/.test(name) ? 'table' : name.slice(-100);
}

async function write(chunks: AsyncIterable<Buffer>, file: string, path: string, packedBytes: number): Promise<void> {
  const most = Math.min(MOST_BYTES, Math.max(NEVER_TOO_MUCH, MOST_TIMES * packedBytes));
  try {
    await pipeline(limited(chunks, most, path), createWriteStream(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    throw new AppError(
      'FILE_UNREADABLE',
      `There is no room to unpack '${basename(path)}' in the folder for scratch files. Free some and retry.`,
      error,
    );
  }
}

async function* limited(chunks: AsyncIterable<Buffer>, most: number, path: string): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge(path, most);
    yield chunk;
  }
}

function tooLarge(path: string, most: number): AppError {
  return new AppError(
    'FILE_UNREADABLE',
    `What is packed in '${basename(path)}' goes on beyond ${Math.round(most / MIB)} MB, more than a table packs into so few bytes. Unpack it and import what is in it.`,
  );
}
