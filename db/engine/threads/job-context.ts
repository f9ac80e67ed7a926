import { AppError } from '../../../shared/lib/app-error.ts';
import type { JobChannel, Progress } from './tasks.ts';

const REPORT_EVERY_MS = 100;

/** What a running job holds: it tells how far it is, and asks between two steps whether it should stop. */
export interface JobContext {
  report(progress: Progress): void;
  /** Throws CANCELLED once a person has cancelled. */
  checkCancelled(): void;
}

/** The job's end of a channel; reports closer together than a tenth of a second are dropped, but not a new phase. */
export function jobContext(channel: JobChannel): JobContext {
  const flag = new Int32Array(channel.cancel);
  let reportedAt = 0;
  let phase = '';
  return {
    report(progress) {
      const now = Date.now();
      if (progress.phase === phase && now - reportedAt < REPORT_EVERY_MS) return;
      reportedAt = now;
      phase = progress.phase;
      channel.port.postMessage(progress);
    },
    checkCancelled() {
      if (Atomics.load(flag, 0) !== 0) {
        throw new AppError('CANCELLED', 'Cancelled. Nothing was kept of it; what was stored before is unchanged.');
      }
    },
  };
}
