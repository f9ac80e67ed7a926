import type { Engine } from '../../../db/engine/engine.ts';
import type { KeptProfile } from '../../../shared/contract/profiles.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { type KnownReading, readAsKnown } from '../profiles/known-reading.ts';

const OPEN_ONCE =
  'Open it once in Throughline and confirm how it is read; the next ones are then imported by themselves.';

/**
 * How a file that came into a watched folder is read: by the profile that the folder names, or else by that of its headings.
 * Nothing is guessed. Throws INVALID_PROFILE with what to do where no person has said yet how such files are read.
 */
export async function readArrival(
  engine: Pick<Engine, 'ask' | 'folder'>,
  path: string,
  profileName: string | null,
): Promise<ImportProfile> {
  const reading = await readAsKnown(engine, { path, choice: {}, choose: chooseBy(profileName) });
  if (reading.kept) return (await asConfirmed(engine, path, reading.kept, reading)).profile;
  throw new AppError('INVALID_PROFILE', whyUnknown(reading, profileName));
}

/** Of several profiles the named one, rather for these headings than for others; without a name the one used last. */
function chooseBy(name: string | null) {
  return (all: readonly KeptProfile[], same: readonly KeptProfile[]): KeptProfile | null => {
    if (name === null) return same[0] ?? null;
    return same.find((each) => each.name === name) ?? all.find((each) => each.name === name) ?? null;
  };
}

/**
 * A guess of the encoding gives way to what a person confirmed for such files; letters that this encoding does not have then
 * stop the import in words.
 */
async function asConfirmed(
  engine: Pick<Engine, 'ask' | 'folder'>,
  path: string,
  kept: KeptProfile,
  reading: KnownReading,
): Promise<{ profile: ImportProfile }> {
  const { encoding } = kept.profile;
  const { found } = reading;
  const accepts = reading.preview.accepted + reading.preview.rejected === 0 || reading.preview.accepted > 0;
  if (!accepts) {
    const example = reading.preview.rows.find(({ reason }) => reason !== null)?.reason ?? 'no row can be read';
    throw new AppError('INVALID_PROFILE', `None of its first rows is a record (${example}). ${OPEN_ONCE}`);
  }
  if (!found.isEncodingGuessed || encoding === found.profile.encoding) return reading;
  const again = await readAsKnown(engine, { path, choice: { encoding }, choose: () => kept });
  if (again.kept) return again;
  throw new AppError('INVALID_PROFILE', `How its letters are written is not certain. ${OPEN_ONCE}`);
}

function whyUnknown({ same }: KnownReading, profileName: string | null): string {
  if (profileName !== null && !same.some(({ name }) => name === profileName)) {
    return `By the profile '${profileName}', which its folder names, no row of it is a record, or there is no such profile. ${OPEN_ONCE}`;
  }
  if (same.length > 0) return `It is written otherwise than files with these headings before. ${OPEN_ONCE}`;
  return `No file with these headings was imported before. ${OPEN_ONCE}`;
}
