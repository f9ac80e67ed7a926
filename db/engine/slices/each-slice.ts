/**
 * Reads slice by slice on all readers.
 * 1. Whichever reader is free takes the next slice, so that all are busy to the end, and another question gets its turn
 *    between two slices of this one. One slice more than there are readers waits for its turn, so that none of them is
 *    idle while rows are merged.
 * 2. A cancel stops the slices that run, by their flag, and no other is begun.
 */
import type { Engine } from '../engine.ts';
import { nextSize, type Slice, type SliceSizes, type Unread } from './slices.ts';

/** What became of a slice: read (on with the next), enough (no more is wanted), or changed (the store is another one now). */
type SliceOutcome = { elapsedMs: number; rows: number } | 'enough' | 'changed';

interface EachSliceOptions {
  sizes: SliceSizes;
  /** How many slices are read at once. */
  atOnce: number;
  signal: AbortSignal | undefined;
  read: (slice: Slice, stop: AbortSignal) => Promise<SliceOutcome>;
}

/** Reads what is unread; false when the store changed meanwhile. Throws what a read throws, CANCELLED soon after the signal aborts. */
export async function eachSlice(unread: Unread, { sizes, atOnce, signal, read }: EachSliceOptions): Promise<boolean> {
  const ended = new AbortController();
  const stop = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  const failures: unknown[] = [];
  let end: 'enough' | 'changed' | null = null;
  let size = sizes.first;

  const readOn = async () => {
    for (let slice = unread.next(size); slice; slice = unread.next(size)) {
      const wanted = size;
      const outcome = await read(slice, stop);
      if (typeof outcome === 'string') {
        end = outcome;
        return ended.abort();
      }
      size = nextSize(sizes, { size: wanted, records: slice.records, ...outcome });
    }
  };
  const reader = () =>
    readOn().catch((error: unknown) => {
      failures.push(error); // the first one says why; the others were stopped by it
      ended.abort();
    });
  await Promise.all(Array.from({ length: atOnce }, reader));
  if (end !== null) return end === 'enough';
  if (failures.length > 0) throw failures[0];
  return true;
}

/** Slices at once of a question that is cut into them. */
export function slicesAtOnce({ readers }: Engine): number {
  return readers + 1;
}
