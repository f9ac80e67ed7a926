import { setTimeout as pause } from 'node:timers/promises';
import { isAppError } from '../../shared/lib/app-error.ts';
import { holdLock } from '../engine/sqlite/connection.ts';
import { explainDiskError } from '../store/disk-error.ts';
import { storeFolder } from '../store/folder.ts';
import { Follower, type FollowReport, FollowStop, type StopReason } from './follower.ts';
import { standbyFolder } from './standby-folder.ts';
import { standbyLock } from './standby-plan.ts';

/** What a standby is doing, or why it is not. */
export type StandbyState =
  | FollowReport
  /** It is tried again by itself. */
  | { state: 'trouble'; message: string }
  /** A person has to decide. */
  | { state: 'stopped'; reason: StopReason; message: string };

export interface FollowRequest {
  store: string;
  folder: string;
  /** When a person last said that the store is right as it is, whatever the standby holds. */
  anewAt: string | null;
  /** Ends when the standby is like the store. */
  once: boolean;
}

/** Looks so often: a commit waits for half of it, on average. */
const LOOK_EVERY_MS = 200;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** Every page is compared this often, besides each time the program starts. */
const COMPARE_EVERY_MS = 24 * 60 * 60 * 1_000;

/**
 * Follows a store until `signal` aborts, and looks once more before it ends, so that nothing is missing of what was done by
 * then. What a disk refuses is told and tried again; what only a person can decide ends it.
 */
export async function follow(
  request: FollowRequest,
  { signal, report }: { signal: AbortSignal; report: (state: StandbyState) => void },
): Promise<void> {
  for (let retryMs = FIRST_RETRY_MS; !signal.aborted; retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)) {
    const began = Date.now();
    try {
      await followOnce(request, { signal, report });
      if (request.once) return;
      continue;
    } catch (error) {
      if (error instanceof FollowStop) {
        report({ state: 'stopped', reason: error.reason, message: error.message });
        return;
      }
      const explained = explainDiskError(error);
      report({ state: 'trouble', message: explained instanceof Error ? explained.message : String(explained) });
      if (request.once) return;
    }
    if (Date.now() - began > LONGEST_RETRY_MS) retryMs = FIRST_RETRY_MS; // it went well for a while
    await untilAborted(retryMs, signal);
  }
}

async function followOnce(
  { store, folder, anewAt, once }: FollowRequest,
  { signal, report }: { signal: AbortSignal; report: (state: StandbyState) => void },
): Promise<void> {
  const standby = standbyFolder(folder);
  const lock = await lockOnceFree(store, signal);
  if (lock === null) return;
  try {
    const follower = new Follower({ store: storeFolder(store), standby, anewAt, report, now: () => new Date() });
    try {
      follower.begin();
      const compareAtMs = Date.now() + COMPARE_EVERY_MS;
      while (Date.now() < compareAtMs) {
        const isLast = once || signal.aborted;
        follower.look();
        if (isLast) return;
        await untilAborted(LOOK_EVERY_MS, signal);
      }
    } finally {
      follower.close();
    }
  } finally {
    lock.release();
  }
}

/** One at a time follows a store: the one of a program that was killed goes on for a moment. Null when it is to end. */
async function lockOnceFree(store: string, signal: AbortSignal): Promise<{ release(): void } | null> {
  while (!signal.aborted) {
    const lock = holdLock(standbyLock(store));
    if (lock) return lock;
    await untilAborted(LOOK_EVERY_MS, signal);
  }
  return null;
}

async function untilAborted(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted || isAppError(error)) throw error;
  }
}
