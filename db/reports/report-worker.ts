/** The thread on which a report file is written: takes rows in batches, tells when it has taken them, and what it wrote. */
import { on } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Cell } from '../../shared/query/answer.ts';
import { workerFailure } from '../engine/sqlite/worker-failure.ts';
import { writeBoard } from './pdf/write-board.ts';
import type { AboutSection } from './report-content.ts';
import { reportWriters } from './report-writers.ts';
import type { ReportMessage, ReportTask, SupplyMessage } from './write-beside.ts';

const port = parentPort as MessagePort;
const tell = (message: ReportMessage) => port.postMessage(message);

let about: AboutSection[] = [];

async function* batches(): AsyncGenerator<readonly (readonly Cell[])[]> {
  for await (const [message] of on(port, 'message')) {
    const supplied = message as SupplyMessage;
    if ('about' in supplied) {
      about = supplied.about;
      return;
    }
    yield supplied.rows;
    tell({ taken: supplied.rows.length });
  }
}

async function write(): Promise<ReportMessage> {
  const task = workerData as ReportTask;
  if (task.format === 'board') return { written: await writeBoard(task.path, task.content) };
  const supply = { batches: batches(), about: async () => about };
  return { written: await reportWriters[task.format](task.path, task.content, supply) };
}

tell(await workerFailure(write));
port.close();
