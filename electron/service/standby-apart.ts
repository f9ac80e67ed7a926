/** What can be said of and done for a standby without the store being open. */

import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { startBeside } from '../../db/backup/beside.ts';
import { readRestoreJournal } from '../../db/backup/place-restored.ts';
import { holdLock } from '../../db/engine/sqlite/connection.ts';
import type { FailoverOutcome } from '../../db/standby/failover.ts';
import { followBeside } from '../../db/standby/follow-beside.ts';
import { lookAtStandby } from '../../db/standby/look-at-standby.ts';
import { claimStandby, refuseStandbyFolder, standbyFolder } from '../../db/standby/standby-folder.ts';
import { readStandbyPlan, standbyLock, writeStandbyPlan } from '../../db/standby/standby-plan.ts';
import { existingStoreFolder } from '../../db/store/folder.ts';
import { nearestThere } from '../../db/store/network-share.ts';
import type { Missing, Standby } from '../../shared/contract/standby.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { counted } from '../../shared/text/counted.ts';
import type { ApartWork, OnProgress } from './backups-apart.ts';

/** The standby of a store as its files tell: nobody is asked who may be following it. */
export function standbyApart(root: string): Standby {
  const { folder } = readStandbyPlan(root);
  const waiting = readRestoreJournal({ root });
  const seen = folder === null ? null : lookAtStandby(root, folder);
  const now: Standby['now'] =
    waiting?.from === 'standby'
      ? { state: 'failingOver', records: waiting.backup.records }
      : { state: folder === null ? 'off' : 'idle' };
  return {
    folder,
    sameDisk: folder !== null && deviceOf(folder) === deviceOf(root),
    now,
    inStepAt: seen?.inStepAt ?? null,
    lagSeconds: lagOf(seen),
    holds: seen && { records: seen.facts.records, batches: seen.facts.batches },
    missing: seen?.missing ?? { records: null, changes: [] },
  };
}

/** What holds all that was said to be done is not behind, however long nobody has looked. */
function lagOf(seen: ReturnType<typeof lookAtStandby>): number | null {
  if (seen === null) return null;
  return seen.missing.records === 0 && seen.missing.changes.length === 0 ? 0 : secondsSince(seen.inStepAt);
}

/** Whole seconds between an instant and now; null where there was none. */
export function secondsSince(instant: string | null): number | null {
  return instant === null ? null : Math.max(0, Math.floor((Date.now() - Date.parse(instant)) / 1_000));
}

/** Sets the folder of a store's standby; a program that has the store open follows within a second. Throws in words. */
export function setStandby(root: string, { folder, takeOver }: { folder: string; takeOver: boolean }): void {
  if (!isAbsolute(folder)) {
    throw new AppError(
      'INVALID_ARGUMENT',
      `'${folder}' is not a whole path. Nothing was changed; write it from the root on.`,
    );
  }
  const [standby, store] = [standbyFolder(folder), existingStoreFolder(root)];
  refuseStandbyFolder(standby, store, takeOver);
  claimStandby(standby, store);
  writeStandbyPlan(root, { folder, anewAt: takeOver ? new Date().toISOString() : null });
}

/** Follows no longer; what lies in the folder of the standby stays there. */
export function unsetStandby(root: string): void {
  writeStandbyPlan(root, { folder: null, anewAt: null });
}

/** Whether a process follows a store right now. */
export function isFollowed(root: string): boolean {
  const lock = holdLock(standbyLock(root));
  lock?.release();
  return lock === null;
}

/** Brings the standby of a store up to date once. Throws in words. */
export async function followOnce(root: string): Promise<void> {
  const { folder, anewAt } = readStandbyPlan(root);
  const trouble: string[] = [];
  const request = { store: root, folder: requiredStandby(folder), anewAt, once: true };
  const following = followBeside(request, (state) => {
    if ('message' in state) trouble.push(state.message);
  });
  await following.ended;
  const [message] = trouble;
  if (message !== undefined) throw new AppError('STORE_UNUSABLE', message);
}

/** Lets a standby take the place of a store that nobody has open. Throws STORE_IN_USE, NOT_FOUND, DAMAGED or DISK_FULL in words. */
export function failOverStore(
  { store, standby }: { store: string; standby: string },
  onProgress: OnProgress,
): ApartWork<FailoverOutcome> {
  return startBeside('failOver', { store, standby, now: new Date().toISOString() }, onProgress);
}

/** What a failover that waits for the store to be opened says of itself. */
export function describeFailover(outcome: FailoverOutcome) {
  const { inStepAt, records, bytes, aside, missingArchives } = outcome;
  return {
    message: `The standby is copied and checked: ${counted(records, 'record')}, as the store was at ${inStepAt}. ${missingWords(outcome)} It takes the store's place when Throughline is started again; the files that are there now are then kept in ${aside}.`,
    result: { inStepAt, records, bytes, aside, missingArchives: missingArchives.join(', '), waits: true },
  };
}

const LISTED = 5;

/** Names what a copy lacks of what was said to be done. */
export function missingWords({ missing, missingArchives }: { missing: Missing; missingArchives?: string[] }): string {
  const archives = missingArchives ?? [];
  const { records, changes } = missing;
  const named = changes.slice(0, LISTED).map(({ kind, subject, at }) => `${kind} of ${subject} at ${at}`);
  const more = changes.length > LISTED ? ` and ${changes.length - LISTED} more` : '';
  return [
    ...(records === null ? ['What was done after that moment is not known.'] : []),
    ...(records === 0 && changes.length === 0 ? ['Nothing of what was done is missing.'] : []),
    ...(changes.length > 0 ? [`Missing: ${named.join('; ')}${more}.`] : []),
    ...(records !== null && records > 0 ? [`The store held ${counted(records, 'record')} more.`] : []),
    ...(archives.length > 0 ? [`No sound copy is left of ${archives.join(', ')}.`] : []),
  ].join(' ');
}

export function requiredStandby(folder: string | null): string {
  if (folder !== null) return folder;
  throw new AppError(
    'INVALID_ARGUMENT',
    'No folder for a standby is set. Choose one, best on another disk: under Maintenance, or with standby set --to DIR.',
  );
}

/** The disk that holds a path, or will; null where a drive is not there. */
function deviceOf(path: string): number | null {
  const there = nearestThere(path);
  return there === null ? null : statSync(there).dev;
}
