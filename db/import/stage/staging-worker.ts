/** The thread on which an import reads: takes a source by name, tells what it has staged. */
import { parentPort, workerData } from 'node:worker_threads';
import { workerFailure } from '../../engine/sqlite/worker-failure.ts';
import type { JobContext } from '../../engine/threads/job-context.ts';
import { sampleSource } from '../../sample/sample-source.ts';
import { correctedSource } from '../corrections/corrected-source.ts';
import { csvSource } from '../csv-source.ts';
import type { RowSource } from '../row-source.ts';
import type { SourceName, StagingMessage } from './stage-beside.ts';
import { type StagingTask, stageRows } from './stage-rows.ts';

const { source, task } = workerData as { source: SourceName; task: StagingTask };
const tell = (message: StagingMessage) => parentPort?.postMessage(message);

/** Cancelling ends this thread. */
const context: JobContext = { report: (progress) => tell({ progress }), checkCancelled() {} };

async function stage(): Promise<StagingMessage> {
  const staged = stageRows(await openSource(source), task, context);
  for (;;) {
    const { done, value } = await staged.next();
    if (done) return { rest: value };
    tell({ part: value });
  }
}

async function openSource(named: SourceName): Promise<RowSource> {
  switch (named.kind) {
    case 'file':
      return csvSource(named.path, named.name, named.profile, named.second);
    case 'corrections':
      return correctedSource(named.of, named.steps);
    case 'sample':
      return sampleSource(named.options);
  }
}

tell(await workerFailure(stage));
