/**
 * The most memory that an import takes, for files of every kind and ones several times as long: it must not grow with the
 * rows. Beside it how long the thread that answers questions was held meanwhile.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildTarget, builtBench } from '../build-target.ts';
import { runProcess } from '../run-process.ts';
import { type ImportFileName, importFiles, ROWS_TO_RECOGNISE } from './import-files.ts';

/** What one import in a process of its own has taken. */
export interface ImportRun {
  rows: number;
  fileBytes: number;
  seconds: number;
  /** Resident memory of the process at its most: before the import, and by its end. */
  beforeBytes: number;
  peakBytes: number;
  /** How late the thread that answers came to its turn: with nothing to do, and while it was importing. */
  quietDelay: Delay;
  delay: Delay;
}

/** Milliseconds. */
export interface Delay {
  p99Ms: number;
  mostMs: number;
}

export interface ImportMemory extends ImportRun {
  file: ImportFileName;
}

/** What the process prints. */
export interface ImportOnce extends ImportRun {
  inserted: number;
}

/** Imports each file in a new process of the built program, in a folder that is removed. Throws when one does not take in all rows. */
export async function measureImportMemory(
  folder: string,
  records: number,
  say: (line: string) => void,
  files: readonly ImportFileName[] = Object.keys(importFiles) as ImportFileName[],
): Promise<ImportMemory[]> {
  await buildTarget('bench');
  rmSync(folder, { recursive: true, force: true });
  try {
    const results: ImportMemory[] = [];
    for (const file of files) {
      const { timesAsLong, mostRows } = importFiles[file];
      const sizes = new Set([1, timesAsLong].map((times) => Math.min(times * records, mostRows)));
      for (const rows of sizes) results.push({ file, ...(await importOnce(folder, file, rows, say)) });
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importOnce(
  folder: string,
  file: ImportFileName,
  rows: number,
  say: (line: string) => void,
): Promise<ImportRun> {
  const { title, isGood, write } = importFiles[file];
  say(`Memory of an import of ${rows} rows: ${title}…`);
  const store = join(folder, 'store');
  mkdirSync(store, { recursive: true });
  const path = join(folder, 'plant');
  await write(path, rows);
  const { code, stdout, stderr } = await runProcess(process.execPath, [builtBench, store, path], { output: 'keep' });
  if (code !== 0) throw new Error(`The import of ${rows} rows failed: ${stderr.trim()}`);
  const { inserted, ...run }: ImportOnce = JSON.parse(stdout);
  const wanted = isGood ? rows : Math.min(rows, ROWS_TO_RECOGNISE);
  if (inserted !== wanted || run.rows !== rows) throw new Error(`${inserted} rows of ${rows} were imported.`);
  rmSync(folder, { recursive: true });
  return run;
}
