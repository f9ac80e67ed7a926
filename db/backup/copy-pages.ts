import type { JobContext } from '../engine/threads/job-context.ts';
import type { FrozenLive } from './frozen-live.ts';
import { PageList } from './page-list.ts';
import { PAGES_A_STEP, type PackWriter } from './page-pack.ts';

/** Below this share of pages that are still wanted a pack is not built upon: its wanted ones are written again. */
const LEAST_WANTED = 0.5;

export interface PreviousPages {
  list: PageList;
  /** How many pages a pack holds. */
  pagesInPack: (pack: number) => number;
}

/**
 * Packs that the next backup does not build upon: gone, or mostly out of date. A pack can only be removed whole, once no
 * backup needs it; without this a single page would keep it for ever. It at most doubles what is written.
 */
export function outOfDatePacks({ list, pagesInPack }: PreviousPages): Set<number> {
  const found = new Set<number>();
  for (const [pack, wanted] of list.pagesByPack()) {
    const kept = pagesInPack(pack);
    if (kept < wanted || wanted < kept * LEAST_WANTED) found.add(pack);
  }
  return found;
}

/** Reads all pages, writes those that the backup before does not have, and returns the list of where each is kept. */
export function copyPages(
  live: Pick<FrozenLive, 'pages' | 'pageSize' | 'read'>,
  { pack, number, previous }: { pack: PackWriter; number: number; previous: PreviousPages | null },
  context: JobContext,
): PageList {
  const { pages, pageSize } = live;
  const list = new PageList(pages);
  const before = previous?.list ?? new PageList(0);
  const outOfDate = previous ? outOfDatePacks(previous) : new Set<number>();
  const buffer = Buffer.allocUnsafe(PAGES_A_STEP * pageSize);
  for (let first = 0; first < pages; first += PAGES_A_STEP) {
    context.checkCancelled();
    context.report({ phase: 'copying', done: first * pageSize, total: pages * pageSize, unit: 'bytes' });
    const count = Math.min(PAGES_A_STEP, pages - first);
    live.read(first, buffer.subarray(0, count * pageSize));
    for (let at = 0; at < count; at++) {
      const page = first + at;
      const content = buffer.subarray(at * pageSize, (at + 1) * pageSize);
      const isKept = page < before.pages && !outOfDate.has(before.pack(page)) && before.holds(page, content);
      if (isKept) list.setAsIn(before, page);
      else list.set(page, { pack: number, place: pack.add(content), content });
    }
  }
  pack.finish();
  return list;
}
