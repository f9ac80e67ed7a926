import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { JobChannel, Progress } from './tasks.ts';

export interface RunningJob<Result> {
  result: Promise<Result>;
  /** Asks the job to stop at its next step. */
  cancel(): void;
}

/** Work of another thread that tells how far it is and can be asked to stop. */
export function withChannel<Result>(
  run: (channel: JobChannel & { port: MessagePort }) => Promise<Result>,
  onProgress: (progress: Progress) => void,
): RunningJob<Result> {
  const { port1, port2 } = new MessageChannel();
  const cancel = new SharedArrayBuffer(4);
  port1.on('message', onProgress);
  return {
    result: run({ port: port2, cancel }).finally(() => port1.close()),
    cancel: () => void Atomics.store(new Int32Array(cancel), 0, 1),
  };
}
