import { type ColumnTotal, columnTotals } from '../../db/import/column-totals.ts';
import { inspectFile } from '../../db/import/inspect.ts';
import type { FileChoice, ImportProfile } from '../../shared/import/profile.ts';
import type { Recognition } from '../../shared/import/recognition.ts';

/**
 * Adds up every column of a file as a profile reads it, or as it is guessed to be read; no store is needed. Throws
 * FILE_UNREADABLE or FILE_NOT_TABULAR.
 */
export async function totalsOfFile(
  path: string,
  given?: ImportProfile,
  choice: FileChoice = {},
): Promise<{ profile: ImportProfile; recognised: Recognition; rows: number; columns: ColumnTotal[] }> {
  const found = await inspectFile(path, given ? { ...writingOf(given), ...choice } : choice);
  const profile = given ? { ...given, ...choice } : found.profile;
  return { profile, recognised: found.recognised, ...(await columnTotals(path, profile)) };
}

/** What a profile says of how its files are written. */
function writingOf({ part, encoding, headerLine, delimiter, quote, escaping }: ImportProfile): FileChoice {
  return { encoding, headerLine, delimiter, quote, escaping, ...(part !== undefined && { part }) };
}
