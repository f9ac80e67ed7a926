/** How a file is read by what the store remembers of files with the same headings: the same for the window and a watched folder. */
import type { Engine } from '../../../db/engine/engine.ts';
import type { InspectedFile } from '../../../db/import/inspect.ts';
import type { SecondFile } from '../../../db/import/shape/second-file.ts';
import type { KeptProfile } from '../../../shared/contract/profiles.ts';
import type { Preview } from '../../../shared/contract/schemas.ts';
import type { FileChoice, ImportProfile } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';

export interface KnownReading {
  found: InspectedFile;
  /** Profiles for the same headings, the one used last first. */
  same: KeptProfile[];
  /** The one that the file is read by; null where there is none, or none that makes a record of any of its rows. */
  kept: KeptProfile | null;
  profile: ImportProfile;
  preview: Preview;
}

export interface ReadingWish {
  path: string;
  /** What the file is called where it came from; the name at its path when absent. */
  name?: string;
  choice: FileChoice;
  /** The file that is joined with it. */
  second?: SecondFile;
  /** Of all profiles and of those for the same headings, the one to read by. */
  choose(all: readonly KeptProfile[], same: readonly KeptProfile[]): KeptProfile | null;
}

/** Looks at a file and reads it by a profile that is kept, where one fits. Throws as `inspect` does. */
export async function readAsKnown(
  engine: Pick<Engine, 'ask' | 'folder'>,
  { path, name, choice, second, choose }: ReadingWish,
): Promise<KnownReading> {
  const found = await engine.ask('inspect', { path, name, choice, ...(second && { second }) });
  const all = await engine.ask('profiles', engine.folder);
  const same = all.filter(({ fingerprint }) => fingerprint === found.fingerprint);
  const kept = choose(all, same);
  // Who says anew which rows are records, or brings a second file to a profile that knows of none, has another table.
  const isOther = choice.shape !== undefined || (second !== undefined && !kept?.profile.shape.join);
  const asGuessed = { found, same, kept: null, profile: found.profile, preview: found.preview };
  if (!kept || isOther) return asGuessed;
  // How a file is written it tells by itself, or a person does; the one before may have been written otherwise.
  const profile = asWritten(kept.profile, found.profile);
  const preview = await ifItFits(() => engine.ask('preview', { path, name, profile, ...(second && { second }) }));
  // A plant may write another format under the same header; what makes no record of this file is no memory of it.
  const fits = preview !== null && (preview.accepted > 0 || found.preview.accepted === 0);
  return fits ? { found, same, kept, profile, preview } : asGuessed;
}

function asWritten(
  { part: _, ...profile }: ImportProfile,
  { format, encoding, part, headerLine, delimiter, quote, escaping }: ImportProfile,
): ImportProfile {
  const written = { format, encoding, headerLine, delimiter, quote, escaping };
  return { ...profile, ...written, ...(part === undefined ? {} : { part }) };
}

/** Null where a profile does not fit a file any more, as its units are others: the file is then looked at anew. */
async function ifItFits<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError && error.code === 'INVALID_PROFILE') return null;
    throw error;
  }
}
