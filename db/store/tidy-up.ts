import { isAppError } from '../../shared/lib/app-error.ts';

/**
 * Runs what saves room or time after a change that is committed. Where the disk has no room for it or another program is in
 * the way, the change is done all the same, and must not be told as one that failed; whoever changes something next tidies up.
 */
export function tidyUp(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}
