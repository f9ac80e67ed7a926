import type { RawPages } from './raw-pages.ts';
import { decodeRow, type RawValue, varint } from './raw-row.ts';

/** The kinds of pages that trees are made of, by their first byte. */
export const pageKinds = { tableLeaf: 0x0d, tableInterior: 0x05, indexLeaf: 0x0a, indexInterior: 0x02 } as const;
export type PageKind = (typeof pageKinds)[keyof typeof pageKinds];

/** The first page begins with the header of the file. */
const FILE_HEADER = 100;
const LONGEST_PAYLOAD = 16_000_000;

export interface RawCell {
  /** Null in an index, and in a table without row ids. */
  rowId: number | null;
  values: RawValue[];
}

interface Page {
  bytes: Buffer;
  number: number;
  kind: PageKind;
}

function headerAt(number: number): number {
  return number === 1 ? FILE_HEADER : 0;
}

export function kindOf(bytes: Buffer, number: number): PageKind | null {
  const found = bytes[headerAt(number)];
  return Object.values(pageKinds).find((kind) => kind === found) ?? null;
}

const isInterior = (kind: PageKind) => kind === pageKinds.tableInterior || kind === pageKinds.indexInterior;

/** Where the cells of a page begin; those that cannot be right are left out. */
function* cellsAt({ bytes, number, kind }: Page): Generator<number> {
  const header = headerAt(number);
  const first = header + (isInterior(kind) ? 12 : 8);
  const count = bytes.readUInt16BE(header + 3);
  for (let nth = 0; nth < count && first + nth * 2 + 2 <= bytes.length; nth++) {
    const at = bytes.readUInt16BE(first + nth * 2);
    if (at >= first && at < bytes.length) yield at;
  }
}

/** The pages that an interior page leads to, in order. */
export function childrenOf(page: Page): number[] {
  const children: number[] = [];
  for (const at of cellsAt(page)) if (at + 4 <= page.bytes.length) children.push(page.bytes.readUInt32BE(at));
  return [...children, page.bytes.readUInt32BE(headerAt(page.number) + 8)];
}

/** The rows that stand in a page; one that cannot be read is told of as null. Interior pages of tables hold none. */
export function* rowsIn(pages: RawPages, page: Page): Generator<RawCell | null> {
  if (page.kind === pageKinds.tableInterior) return;
  for (const at of cellsAt(page)) yield readCell(pages, page, at);
}

function readCell(pages: RawPages, page: Page, at: number): RawCell | null {
  const { bytes, kind } = page;
  const start = kind === pageKinds.indexInterior ? at + 4 : at;
  const length = varint(bytes, start);
  if (!length || length.value > LONGEST_PAYLOAD) return null;
  const rowId = kind === pageKinds.tableLeaf ? varint(bytes, length.end) : null;
  if (kind === pageKinds.tableLeaf && rowId === null) return null;
  const payload = readPayload(pages, page, rowId?.end ?? length.end, length.value);
  const values = payload && decodeRow(payload);
  return values && { rowId: rowId?.value ?? null, values };
}

/** What a row says, put together where it goes on in other pages; null where it ends before its length, or the file does. */
function readPayload(pages: RawPages, { bytes, number, kind }: Page, at: number, length: number): Buffer | null {
  const local = localBytes(pages.pageSize, length, kind);
  const end = pages.bytesOf(number);
  if (at + local > end) return null;
  const parts = [bytes.subarray(at, at + local)];
  let missing = length - local;
  if (missing > 0 && at + local + 4 > end) return null;
  let next = missing > 0 ? bytes.readUInt32BE(at + local) : 0;
  while (missing > 0) {
    const page = pages.page(next);
    if (!page) return null;
    const part = page.subarray(4, 4 + Math.min(missing, page.length - 4));
    if (4 + part.length > pages.bytesOf(next)) return null;
    parts.push(part);
    missing -= part.length;
    next = page.readUInt32BE(0);
  }
  return parts.length === 1 ? (parts[0] ?? null) : Buffer.concat(parts);
}

/** How much of a row stands in its own page. */
function localBytes(pageSize: number, length: number, kind: PageKind): number {
  const most = kind === pageKinds.tableLeaf ? pageSize - 35 : Math.floor(((pageSize - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const shared = least + ((length - least) % (pageSize - 4));
  return shared <= most ? shared : least;
}
