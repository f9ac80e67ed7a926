import { readlinkSync } from 'node:fs';
import { constants, platform, setPriority } from 'node:os';
import { basename } from 'node:path';

/** Where the system tells a thread its number, as '<process>/task/<thread>'. */
const THIS_THREAD = '/proc/thread-self';

/**
 * Lets the calling thread give way, for as long as it lives, to those that people wait for. Linux alone has priorities for a
 * thread by itself; elsewhere all of them share alike, as they do where the system does not say which thread this is. A tenth of
 * a processor is left to it where questions want all.
 */
export function giveWay(): void {
  if (platform() !== 'linux') return;
  const thread = threadNumber();
  if (thread !== null) setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
}

function threadNumber(): number | null {
  try {
    return Number(basename(readlinkSync(THIS_THREAD)));
  } catch {
    return null; // a sandbox without /proc
  }
}
