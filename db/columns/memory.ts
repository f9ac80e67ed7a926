import { freemem, totalmem } from 'node:os';
import { LRUCache } from 'lru-cache';
import type { Catalog, Partition, PartitionMonth } from '../store/catalog.ts';

/** One month of one file. */
export interface MonthOfFile {
  partition: Partition;
  month: PartitionMonth;
}

export interface FetchOptions {
  /** Somebody waits for it; else it is loaded for later. */
  urgent: boolean;
  /** Whether it is to be built from the records where there is no file of it. */
  build: boolean;
  signal?: AbortSignal | undefined;
}

/** Fetches the segment of a month; null when there is none to be had, or the records are no longer as the catalogue says. */
export type FetchSegment = (of: MonthOfFile, options: FetchOptions) => Promise<SharedArrayBuffer | null>;

/** A quarter of the machine's memory: thirty million records where there are eight gigabytes. */
const MOST_BYTES = Math.floor(totalmem() / 4);
/** With less than this left to the whole machine, other programs would be pushed to disk for our speed. */
const LEAST_FREE_BYTES = Math.min(512 * 2 ** 20, totalmem() / 16);
/** Bytes a record where none is loaded to learn it from. */
const EXPECTED_BYTES = 40;

/**
 * The columnar copy in memory: a segment for each month of each file, found by its stamp. What is not in it is read from
 * SQLite; it can be dropped at any time.
 */
export class ColumnMemory {
  readonly #fetch: FetchSegment;
  readonly #segments = new LRUCache<string, SharedArrayBuffer>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ byteLength }) => byteLength,
  });
  /** One load follows another. */
  #loading: Promise<number> = Promise.resolve(0);
  #wanted = false;

  constructor(fetch: FetchSegment) {
    this.#fetch = fetch;
  }

  /** Whether months that changed since are worth fetching for a question: not before the copy was asked for at all. */
  get wanted(): boolean {
    return this.#wanted;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#segments.calculatedSize;
  }

  /** The segment of a month, null where it is not loaded. */
  get({ month }: MonthOfFile): SharedArrayBuffer | null {
    return this.#segments.get(month.stamp) ?? null;
  }

  /** Loads one month; null as of FetchSegment. */
  async fetch(of: MonthOfFile, options: FetchOptions): Promise<SharedArrayBuffer | null> {
    const segment = await this.#fetch(of, options);
    if (segment) this.#segments.set(of.month.stamp, segment);
    return segment;
  }

  /** Loads what is missing, the newest months first, as far as memory allows; returns how many months it loaded. */
  load(catalog: Catalog): Promise<number> {
    this.#wanted = true;
    const loaded = this.#loading.then(() => this.#load(catalog));
    this.#loading = loaded.catch(() => 0); // the one who asked is told; the next load is not held up by it
    return loaded;
  }

  /** Drops everything when the machine is short of memory; returns whether it was. */
  relieve(): boolean {
    if (freemem() >= LEAST_FREE_BYTES) return false;
    this.#segments.clear();
    return true;
  }

  async #load(catalog: Catalog): Promise<number> {
    const months = catalog.partitions
      .flatMap((partition) => partition.months.map((month) => ({ partition, month })))
      .sort((a, b) => b.month.month - a.month.month);
    this.#forgetOthers(new Set(months.map(({ month }) => month.stamp)));
    let loaded = 0;
    for (const of of months) {
      if (this.#segments.has(of.month.stamp)) continue;
      if (!this.#hasRoom(of.month.records)) break;
      if ((await this.fetch(of, { urgent: false, build: true })) === null) break; // the store has changed: the next load knows how
      loaded++;
    }
    return loaded;
  }

  #forgetOthers(stamps: ReadonlySet<string>): void {
    for (const stamp of [...this.#segments.keys()]) if (!stamps.has(stamp)) this.#segments.delete(stamp);
  }

  #hasRoom(records: number): boolean {
    const bytes = records * EXPECTED_BYTES;
    return this.bytes + bytes <= MOST_BYTES && freemem() - bytes >= LEAST_FREE_BYTES;
  }
}
