/** The thread on which a report file is written: takes rows in batches, tells when it has taken them, and what it wrote. */
import { on } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Cell } from '../../shared/query/answer.ts';
import { workerFailure } from '../engine/sqlite/worker-failure.ts';
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
  const { path, format, content } = workerData as ReportTask;
  const rows = await reportWriters[format](path, content, { batches: batches(), about: async () => about });
  return { written: rows };
}

tell(await workerFailure(write));
port.close();
