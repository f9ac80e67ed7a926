import { Worker } from 'node:worker_threads';
import type { CorrectionStep } from '../../../shared/import/corrections.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { removeScratchOfThread } from '../../engine/scratch-folder.ts';
import { explainStagingDeath, type Failure, unwrapFailure } from '../../engine/sqlite/worker-failure.ts';
import type { JobContext } from '../../engine/threads/job-context.ts';
import type { Progress } from '../../engine/threads/tasks.ts';
import { WORKER_LIMITS } from '../../engine/threads/worker-limits.ts';
import { entryFile } from '../../entry-file.ts';
import type { SampleOptions } from '../../sample/sample-source.ts';
import type { CorrectionsOfBatch } from '../corrections/corrections-of-batch.ts';
import type { SecondFile } from '../shape/second-file.ts';
import type { StagedPart, StagedRest, StagingTask } from './stage-rows.ts';

/** A file as plain data. */
export interface FileSource {
  kind: 'file';
  path: string;
  name: string;
  profile: ImportProfile;
  /** The file that is joined with it, where the profile joins one. */
  second?: SecondFile;
}
/** What to read, as plain data: a row source cannot travel between threads. */
export type SourceName =
  | FileSource
  | { kind: 'corrections'; of: CorrectionsOfBatch; steps: CorrectionStep[] }
  | { kind: 'sample'; options: SampleOptions };

/** What the reading thread tells. */
export type StagingMessage = { progress: Progress } | { part: StagedPart } | { rest: StagedRest } | Failure;

/** Stages a source on a thread of its own; ends that thread when its files are wanted no more. */
export async function* stageBeside(
  source: SourceName,
  task: StagingTask,
  context: JobContext,
): AsyncGenerator<StagedPart, StagedRest> {
  const worker = new Worker(entryFile('import/stage/staging-worker'), {
    workerData: { source, task },
    resourceLimits: WORKER_LIMITS,
  });
  const { threadId } = worker;
  const arrived: Exclude<StagingMessage, { progress: Progress }>[] = [];
  let ended: unknown = null;
  let wake = () => {};
  worker.on('message', (message: StagingMessage) => {
    if ('progress' in message) context.report(message.progress);
    else arrived.push(message);
    wake();
  });
  worker.on('error', (error) => {
    ended = error;
  });
  worker.on('exit', (code) => {
    ended ??= new Error(`worker exited with code ${code}`);
    wake();
  });
  try {
    for (;;) {
      context.checkCancelled();
      const message = arrived.shift();
      if (message === undefined) {
        if (ended) throw explainStagingDeath(ended);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if ('part' in message) yield message.part;
      else if ('rest' in message) return message.rest;
      else unwrapFailure(message);
    }
  } finally {
    await worker.terminate();
    removeScratchOfThread(threadId);
  }
}
