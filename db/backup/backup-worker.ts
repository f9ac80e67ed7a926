import { parentPort, workerData } from 'node:worker_threads';
import { workerFailure } from '../engine/sqlite/worker-failure.ts';
import { jobContext } from '../engine/threads/job-context.ts';
import type { Progress } from '../engine/threads/tasks.ts';
import type { BackupMessage, BackupRequest } from './beside.ts';
import { backupTasks } from './tasks.ts';

const { request, cancel } = workerData as { request: BackupRequest; cancel: SharedArrayBuffer };
const tell = (message: BackupMessage) => parentPort?.postMessage(message);
const context = jobContext({ port: { postMessage: (progress: Progress) => tell({ progress }) }, cancel });
const run = backupTasks[request.name] as (input: unknown, context: unknown) => unknown;
tell({ outcome: await workerFailure(() => Promise.resolve(run(request.input, context))) });
