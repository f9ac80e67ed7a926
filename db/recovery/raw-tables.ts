/**
 * Reads the rows of tables out of a damaged file.
 * 1. The tree of each table is followed from its root. A page that is not what its parent says is tried as one with rows
 *    all the same; where it is none, whatever it led to is lost to the tree.
 * 2. Pages that no tree leads to and that are not free either belong to what was lost: they are told by the shape of their
 *    rows. So a broken page costs its own rows, and not those of all the pages below it.
 * 3. Where the list of tables itself is damaged, it is found by the shape of its rows as well.
 */
import { childrenOf, kindOf, type PageKind, pageKinds, type RawCell, rowsIn } from './raw-cells.ts';
import { RawPages } from './raw-pages.ts';
import type { RawValue } from './raw-row.ts';

/** A table to be read, and how a row of it is told from any other. */
export interface WantedTable {
  name: string;
  /** Tables without row ids are kept as indexes are. */
  hasRowIds: boolean;
  isRow(values: readonly RawValue[]): boolean;
}

export interface ReadTable {
  /** Rows of the pages that its tree leads to, in order. */
  rows: Iterable<RawCell>;
  /** Rows of pages that no tree leads to and that look like its own, page by page. */
  strays: Iterable<RawCell[]>;
  /** Whether every page was found where it should be, and so far every row in them could be read. */
  isWhole(): boolean;
}

interface Root {
  name: string;
  page: number;
}

const SCHEMA_PAGE = 1;
const objectKinds = new Set<RawValue>(['table', 'index', 'view', 'trigger']);

export class RawTables {
  readonly #pages: RawPages;
  /** 1 for each page that was come by, by its number. */
  readonly #reached: Uint8Array;
  readonly #roots: readonly Root[];
  /** Pages that belong to no tree. */
  readonly #strays: readonly number[];
  readonly #isFreeListWhole: boolean;

  constructor(pages: RawPages) {
    this.#pages = pages;
    this.#reached = new Uint8Array(pages.count + 1);
    this.#roots = this.#findRoots();
    for (const { page } of this.#roots) this.#follow(page);
    this.#isFreeListWhole = this.#reachFreePages();
    this.#strays = this.#all().filter((number) => this.#reached[number] === 0);
  }

  read(wanted: WantedTable): ReadTable {
    const root = this.#roots.find(({ name }) => name === wanted.name);
    this.#reached.fill(0);
    const tree = root ? this.#follow(root.page) : { leaves: [], isWhole: false };
    let isWhole = tree.isWhole;
    const onLost = () => {
      isWhole = false;
    };
    return {
      rows: this.#rowsOf(tree.leaves, wanted, onLost),
      // Where it is not known which pages are free, one that no tree leads to may hold rows that were deleted long ago.
      strays: this.#isFreeListWhole || !tree.isWhole ? this.#straysOf(wanted) : [],
      isWhole: () => isWhole,
    };
  }

  #all(): number[] {
    return Array.from({ length: this.#pages.count }, (_, at) => at + 1);
  }

  /** Every page with rows that a root leads to, in order. */
  #follow(root: number): { leaves: number[]; isWhole: boolean } {
    const leaves: number[] = [];
    let isWhole = true;
    const open = [root];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      const bytes = this.#pages.page(number);
      if (!bytes || this.#reached[number] === 1) {
        isWhole = false;
        continue;
      }
      this.#reached[number] = 1;
      const kind = kindOf(bytes, number);
      if (kind === null) isWhole = false;
      if (kind !== pageKinds.tableInterior) leaves.push(number);
      const isInterior = kind === pageKinds.tableInterior || kind === pageKinds.indexInterior;
      if (isInterior) open.push(...childrenOf({ bytes, number, kind }).reverse());
    }
    return { leaves, isWhole };
  }

  /** Pages that hold nothing, as the file lists them; returns whether the list is as long as the file says. */
  #reachFreePages(): boolean {
    const header = this.#pages.page(SCHEMA_PAGE);
    let found = 0;
    const reach = (number: number) => {
      if (this.#reached[number] === 0) found++;
      if (number < this.#reached.length) this.#reached[number] = 1;
    };
    let trunk = header?.readUInt32BE(32) ?? 0;
    while (trunk !== 0 && this.#reached[trunk] === 0) {
      const bytes = this.#pages.page(trunk);
      if (!bytes) break;
      reach(trunk);
      const count = Math.min(bytes.readUInt32BE(4), bytes.length / 4 - 2);
      for (let nth = 0; nth < count; nth++) reach(bytes.readUInt32BE(8 + nth * 4));
      trunk = bytes.readUInt32BE(0);
    }
    return found === header?.readUInt32BE(36);
  }

  #findRoots(): Root[] {
    const { leaves, isWhole } = this.#follow(SCHEMA_PAGE);
    const pages = isWhole ? leaves : this.#all();
    const roots = new Map<string, number>();
    for (const number of pages) {
      for (const cell of this.#cells(number, pageKinds.tableLeaf)) {
        const [kind, name, , page] = cell?.values ?? [];
        if (cell?.values.length !== 5 || !objectKinds.has(kind ?? null) || typeof name !== 'string') continue;
        if (typeof page === 'number' && page > SCHEMA_PAGE && !roots.has(name)) roots.set(name, page);
      }
    }
    return [...roots].map(([name, page]) => ({ name, page }));
  }

  /** The cells of a page; of one whose kind is damaged as if it were of the kind that is expected. */
  #cells(number: number, expected: PageKind): Iterable<RawCell | null> {
    const bytes = this.#pages.page(number);
    return bytes ? rowsIn(this.#pages, { bytes, number, kind: kindOf(bytes, number) ?? expected }) : [];
  }

  *#rowsOf(numbers: readonly number[], wanted: WantedTable, onLost: () => void): Generator<RawCell> {
    for (const number of numbers) {
      for (const cell of this.#cells(number, leafKind(wanted))) {
        if (cell && isRow(cell, wanted)) yield cell;
        else onLost();
      }
    }
  }

  *#straysOf(wanted: WantedTable): Generator<RawCell[]> {
    for (const number of this.#strays) {
      const cells = [...this.#cells(number, leafKind(wanted))];
      const rows = cells.filter((cell) => cell !== null).filter((cell) => isRow(cell, wanted));
      // A damaged page of the table still has most of its rows; any other page has one by chance at most.
      if (rows.length > 0 && rows.length * 2 >= cells.length) yield rows;
    }
  }
}

function leafKind({ hasRowIds }: WantedTable): PageKind {
  return hasRowIds ? pageKinds.tableLeaf : pageKinds.indexLeaf;
}

function isRow({ rowId, values }: RawCell, wanted: WantedTable): boolean {
  return (rowId !== null) === wanted.hasRowIds && wanted.isRow(values);
}

/** Opens a damaged file for as long as `work` reads its tables. */
export function readingTables<Result>(path: string, work: (tables: RawTables) => Result): Result {
  const pages = new RawPages(path);
  try {
    return work(new RawTables(pages));
  } finally {
    pages.close();
  }
}
