/**
 * The pages of a grid, held in memory no further than `capacity`:
 * 1. A page is asked for only when one of its rows is shown; a page nobody looks at any more is not waited for.
 * 2. Where the cursor of a page is known, it is used (keyset: as fast at row nine million as at row nine). Where it is
 *    not, a list in date order jumps by position; any other order goes on from the last page that is known.
 * 3. Of a page that is looked for record by record the first rows show while the others are looked for.
 * 4. Rows are dropped, oldest look first; cursors are small and stay, so that going back needs no detour.
 */
export interface PageRequest {
  cursor?: string;
  position?: number;
  limit: number;
}

export interface FetchedPage<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/** What is known of a page that is still looked for: its first rows, and how far the looking is. */
export interface PagePart<Row> {
  rows: Row[];
  recordsRead: number;
  recordsTotal: number;
}

export interface PageStoreOptions<Row> {
  pageSize: number;
  /** How many pages are kept. */
  capacity: number;
  /** Whether a page can be asked for by its position. */
  canJump: boolean;
  fetch: (
    request: PageRequest,
    signal: AbortSignal,
    onPart: (part: PagePart<Row>) => void,
  ) => Promise<FetchedPage<Row>>;
}

export class PageStore<Row> {
  readonly #options: PageStoreOptions<Row>;
  readonly #pages = new Map<number, Row[]>();
  readonly #cursors = new Map<number, string>();
  readonly #loading = new Map<number, AbortController>();
  /** Of pages that are loading, those of which the first rows are there. */
  readonly #parts = new Map<number, PagePart<Row>>();
  readonly #listeners = new Set<() => void>();
  #wanted = { first: 0, last: -1 };
  #known = 0;
  #end: number | null = null;
  #error: Error | null = null;
  #version = 0;

  constructor(options: PageStoreOptions<Row>) {
    this.#options = options;
  }

  /** Calls back after each change; returns how to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A number that differs after each change. */
  version = (): number => this.#version;

  /** Why the last page could not be had; null when it could. */
  get error(): Error | null {
    return this.#error;
  }

