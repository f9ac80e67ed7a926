import { basename } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';

/** Why a file could not be read, in a sentence. */
export function unreadable(path: string, error: unknown): AppError {
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

/** Throws that bytes are no letters of UTF-8. */
export function notUtf8(path: string): never {
  throw new AppError(
    'FILE_NOT_TABULAR',
    `'${basename(path)}' is not UTF-8 text. Choose the encoding in which it is written.`,
  );
}
