/** Columns of a table on a page: which page is wide enough, and how wide each of them is. */
import { BODY, STRONG } from './fonts.ts';
import { type Document, MARGIN, type PageSize, pageSizes, writable } from './page.ts';

export interface TableColumn {
  heading: string;
  isNumber: boolean;
}

export interface TableLayout {
  page: PageSize;
  /** Size of the letters, points. */
  size: number;
  widths: number[];
}

const SIZE = 8.5;
const SMALLEST = 5;
/** Left and right of what a cell holds. */
export const PADDING = 4;
const WIDEST_TEXT = 190;
const NARROWEST_TEXT = 60;
/** Rows whose width is measured; those beyond are of the same kind. */
const MEASURED = 1_000;

/** The first page on which the columns fit, texts as narrow as they can be read; letters get smaller where none is wide enough. */
export function layOutTable(
  doc: Document,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): TableLayout {
  const natural = columns.map((column, at) =>
    naturalWidth(
      doc,
      column,
      rows.slice(0, MEASURED).map((row) => row[at] ?? ''),
    ),
  );
  const least = natural.map((width, at) => (columns[at]?.isNumber ? width : Math.min(width, NARROWEST_TEXT)));
  const needed = total(least);
  const page = pageSizes.find(({ width }) => needed <= width - 2 * MARGIN) ?? pageSizes[2];
  const room = page.width - 2 * MARGIN;
  const scale = Math.max(SMALLEST / SIZE, Math.min(1, room / needed));
  const scaled = natural.map((width) => width * scale);
  return {
    page,
    size: SIZE * scale,
    widths: fitted(
      scaled,
      least.map((width) => width * scale),
      room,
    ),
  };
}

function naturalWidth(doc: Document, { heading, isNumber }: TableColumn, cells: readonly string[]): number {
  const widthOf = (text: string) => doc.widthOfString(writable(text));
  doc.font(STRONG).fontSize(SIZE);
  // A heading may go over two lines, between words.
  const head = Math.max(widthOf(heading) / 2, ...heading.split(' ').map(widthOf));
  doc.font(BODY).fontSize(SIZE);
  const widest = cells.reduce((most, cell) => Math.max(most, widthOf(cell)), head);
  return 2 * PADDING + 1 + (isNumber ? widest : Math.min(widest, WIDEST_TEXT));
}

/** Natural widths where they fit; else what is too much is taken from those that have more than the least. */
function fitted(natural: readonly number[], least: readonly number[], room: number): number[] {
  const excess = total(natural) - room;
  if (excess <= 0) return [...natural];
  const spare = total(natural) - total(least);
  if (spare <= 0) return natural.map((width) => (width * room) / total(natural));
  const share = Math.min(1, excess / spare);
  return natural.map((width, at) => width - (width - (least[at] ?? width)) * share);
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
