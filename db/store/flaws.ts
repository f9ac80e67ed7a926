/**
 * What is known against a file that can be read: its records are used, and every answer over them says so.
 * 1. 'doubted': its bytes are not those that were sealed.
 * 2. 'changed': size or time of the file are others than when its bytes were last compared, which is still to be done.
 * 3. 'rebuilt': not all of it could be brought back when it was damaged.
 * 4. 'damaged', of live, which has no seal: the last full check found something, and what it made anew from the records is as wrong
 *    as they may be; the next check that finds nothing ends it. Or its bytes are not those that this program left, which no check
 *    can mend, and which is told until somebody takes note of it (`isDecay`), or another file is in its place; `found` is what the check said.
 */

import { statSync } from 'node:fs';
import { type Rebuilt, rebuiltSchema } from '../../shared/contract/recovery.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { changedAtMs } from './changed-at.ts';
import { LIVE } from './folder.ts';
import { restampPartition } from './stamps.ts';

export type Flaw =
  | { code: 'doubted'; because: string }
  | { code: 'damaged'; because: string; isDecay: boolean; found: string | null }
  | { code: 'changed' }
  | ({ code: 'rebuilt' } & Rebuilt);

/** What live keeps of an archive besides its year. */
export interface ArchiveRow {
  sha256: string | null;
  bytes: number | null;
  file_time_ms: number | null;
  doubt: string | null;
  rebuilt: string | null;
}

export const archiveRowColumns = 'sha256, bytes, file_time_ms, doubt, rebuilt';

/** What is to be told of an archive, from its line in live and a look at its file. */
export function flawsOf(file: string, { sha256, bytes, file_time_ms, doubt, rebuilt }: ArchiveRow): Flaw[] {
  const flaws: Flaw[] = [];
  if (doubt !== null) flaws.push({ code: 'doubted', because: doubt });
  // Without a seal it is open for a change of this program's own.
  else if (sha256 !== null && !isUntouched(file, bytes, file_time_ms)) flaws.push({ code: 'changed' });
  if (rebuilt !== null) flaws.push({ code: 'rebuilt', ...rebuiltSchema.parse(JSON.parse(rebuilt)) });
  return flaws;
}

function isUntouched(file: string, bytes: number | null, fileTimeMs: number | null): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined || (found.size === bytes && changedAtMs(found) === fileTimeMs); // one that is gone is set aside by who reads it
}

/** Why an archive is doubted, and what to do. */
export function notAsSealed(file: string): string {
  return `The bytes of ${file} are not those that were sealed. Nothing in it was changed; rebuild it from a backup, or use it as it is.`;
}

/** Why live is not to be relied on, and what to do. */
export function notAsLeft(file: string): string {
  return `Bytes of ${file} are not those that this program wrote: the disk, or another program, changed them while the store was closed. Restore a backup or fail over to the standby; \`recover live --acknowledge\` ends this warning where the file is to be used as it is.`;
}

/** Notes that the bytes of an archive are not those that were sealed; nothing made of it before passes for what is made now. */
export function doubtArchive(live: WritableDatabase, name: string, because: string): void {
  live.transaction(() => {
    live.run('UPDATE archives SET doubt = @because WHERE name = @name', { name, because });
    restampPartition(live, name);
    live.run('UPDATE store_state SET catalog_version = catalog_version + 1');
  });
}

const DAMAGE_OF_LIVE = 'damage_of_live';
const DECAY_OF_LIVE = 'decay_of_live';
const LIVE_REBUILT = 'live_rebuilt';

/** What is known against the live file: what was found in it, and what was lost when it was made anew. */
export function flawsOfLive(live: ReadableDatabase): Flaw[] {
  const [damage, decay, rebuilt] = [DAMAGE_OF_LIVE, DECAY_OF_LIVE, LIVE_REBUILT].map((key) => note(live, key));
  const because = [decay, damage].filter((found) => found !== undefined);
  return [
    ...(because.length === 0
      ? []
      : [
          { code: 'damaged' as const, because: because.join(' '), isDecay: decay !== undefined, found: damage ?? null },
        ]),
    ...(rebuilt === undefined ? [] : [{ code: 'rebuilt' as const, ...rebuiltSchema.parse(JSON.parse(rebuilt)) }]),
  ];
}

function note(live: ReadableDatabase, key: string): string | undefined {
  return live.get<{ value: string }>('SELECT value FROM file_info WHERE key = @key', { key })?.value;
}

/** Notes what a full check found in live, null for nothing; nothing made of it before passes for what is made now. */
export function noteDamageOfLive(live: WritableDatabase, because: string | null): void {
  if (note(live, DAMAGE_OF_LIVE) === undefined && because === null) return;
  live.transaction(() => {
    live.run('DELETE FROM file_info WHERE key = @key', { key: DAMAGE_OF_LIVE });
    if (because !== null) live.run('INSERT INTO file_info VALUES (@key, @because)', { key: DAMAGE_OF_LIVE, because });
    restampPartition(live, LIVE);
    live.run('UPDATE store_state SET catalog_version = catalog_version + 1');
  });
}

/** Notes that bytes of live are not as this program left them; nothing made of it before passes for what is made now. */
export function noteDecayOfLive(live: WritableDatabase, because: string): void {
  live.transaction(() => {
    live.run('INSERT OR REPLACE INTO file_info VALUES (@key, @because)', { key: DECAY_OF_LIVE, because });
    restampPartition(live, LIVE);
    live.run('UPDATE store_state SET catalog_version = catalog_version + 1');
  });
}

/** Notes what was lost when the live file was made anew; what was found in the one of before is not in this one. */
export function noteLiveRebuilt(live: WritableDatabase, rebuilt: Rebuilt): void {
  for (const key of [DAMAGE_OF_LIVE, DECAY_OF_LIVE]) live.run('DELETE FROM file_info WHERE key = @key', { key });
  live.run('INSERT OR REPLACE INTO file_info VALUES (@key, @rebuilt)', {
    key: LIVE_REBUILT,
    rebuilt: JSON.stringify(rebuilt),
  });
}

/** Goes on telling of live what an archive lost that is taken back into it; belongs in the transaction that does so. */
export function carryRebuilt(live: WritableDatabase, archive: string): void {
  const [lost] = live.rows('SELECT rebuilt FROM archives WHERE name = @archive', { archive })[0] ?? [];
  if (typeof lost !== 'string') return;
  const theirs = rebuiltSchema.parse(JSON.parse(lost));
  const known = note(live, LIVE_REBUILT);
  const ours = known === undefined ? [] : rebuiltSchema.parse(JSON.parse(known)).months;
  const months = [...ours, ...theirs.months].sort((a, b) => a.month - b.month);
  live.run('INSERT OR REPLACE INTO file_info VALUES (@key, @rebuilt)', {
    key: LIVE_REBUILT,
    rebuilt: JSON.stringify({ ...theirs, months } satisfies Rebuilt),
  });
}

/** Takes note of what was lost, or decayed: answers over the file do not tell of it any more. */
export function acknowledgeRebuilt(live: WritableDatabase, name: string): boolean {
  return live.transaction(() => {
    const changed =
      name === LIVE
        ? live.run('DELETE FROM file_info WHERE key IN (@rebuilt, @decay)', {
            rebuilt: LIVE_REBUILT,
            decay: DECAY_OF_LIVE,
          })
        : live.run('UPDATE archives SET rebuilt = NULL WHERE name = @name AND rebuilt IS NOT NULL', { name });
    live.run('UPDATE store_state SET catalog_version = catalog_version + 1');
    return changed > 0;
  });
}
