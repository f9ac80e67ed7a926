/** The most memory that an import takes, for a file and one three times as long: it must not grow with the rows. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProcess } from '../run-process.ts';
import { plantOf } from './plant.ts';
import { writePlantFile } from './plant-file.ts';

const SIZES = [1, 3];

export interface ImportMemory {
  rows: number;
  /** Resident memory of the process at its most: before the import, and by its end. */
  beforeBytes: number;
  peakBytes: number;
}

/** Imports each file in a new process, in a folder that is removed. Throws when one does not take in all rows. */
export async function measureImportMemory(
  folder: string,
  records: number,
  say: (line: string) => void,
): Promise<ImportMemory[]> {
  rmSync(folder, { recursive: true, force: true });
  try {
    const results: ImportMemory[] = [];
    for (const rows of SIZES.map((times) => times * records)) {
      say(`Memory of an import of ${rows} rows…`);
      const store = join(folder, String(rows));
      mkdirSync(store, { recursive: true });
      const csv = join(folder, 'plant.csv');
      writePlantFile(csv, plantOf(rows));
      const script = fileURLToPath(new URL('./import-once.ts', import.meta.url));
      const { code, stdout, stderr } = await runProcess(process.execPath, [script, store, csv], { output: 'keep' });
      if (code !== 0) throw new Error(`The import of ${rows} rows failed: ${stderr.trim()}`);
      const result: ImportMemory = JSON.parse(stdout);
      if (result.rows !== rows) throw new Error(`${result.rows} rows of ${rows} were imported.`);
      results.push(result);
      rmSync(store, { recursive: true });
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
