import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { LoggedPage, ReadPages } from './live-log.ts';

const PAGES_A_STEP = 256;

export interface WholeFile {
  pageSize: number;
  pages: number;
  read: ReadPages;
}

/** Reads a moment of the live file and a standby whose log is folded; returns the pages that differ, counted from 1. */
export function pagesThatDiffer(
  live: WholeFile,
  standby: string,
  onPages: (done: number) => void = () => {},
): number[] {
  const { pageSize, pages } = live;
  const [ours, theirs] = [Buffer.allocUnsafe(PAGES_A_STEP * pageSize), Buffer.allocUnsafe(PAGES_A_STEP * pageSize)];
  const different: number[] = [];
  const descriptor = openSync(standby, 'r');
  try {
    for (let first = 0; first < pages; first += PAGES_A_STEP) {
      const count = Math.min(PAGES_A_STEP, pages - first);
      const content = ours.subarray(0, count * pageSize);
      live.read(first, content);
      theirs.fill(0);
      readSync(descriptor, theirs, 0, content.length, first * pageSize);
      onPages(first + count);
      if (content.equals(theirs.subarray(0, content.length))) continue;
      for (let at = 0; at < count; at++) {
        const [from, to] = [at * pageSize, (at + 1) * pageSize];
        if (content.compare(theirs, from, to, from, to) !== 0) different.push(first + at + 1);
      }
    }
  } finally {
    closeSync(descriptor);
  }
  // One that is longer than the live file is cut off by a transaction, which needs a page to say so.
  if (different.length === 0 && pages > 0 && statSync(standby).size !== pages * pageSize) different.push(1);
  return different;
}

/** Those pages of the live file. */
export function* pagesOf({ pageSize, read }: WholeFile, numbers: readonly number[]): Iterable<LoggedPage> {
  const content = Buffer.allocUnsafe(pageSize);
  for (const page of numbers) {
    read(page - 1, content);
    yield { page, content };
  }
}
