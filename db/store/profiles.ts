import { isDeepStrictEqual } from 'node:util';
import type { KeptProfile } from '../../shared/contract/profiles.ts';
import { type ImportProfile, importProfileSchema } from '../../shared/import/profile.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';

interface ProfileRow {
  id: number;
  name: string;
  headings: string;
  fingerprint: string;
  used_at: string | null;
  imports: number;
  profile: string;
}

interface AddProfile {
  type: 'add';
  profile: ImportProfile;
  headings: string[];
  fingerprint: string;
  /** The one whose place it takes. */
  insteadOf: number | null;
}

/** What can be done with the profiles of a store. */
export type ProfileChange =
  | AddProfile
  | { type: 'rename'; id: number; name: string }
  | { type: 'copy'; id: number; name: string }
  /** `before` is what it was made of: where that is not what is kept any more, somebody else was quicker. */
  | { type: 'save'; id: number; profile: ImportProfile; before: ImportProfile }
  | { type: 'remove'; id: number };

/** Every profile, the one used last first; what no longer fits the schema is left out. */
export function readProfiles(live: ReadableDatabase): KeptProfile[] {
  const rows = live.all<ProfileRow>('SELECT * FROM import_profiles ORDER BY used_at DESC NULLS LAST, id DESC');
  return rows.flatMap((row) => {
    const parsed = importProfileSchema.safeParse(JSON.parse(row.profile));
    if (!parsed.success) return [];
    return [
      {
        id: row.id,
        name: row.name,
        headings: JSON.parse(row.headings) as string[],
        fingerprint: row.fingerprint,
        usedAt: row.used_at,
        imports: row.imports,
        profile: named(parsed.data, row.name),
      },
    ];
  });
}

/**
 * Keeps the profile that a file was just imported by, in the transaction of that import. A name given to what had none is its
 * name from then on; one that came without headings gets those of the file.
 */
export function rememberProfile(
  live: WritableDatabase,
  { fingerprint, headings, profile }: { fingerprint: string; headings: readonly string[]; profile: { name?: string } },
): void {
  const name = profile.name ?? '';
  const told = { fingerprint, name, headings: JSON.stringify(headings) };
  const exists = live.rows('SELECT 1 FROM import_profiles WHERE fingerprint = @fingerprint AND name = @name', {
    fingerprint,
    name,
  });
  if (exists.length === 0 && name !== '') {
    live.run(
      `UPDATE import_profiles SET fingerprint = @fingerprint, name = @name, headings = @headings WHERE id = (
         SELECT id FROM import_profiles WHERE (fingerprint = @fingerprint AND name = '') OR (fingerprint = '' AND name = @name)
         ORDER BY fingerprint LIMIT 1)`,
      told,
    );
  }
  live.run(
    `INSERT INTO import_profiles (fingerprint, name, headings, profile, used_at, imports)
     VALUES (@fingerprint, @name, @headings, @profile, @now, 1)
     ON CONFLICT DO UPDATE SET headings = @headings, profile = @profile, used_at = @now, imports = imports + 1`,
    { ...told, profile: JSON.stringify(profile), now: new Date().toISOString() },
  );
}

/** Changes a profile; returns its id. Throws NOT_FOUND, or INVALID_ARGUMENT where another of the same headings has the name or it was changed meanwhile. */
export function changeProfiles(live: WritableDatabase, change: ProfileChange): number {
  return live.transaction(() => (change.type === 'add' ? add(live, change) : changeKept(live, change)));
}

function add(live: WritableDatabase, { profile, headings, fingerprint, insteadOf }: AddProfile): number {
  const row = { fingerprint, name: profile.name ?? '', headings: JSON.stringify(headings) };
  if (insteadOf !== null) remove(live, rowOf(live, insteadOf).id);
  refuseTaken(live, row, null);
  return insert(live, { ...row, profile: JSON.stringify(profile) });
}

function changeKept(live: WritableDatabase, change: Exclude<ProfileChange, AddProfile>): number {
  const { id } = change;
  const row = rowOf(live, id);
  switch (change.type) {
    case 'remove':
      remove(live, id);
      return id;
    case 'copy':
      refuseTaken(live, { ...row, name: change.name }, null);
      return insert(live, { ...row, name: change.name });
    case 'rename':
      return update(live, row, { name: change.name, profile: row.profile });
    case 'save':
      refuseChanged(row, change.before);
      return update(live, row, { name: change.profile.name ?? '', profile: JSON.stringify(change.profile) });
  }
}

function update(live: WritableDatabase, row: ProfileRow, changed: { name: string; profile: string }): number {
  refuseTaken(live, { ...row, ...changed }, row.id);
  live.run('UPDATE import_profiles SET name = @name, profile = @profile WHERE id = @id', { id: row.id, ...changed });
  return row.id;
}

function insert(
  live: WritableDatabase,
  { fingerprint, name, headings, profile }: Pick<ProfileRow, 'fingerprint' | 'name' | 'headings' | 'profile'>,
): number {
  live.run(
    'INSERT INTO import_profiles (fingerprint, name, headings, profile, used_at, imports) VALUES (@fingerprint, @name, @headings, @profile, NULL, 0)',
    { fingerprint, name, headings, profile },
  );
  return Number(live.rows('SELECT max(id) FROM import_profiles')[0]?.[0]);
}

function remove(live: WritableDatabase, id: number): void {
  live.run('DELETE FROM import_profiles WHERE id = @id', { id });
}

function rowOf(live: ReadableDatabase, id: number): ProfileRow {
  const row = live.get<ProfileRow>('SELECT * FROM import_profiles WHERE id = @id', { id });
  if (!row) throw new AppError('NOT_FOUND', 'That profile is no longer kept. Nothing was changed.');
  return row;
}

/** A change is of all parts at once: over one that was made meanwhile it would take that back, and nobody would know. */
function refuseChanged(row: ProfileRow, before: ImportProfile): void {
  const kept = importProfileSchema.safeParse(JSON.parse(row.profile));
  if (kept.success && isDeepStrictEqual(asWritten(named(kept.data, row.name)), asWritten(before))) return;
  throw new AppError(
    'INVALID_ARGUMENT',
    'The profile was changed meanwhile, in another window or by an import. That change was kept and this one was not; close this, look at the profile as it is now and make yours again.',
  );
}

/** A profile as it stands in a file, where what is not said is not there. */
function asWritten(profile: ImportProfile): unknown {
  return JSON.parse(JSON.stringify(profile));
}

function refuseTaken(
  live: ReadableDatabase,
  { fingerprint, name }: { fingerprint: string; name: string },
  except: number | null,
): void {
  const same = live.rows(
    'SELECT id FROM import_profiles WHERE fingerprint = @fingerprint AND name = @name AND id IS NOT @except',
    { fingerprint, name, except },
  );
  if (same.length === 0) return;
  const which = name === '' ? 'without a name' : `'${name}'`;
  throw new AppError(
    'INVALID_ARGUMENT',
    `There is a profile ${which} for the same headings already. Nothing was changed; choose another name.`,
  );
}

/** The profile under the name by which it is kept, which a person may have changed since. */
function named({ name: _, ...profile }: ImportProfile, name: string): ImportProfile {
  return name === '' ? profile : { ...profile, name };
}
