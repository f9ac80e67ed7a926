import { useSyncExternalStore } from 'react';
import type { HandedFile } from '../../transport/platform.ts';
import { changeQueue, emptyQueue, type ImportQueue, type QueueAction } from './import-queue-state.ts';

/** The queue outlives its screen: a person may look something up elsewhere and come back to a half-reviewed file. */
let queue: ImportQueue = emptyQueue;
const contents = new Map<number, File>();
const listeners = new Set<() => void>();

/** Changes the queue and tells who shows it. */
export function changeImports(action: QueueAction): void {
  queue = changeQueue(queue, action);
  if (action.type === 'remove') contents.delete(action.key);
  for (const listener of listeners) listener();
}

/** Queues dropped files, which have yet to be sent to the host. */
export function queueFiles(files: readonly File[]): void {
  files.forEach((file, index) => {
    contents.set(queue.nextKey + index, file);
  });
  changeImports({ type: 'add', files: files.map(({ name }) => ({ name })) });
}

/** Queues files that the host has in its hands already. */
export function queueHandedFiles(files: readonly HandedFile[]): void {
  changeImports({ type: 'add', files });
}

/** The content of a queued file that has not been sent. */
export function contentOf(key: number): File | undefined {
  return contents.get(key);
}

/** The content is with the host and need not be held any longer. */
export function releaseContent(key: number): void {
  contents.delete(key);
}

export function useImportQueue(): ImportQueue {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => queue,
  );
}
