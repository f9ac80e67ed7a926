import { AppError } from '../../shared/lib/app-error.ts';
import type { JobContext } from '../engine/threads/job-context.ts';

/** A job that a person cancels at the nth moment (from 0) at which it asks. */
export function cancelledAt(nth: number): JobContext {
  let asked = 0;
  return {
    report() {},
    checkCancelled() {
      if (asked++ === nth) throw new AppError('CANCELLED', 'Cancelled.');
    },
  };
}

/** A job that something stops at the nth report (from 0). */
export function failingAt(nth: number): JobContext {
  let reported = 0;
  return {
    report() {
      if (reported++ === nth) throw new Error('Something broke.');
    },
    checkCancelled() {},
  };
}

/** Runs a job interrupted at its first moment, its second and so on, until it comes through; returns how many. */
export async function interruptEverywhere(
  interrupted: (nth: number) => JobContext,
  run: (context: JobContext) => unknown,
  afterEach: (error: unknown) => void,
): Promise<number> {
  for (let nth = 0; ; nth++) {
    try {
      await run(interrupted(nth));
      return nth;
    } catch (error) {
      afterEach(error);
    }
  }
}
