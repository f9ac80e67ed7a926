import { takenBack } from '../../../shared/lib/taken-back.ts';

/** On the thread that works: throws CANCELLED once the flag is set. */
export function stopOn(flag: SharedArrayBuffer | null): () => void {
  const cells = flag && new Int32Array(flag);
  return () => {
    if (cells && Atomics.load(cells, 0) !== 0) throw takenBack();
  };
}

/** Runs `work` with a flag that threads can see, set once the signal aborts; null where there is no signal. Throws CANCELLED when it has aborted before. */
export async function withCancelFlag<Result>(
  signal: AbortSignal | undefined,
  work: (flag: SharedArrayBuffer | null) => Promise<Result>,
): Promise<Result> {
  if (!signal) return work(null);
  if (signal.aborted) throw takenBack();
  const flag = new SharedArrayBuffer(4);
  const stop = () => Atomics.store(new Int32Array(flag), 0, 1);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await work(flag);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
