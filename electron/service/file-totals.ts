import { type ColumnTotal, columnTotals } from '../../db/import/column-totals.ts';
import { inspectFile } from '../../db/import/inspect.ts';
import type { FileChoice, ImportProfile } from '../../shared/import/profile.ts';

/**
 * Adds up every column of a file as a profile reads it, or as it is guessed to be read; no store is needed. Throws
 * FILE_UNREADABLE or FILE_NOT_TABULAR.
 */
export async function totalsOfFile(
  path: string,
  given?: ImportProfile,
  choice: FileChoice = {},
): Promise<{ profile: ImportProfile; rows: number; columns: ColumnTotal[] }> {
  const profile = given ? { ...given, ...choice } : (await inspectFile(path, choice)).profile;
  return { profile, ...(await columnTotals(path, profile)) };
}
