import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headerFingerprint } from '../../../db/import/guess/guess-profile.ts';
import { explainDiskError } from '../../../db/store/disk-error.ts';
import type { ProfileChange } from '../../../db/store/profiles.ts';
import { shortName } from '../../../db/store/short-name.ts';
import type { AddedProfile, KeptProfile } from '../../../shared/contract/profiles.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { ServiceGround } from '../service-parts.ts';
import { parseProfile, writeProfile } from './profile-content.ts';

interface ProfileToAdd {
  content: string;
  insteadOf?: number | undefined;
  beside: boolean;
}

/** The profiles of a store, apart from any file that is imported by them. */
export class ProfileDesk {
  readonly #ground: Pick<ServiceGround, 'engine' | 'owns'>;

  constructor(ground: Pick<ServiceGround, 'engine' | 'owns'>) {
    this.#ground = ground;
  }

  /** Every profile, the one used last first. */
  list(): Promise<KeptProfile[]> {
    const { engine } = this.#ground;
    return engine.ask('profiles', engine.folder);
  }

  /** Keeps the profile of a file; where there are others for the same headings, only once it is said in place of which, or beside them. */
  async add({ content, insteadOf, beside }: ProfileToAdd): Promise<AddedProfile> {
    const { profile, headings } = parseProfile(content);
    const fingerprint = headings ? headerFingerprint(headings, profile.delimiter) : '';
    const kept = await this.list();
    const others = kept.filter((each) =>
      fingerprint === '' ? each.name === (profile.name ?? '') : each.fingerprint === fingerprint,
    );
    if (others.length > 0 && insteadOf === undefined && !beside) {
      return { outcome: 'sameHeadings', name: profile.name ?? '', others };
    }
    const name = beside ? freeName(profile.name ?? '', others) : profile.name;
    const added = await this.change({
      type: 'add',
      profile: name ? { ...profile, name } : profile,
      headings: headings ?? [],
      fingerprint,
      insteadOf: insteadOf ?? null,
    });
    return { outcome: 'added', profile: await this.get(added) };
  }

  /** Changes a profile; returns its id. Throws in words. */
  async change(change: ProfileChange): Promise<number> {
    const { engine, owns } = this.#ground;
    if (!owns) throw inUse();
    return engine.keep('changeProfile', change);
  }

  /** Throws NOT_FOUND for a profile that is not kept. */
  async get(id: number): Promise<KeptProfile> {
    const profile = (await this.list()).find((each) => each.id === id);
    if (!profile) throw new AppError('NOT_FOUND', 'That profile is no longer kept.');
    return profile;
  }

  /** Writes a profile as a file that can be handed on; returns where it lies and what it is to be called. */
  async write(id: number): Promise<{ path: string; fileName: string }> {
    const { profile, headings, name } = await this.get(id);
    const readable = shortName(name.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()) || 'profile';
    const path = join(this.#ground.engine.folder.exports, `profile-${crypto.randomUUID()}.json`);
    await writeFile(path, writeProfile({ profile, headings })).catch((error: unknown) => {
      throw explainDiskError(error);
    });
    return { path, fileName: `${readable}.json` };
  }
}

function freeName(wanted: string, others: readonly KeptProfile[]): string {
  const base = wanted || 'Profile from a file';
  let name = base;
  for (let count = 2; others.some((other) => other.name === name); count++) name = `${base} (${count})`;
  return name;
}

function inUse(): AppError {
  return new AppError(
    'STORE_IN_USE',
    'The store is open in another program, such as the window. Nothing was changed; change profiles there, or close it first.',
  );
}
