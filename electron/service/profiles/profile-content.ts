import { assertProfileComplete } from '../../../db/import/rows/map-row.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { type ProfileFile, profileFileSchema } from '../../../shared/import/profile-file.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { describeIssues } from '../../../shared/query/report-query.ts';

export interface ProfileContent {
  profile: ImportProfile;
  /** Null where the file does not tell them. */
  headings: string[] | null;
}

/** Reads a profile from the text of a file. Throws INVALID_PROFILE naming each fault; what it holds beside a profile is a fault. */
export function parseProfile(content: string): ProfileContent {
  const parsed = profileFileSchema.safeParse(parseJson(content));
  if (!parsed.success) throw unusable(`${describeIssues(parsed.error)}.`);
  const { headings = null, ...profile } = parsed.data;
  assertProfileComplete(profile);
  return { profile, headings };
}

/** The text of a file from which parseProfile reads the same. */
export function writeProfile({ profile, headings }: ProfileContent): string {
  const file: ProfileFile = headings && headings.length > 0 ? { ...profile, headings } : profile;
  return `${JSON.stringify(file, null, 2)}\n`;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw unusable(`it is not valid JSON (${error instanceof Error ? error.message : String(error)}).`, error);
  }
}

function unusable(why: string, cause?: unknown): AppError {
  return new AppError(
    'INVALID_PROFILE',
    `The file is no profile that can be used: ${why} Nothing was changed; correct it, or export a profile anew.`,
    cause,
  );
}
