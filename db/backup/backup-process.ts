/**
 * The process that works on backups. It reads the live file as bytes, which must not happen in a process that has the store
 * open: see frozen-live.ts. Its work is done on a thread, so that it hears when it is to stop: by a message, or because the
 * process that wants the work is gone.
 */
import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { entryFile } from '../entry-file.ts';
import type { BackupMessage, BackupRequest } from './beside.ts';

const cancel = new SharedArrayBuffer(4);
/** Work that nobody sits and waits for: whoever asks or imports meanwhile comes first. */
const behindOthers = new Set<BackupRequest['name']>(['backUp', 'drill']);
const stop = () => Atomics.store(new Int32Array(cancel), 0, 1);

process.on('disconnect', stop);
process.once('message', (request: BackupRequest) => {
  process.on('message', stop);
  if (behindOthers.has(request.name)) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const worker = new Worker(entryFile('backup/backup-worker'), { workerData: { request, cancel } });
  const tell = (message: BackupMessage) => {
    if (process.connected) process.send?.(message);
  };
  worker.on('message', tell);
  worker.on('error', (error) =>
    tell({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  worker.on('exit', () => {
    if (process.connected) process.disconnect();
  });
});
