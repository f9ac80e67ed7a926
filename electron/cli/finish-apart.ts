import type { ApartWork, OnProgress } from '../service/backups-apart.ts';
import { describeProgress } from './run-job.ts';

/** Waits for work that is no job of an open store, showing how far it is on a terminal; the first Ctrl+C asks it to stop. */
export async function finishApart<Result>(start: (onProgress: OnProgress) => ApartWork<Result>): Promise<Result> {
  const isTerminal = process.stderr.isTTY;
  const work = start((progress) => {
    if (isTerminal) process.stderr.write(`\r\x1b[K${describeProgress(progress)}`);
  });
  process.once('SIGINT', work.cancel);
  try {
    return await work.result;
  } finally {
    process.off('SIGINT', work.cancel);
    if (isTerminal) process.stderr.write('\r\x1b[K');
  }
}
