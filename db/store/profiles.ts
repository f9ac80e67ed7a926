import { type ImportProfile, importProfileSchema } from '../../shared/import/profile.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';

/** The profile last used for files with this header; null when there is none, or it no longer fits the schema. */
export function readProfile(live: ReadableDatabase, fingerprint: string): ImportProfile | null {
  const row = live.get<{ profile: string }>('SELECT profile FROM import_profiles WHERE fingerprint = @fingerprint', {
    fingerprint,
  });
  const parsed = row && importProfileSchema.safeParse(JSON.parse(row.profile));
  return parsed?.success ? parsed.data : null;
}
