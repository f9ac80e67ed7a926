import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { HandedFile } from '../../shared/contract/desktop-bridge.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { Download } from '../service/service.ts';

const tableExtensions = [
  ...['csv', 'tsv', 'txt', 'xlsx', 'xls', 'jsonl', 'ndjson', 'json'],
  ...['db', 'sqlite', 'sqlite3', 'parquet', 'gz', 'zip'],
];

export interface FileDesk {
  register(path: string): string;
}

/** Takes a file by its place on disk. Throws FILE_UNREADABLE when what was dropped has none, as text or a picture has not. */
export function handOver(files: FileDesk, path: unknown): HandedFile {
  if (typeof path !== 'string' || !isAbsolute(path)) {
    throw new AppError('FILE_UNREADABLE', 'What was dropped is not a file on this computer. Drop or choose a file.');
  }
  return { fileId: files.register(path), name: basename(path) };
}

/** Asks which files to open; empty when the dialog was closed. */
export async function chooseFiles(window: BrowserWindow, files: FileDesk): Promise<HandedFile[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'CSV, XLSX, JSON, SQLite, Parquet', extensions: tableExtensions },
      { name: '*', extensions: ['*'] },
    ],
  });
  return filePaths.map((path) => handOver(files, path));
}

/** Asks for a folder, beginning at one that is known; null when the dialog was closed. */
export async function chooseFolder(window: BrowserWindow, from: unknown): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
    ...(typeof from === 'string' && isAbsolute(from) && { defaultPath: from }),
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where to and writes the download there; false when the dialog was closed. Throws FILE_UNREADABLE when it cannot be written. */
export function saveDownload(window: BrowserWindow, { path, fileName }: Download): Promise<boolean> {
  return saveBy(window, fileName, (filePath) => copyFile(path, filePath));
}

/**
 * Asks where to and writes there what the window made; false when the dialog was closed. Throws INVALID_ARGUMENT when it is no bytes
 * under a plain name, FILE_UNREADABLE when it cannot be written.
 */
export async function saveMade(window: BrowserWindow, fileName: unknown, bytes: unknown): Promise<boolean> {
  if (typeof fileName !== 'string' || basename(fileName) !== fileName || !(bytes instanceof Uint8Array)) {
    throw new AppError('INVALID_ARGUMENT', 'What is to be saved is not a file. Make it again.');
  }
  return saveBy(window, fileName, (filePath) => writeFile(filePath, bytes));
}

async function saveBy(window: BrowserWindow, name: string, write: (path: string) => Promise<void>): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
  if (canceled || filePath === '') return false;
  const beside = `${filePath}.${process.pid}.part`;
  try {
    await write(beside);
    await rename(beside, filePath);
    return true;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {}); // the folder itself may be none
    const why = error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? ', as its disk is full' : '';
    throw new AppError('FILE_UNREADABLE', `'${filePath}' cannot be written${why}. Choose another place.`, error);
  }
}

/** Shows a folder in the system's own window of files. Throws FILE_UNREADABLE where it is not there. */
export async function openFolder(folder: string): Promise<void> {
  const refusal = await shell.openPath(folder);
  if (refusal !== '') throw new AppError('FILE_UNREADABLE', `${folder} could not be opened (${refusal}).`);
}
