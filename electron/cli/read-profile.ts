import type { KeptProfile } from '../../shared/contract/profiles.ts';
import type { FileChoice, ImportProfile } from '../../shared/import/profile.ts';
import { profileFileSchema } from '../../shared/import/profile-file.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { describeIssues } from '../../shared/query/report-query.ts';
import { parseJson, readTextFile } from './arguments.ts';
import type { StoreInvocation } from './command.ts';

/** Reads an import profile from a JSON file. Throws INVALID_PROFILE naming each fault, INVALID_ARGUMENT when it is no JSON. */
export async function readProfile(path: string): Promise<ImportProfile> {
  const parsed = profileFileSchema.safeParse(parseJson(await readTextFile(path), path));
  if (!parsed.success)
    throw new AppError('INVALID_PROFILE', `The profile '${path}' cannot be used: ${describeIssues(parsed.error)}.`);
  const { headings: _, ...profile } = parsed.data;
  return profile;
}

/** How a file that was handed over is read, where that is said by a profile. */
export type ProfileOfFile = (fileId: string, choice: FileChoice) => Promise<ImportProfile>;

/**
 * The profile that a command names: one that the store keeps, by its name, or a JSON file. Of several of that name the one for
 * the headings of the file counts. Throws as readProfile does.
 */
export async function profileNamed({ client }: StoreInvocation, nameOrFile: string): Promise<ProfileOfFile> {
  const named = (await client.profiles.list()).filter(({ name }) => name === nameOrFile);
  if (named.length === 0) {
    const profile = await readProfile(nameOrFile);
    return async (_, choice) => ({ ...profile, ...choice });
  }
  return async (fileId, choice) => {
    const { fileName, profiles } = await client.imports.inspect({ fileId, ...choice });
    const profileId = idFor(named, profiles);
    const { profile, remembered } = await client.imports.inspect({ fileId, ...choice, profileId });
    if (remembered) return profile;
    throw new AppError(
      'INVALID_PROFILE',
      `By the profile '${nameOrFile}' no row of ${fileName} is a record. Nothing of it was imported; name another profile, or none.`,
    );
  };
}

function idFor(named: readonly KeptProfile[], sameHeadings: readonly { id: number }[]): number | undefined {
  const forIt = named.find(({ id }) => sameHeadings.some((same) => same.id === id));
  return (forIt ?? named[0])?.id;
}
