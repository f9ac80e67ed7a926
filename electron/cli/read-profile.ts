import { type ImportProfile, importProfileSchema } from '../../shared/import/profile.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { describeIssues } from '../../shared/query/report-query.ts';
import { parseJson, readTextFile } from './arguments.ts';

/** Reads an import profile from a JSON file. Throws INVALID_PROFILE naming each fault, INVALID_ARGUMENT when it is no JSON. */
export async function readProfile(path: string): Promise<ImportProfile> {
  const parsed = importProfileSchema.safeParse(parseJson(await readTextFile(path), path));
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID_PROFILE', `The profile '${path}' cannot be used: ${describeIssues(parsed.error)}.`);
}
