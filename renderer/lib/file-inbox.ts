import { useSyncExternalStore } from 'react';

/** Files dropped anywhere on the window (or chosen on another screen), until the Imports screen takes them. */
let waiting: readonly File[] = [];
const listeners = new Set<() => void>();

function set(files: readonly File[]): void {
  waiting = files;
  for (const listener of listeners) listener();
}

export function putFiles(files: readonly File[]): void {
  set([...waiting, ...files]);
}

/** Takes all that wait; they wait no longer. */
export function takeFiles(): readonly File[] {
  const taken = waiting;
  if (taken.length > 0) set([]);
  return taken;
}

/** How many files wait; re-renders when that changes. */
export function useWaitingFiles(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => waiting.length,
  );
}
