/**
 * Where a table lies. A file holds it, or an archive holds the file, or the file is compressed; and the file may hold several.
 * One text names it in profiles: the sheet or table, the file of an archive, or both with a mark between.
 */

import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import { type Container, containerOf, contentsOf, filesInZip, kindOfBytes, type TextContainer } from './contents.ts';
import { unpack } from './unpacked.ts';

const WITHIN = ' › ';

export interface Place {
  /** The file to be read: the one that was given, or what was unpacked of it. */
  path: string;
  container: Container;
  /** The file of an archive whose text it is. */
  entry: string | undefined;
  /** The sheet or table; the first where absent. */
  table: string | undefined;
  /** Files of the archive that it lies in; empty where it lies in none. */
  entries: readonly string[];
  /** How many bytes of the file that was given stand for one that is read. */
  bytesForOne: number;
}

/** A place that may lie in a copy, which stays until it is let go. */
export interface OpenPlace extends Place {
  release(): void;
}

/** Finds what `part` names in a file, the first where it is absent. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words. */
export async function openPlace(path: string, part: string | undefined): Promise<OpenPlace> {
  const container = await containerOf(path);
  if (container !== 'gzip' && container !== 'zip') {
    return { path, container, entry: undefined, table: part, entries: [], bytesForOne: 1, release() {} };
  }
  const entries = container === 'zip' ? await filesInZip(path) : [];
  const { entry, table } = container === 'zip' ? namedIn(entries, part, path) : { entry: undefined, table: part };
  const packed = { path, container, entry, table, entries, bytesForOne: 1, release() {} } as const;
  const kind = kindOfBytes(await beginningOf(path, container, entry));
  if (kind === 'plain') return packed;
  if (kind === 'gzip') throw packedTwice(path, entry);
  const { path: copy, release } = await unpack(path, entry, () => contentsOf(path, container, entry));
  try {
    const within = await containerOf(copy);
    if (within === 'zip') throw packedTwice(path, entry);
    const bytesForOne = statSync(path).size / Math.max(1, statSync(copy).size);
    return { ...packed, path: copy, container: within, bytesForOne, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** What a table is called beside the others of an archive. */
export function nameWithin(entry: string, table: string): string {
  return `${entry}${WITHIN}${table}`;
}

/** The file of an archive, and the table in it, that a part names. An archive of one file is as good as that file. */
function namedIn(
  entries: readonly string[],
  part: string | undefined,
  path: string,
): { entry: string; table: string | undefined } {
  const [first] = entries;
  if (first === undefined) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `The archive '${basename(path)}' holds no files. Pack it again and check what is in it.`,
    );
  }
  if (part === undefined) return { entry: first, table: undefined };
  if (entries.includes(part)) return { entry: part, table: undefined };
  const outer = entries.find((entry) => part.startsWith(entry + WITHIN));
  if (outer !== undefined) return { entry: outer, table: part.slice(outer.length + WITHIN.length) };
  if (entries.length === 1) return { entry: first, table: part };
  throw new AppError('FILE_NOT_TABULAR', `'${basename(path)}' holds no '${part}'. Choose another of its tables.`);
}

async function beginningOf(path: string, container: TextContainer, entry: string | undefined): Promise<Buffer> {
  for await (const chunk of contentsOf(path, container, entry)) return chunk;
  return Buffer.alloc(0);
}

function packedTwice(path: string, entry: string | undefined): AppError {
  const what = entry === undefined ? 'What it holds' : `Its '${entry}'`;
  return new AppError(
    'FILE_NOT_TABULAR',
    `'${basename(path)}' is packed twice. ${what} is packed as well: unpack it once, and import what comes out.`,
  );
}