  /** What is known of the page that is looked for record by record; null where none is. */
  get part(): PagePart<Row> | null {
    return [...this.#parts.values()].at(-1) ?? null;
  }

  /** Whether anything could be read at all. */
  get hasSome(): boolean {
    return this.#known > 0 || this.#end !== null;
  }

  /** A row, or undefined while it is not here. */
  row(index: number): Row | undefined {
    const page = this.#pageOf(index);
    return (this.#pages.get(page) ?? this.#parts.get(page)?.rows)?.[index % this.#options.pageSize];
  }

  /** The rows about one that are here without a gap, first and last; null where that one is not. */
  loadedAround(index: number): { first: number; last: number } | null {
    const { pageSize } = this.#options;
    let first = this.#pageOf(index);
    let last = first;
    const rowsOf = (page: number) => this.#pages.get(page)?.length ?? 0;
    if (rowsOf(first) === 0) return null;
    while (first > 0 && rowsOf(first - 1) > 0) first -= 1;
    while (rowsOf(last) === pageSize && rowsOf(last + 1) > 0) last += 1;
    return { first: first * pageSize, last: last * pageSize + rowsOf(last) - 1 };
  }

  /** The rows of a range (inclusive) where all of them are here; null where one is not. */
  held(first: number, last: number): Row[] | null {
    const rows: Row[] = [];
    for (let index = first; index <= last; index += 1) {
      const row = this.row(index);
      if (row === undefined) return null;
      rows.push(row);
    }
    return rows;
  }

  /** Whether nothing of this range is still to come. */
  has(first: number, last: number): boolean {
    const end = this.#end ?? Number.POSITIVE_INFINITY;
    for (let page = this.#pageOf(first); page <= this.#pageOf(Math.min(last, end - 1)); page += 1) {
      if (!this.#pages.has(page) && !this.#parts.get(page)?.rows.length) return this.#end === 0;
    }
    return this.#end !== null || this.#known > 0;
  }

  /** How many rows the list has as far as can be told; `count` is the exact number, once it is known. */
  extent(count: number | null): number {
    if (this.#end !== null) return this.#end;
    if (this.#options.canJump && count !== null) return count;
    const oneMorePage = this.#known + this.#options.pageSize;
    return count === null ? oneMorePage : Math.min(count, oneMorePage);
  }

  /** Says which rows are looked at (inclusive), and asks for those that are missing. */
  show(first: number, last: number): void {
    this.#wanted = { first: this.#pageOf(Math.max(0, first)), last: this.#pageOf(Math.max(0, last)) };
    for (const [page, controller] of this.#loading) {
      if (this.#isWanted(page)) continue;
      this.#stopLoading(page);
      controller.abort();
    }
    this.#load();
  }

  /** Asks again for what failed. */
  retry(): void {
    this.#error = null;
    this.#changed();
    this.#load();
  }

  /** The rows of a range (inclusive), asking for those that are missing. Throws what the fetch throws. */
  async rows(first: number, last: number, signal: AbortSignal): Promise<Row[]> {
    const all: Row[] = [];
    for (let page = this.#pageOf(first); page <= this.#pageOf(last); page += 1) {
      let rows = this.#pages.get(page);
      if (!rows) {
        const request = this.#request(page);
        if (!request) break;
        const fetched = await this.#options.fetch(request, signal, () => {});
        if (fetched.nextCursor !== null) this.#cursors.set(page + 1, fetched.nextCursor);
        rows = fetched.rows;
      }
      const start = page * this.#options.pageSize;
      all.push(...rows.slice(Math.max(0, first - start), last - start + 1));
    }
    return all;
  }

  /** Stops waiting for anything. */
  close(): void {
    for (const controller of this.#loading.values()) controller.abort();
    this.#loading.clear();
    this.#parts.clear();
  }

  #load(): void {
    if (this.#error) return;
    const lastPage = this.#end === null ? this.#wanted.last : Math.min(this.#wanted.last, this.#pageOf(this.#end - 1));
    for (let page = this.#wanted.first; page <= lastPage; page += 1) {
      const rows = this.#pages.get(page);
      if (rows) {
        this.#pages.delete(page);
        this.#pages.set(page, rows);
      } else if (!this.#loading.has(page)) {
        const request = this.#request(page);
        if (request) void this.#fetch(page, request);
      }
    }
  }

  #request(page: number): PageRequest | null {
    const limit = this.#options.pageSize;
    if (page === 0) return { limit };
    const cursor = this.#cursors.get(page);
    if (cursor !== undefined) return { limit, cursor };
    return this.#options.canJump ? { limit, position: page * limit } : null;
  }

  async #fetch(page: number, request: PageRequest): Promise<void> {
    const controller = new AbortController();
    this.#loading.set(page, controller);
    const onPart = (part: PagePart<Row>) => {
      if (this.#loading.get(page) !== controller) return;
      this.#parts.set(page, part);
      this.#known = Math.max(this.#known, page * this.#options.pageSize + part.rows.length);
      this.#changed();
    };
    try {
      const fetched = await this.#options.fetch(request, controller.signal, onPart);
      if (this.#loading.get(page) === controller) this.#keep(page, fetched);
    } catch (error) {
      if (this.#loading.get(page) !== controller) return;
      this.#stopLoading(page);
      this.#error = error instanceof Error ? error : new Error(String(error));
      this.#changed();
    }
  }

  #keep(page: number, { rows, nextCursor }: FetchedPage<Row>): void {
    const { pageSize, capacity } = this.#options;
    this.#stopLoading(page);
    this.#pages.set(page, rows);
    if (nextCursor === null) {
      // An empty page past the end does not tell where the end is, unless it is the first.
      if (rows.length > 0 || page === 0) this.#end = page * pageSize + rows.length;
    } else {
      this.#cursors.set(page + 1, nextCursor);
    }
    this.#known = Math.max(this.#known, page * pageSize + rows.length);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= capacity) break;
      if (!this.#isWanted(oldest)) this.#pages.delete(oldest);
    }
    this.#changed();
    this.#load();
  }

  #stopLoading(page: number): void {
    this.#loading.delete(page);
    this.#parts.delete(page);
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  #isWanted(page: number): boolean {
    return page >= this.#wanted.first && page <= this.#wanted.last;
  }

  #pageOf(row: number): number {
    return Math.floor(row / this.#options.pageSize);
  }
}
