/**
 * What VACUUM would give back, told before it is begun.
 * 1. Free pages are counted by SQLite. Pages that are half empty are not: `dbstat` walks every page of every tree and tells
 *    what is unused in it. That reads the whole file, so it stops after a while, and what was not read is taken to be like what was.
 * 2. Written anew in order, pages are nearly full: what does not fit at the end of each stays unused.
 */
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { bytesOnDisk } from '../store/catalog.ts';
import type { StoreFolder } from '../store/folder.ts';
import { roomToWriteAnew } from './free-space.ts';

export interface VacuumForecast {
  /** Of the live file with its log. */
  bytes: number;
  /** Of pages that hold nothing. */
  freeBytes: number;
  /** What it would give back, half-empty pages included. */
  reclaimableBytes: number;
  /** Whether every page was looked at; else what the others hold is reckoned. */
  isWhole: boolean;
  /** What it needs free while it runs, and what there is where that is least. */
  neededBytes: number;
  freeDiskBytes: number;
}

/** Share of a page that stays unused when rows are written in order. */
const UNUSED_AFTER = 0.02;
/** Looking at a gigabyte that is not in memory takes some seconds; who looks at a dialog does not wait for it. */
const MOST_PAGES = 200_000;

/** Forecasts VACUUM of live. Throws what reading the file throws. */
export function forecastVacuum(
  live: ReadableDatabase,
  folder: Pick<StoreFolder, 'live' | 'root'>,
  mostPages: number = MOST_PAGES,
): VacuumForecast {
  const pragma = (name: string) => Number(live.rows(`PRAGMA ${name}`)[0]?.[0]);
  const pageSize = pragma('page_size');
  const freePages = pragma('freelist_count');
  const usedPages = pragma('page_count') - freePages;
  const trees = new Map<unknown, { pages: number; unusedBytes: number }>();
  let read = 0;
  for (const [name, unused] of live.iterate('SELECT name, unused FROM dbstat')) {
    if (read === mostPages) break;
    read++;
    const tree = trees.get(name) ?? { pages: 0, unusedBytes: 0 };
    trees.set(name, { pages: tree.pages + 1, unusedBytes: tree.unusedBytes + Number(unused) });
  }
  const saved = [...trees.values()].reduce((sum, tree) => sum + pagesSaved(tree, pageSize), 0);
  const halfEmpty = read === 0 ? 0 : saved * Math.max(1, usedPages / read);
  const bytes = bytesOnDisk(folder.live);
  const [tightest] = roomToWriteAnew(folder.root, bytes);
  return {
    bytes,
    freeBytes: freePages * pageSize,
    reclaimableBytes: Math.round(freePages + halfEmpty) * pageSize,
    isWhole: read < mostPages,
    neededBytes: tightest?.neededBytes ?? 0,
    freeDiskBytes: tightest?.freeBytes ?? 0,
  };
}

/** Pages that a tree does without when its rows are written in order; a page is the least that it has. */
function pagesSaved({ pages, unusedBytes }: { pages: number; unusedBytes: number }, pageSize: number): number {
  const packed = Math.ceil((pages * pageSize - unusedBytes) / (pageSize * (1 - UNUSED_AFTER)));
  return Math.max(0, pages - Math.max(1, packed));
}
