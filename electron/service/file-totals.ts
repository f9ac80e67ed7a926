import { inspectFile } from '../../db/import/inspect.ts';
import { columnTotals, type FileTotals, joinedTotals } from '../../db/import/rows/column-totals.ts';
import type { SecondFile } from '../../db/import/shape/second-file.ts';
import type { FileChoice, ImportProfile } from '../../shared/import/profile.ts';
import type { Recognition } from '../../shared/import/recognition.ts';

/**
 * Adds up every column of a file as a profile reads it, or as it is guessed to be read, with what a second file brings along where
 * one is given; no store is needed. Throws FILE_UNREADABLE or FILE_NOT_TABULAR, and INVALID_PROFILE where nothing joins the two.
 */
export async function totalsOfFile(
  path: string,
  given?: ImportProfile,
  choice: FileChoice = {},
  second?: SecondFile,
): Promise<{ profile: ImportProfile; recognised: Recognition } & FileTotals> {
  const { joinOn, ...written } = choice;
  const isJoinSaid = given?.shape.join !== undefined && joinOn === undefined;
  const shape = isJoinSaid && second ? { shape: given.shape } : {};
  const found = await inspectFile(path, { ...(given && writingOf(given)), ...choice, ...shape }, second);
  const { join } = found.profile.shape;
  const own = given ? { ...given, ...written } : found.profile;
  const profile = join && !isJoinSaid ? { ...own, shape: { ...own.shape, join } } : own;
  const totals = second ? await joinedTotals(path, profile, second) : await columnTotals(path, profile);
  return { profile, recognised: found.recognised, ...totals };
}

/** What a profile says of how its files are written. */
function writingOf({ part, encoding, headerLine, delimiter, quote, escaping }: ImportProfile): FileChoice {
  return { encoding, headerLine, delimiter, quote, escaping, ...(part !== undefined && { part }) };
}
