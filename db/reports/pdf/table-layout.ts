/** Columns of a table on a page: which page is wide enough, and how wide each of them is. */
import { AppError } from '../../../shared/lib/app-error.ts';
import type { ReportColumn } from '../report-content.ts';
import { isNumeric } from './cell-text.ts';
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

/** How columns of a report stand on a page. */
export function columnsOfTable(columns: readonly ReportColumn[]): TableColumn[] {
  return columns.map((column) => ({ heading: column.heading, isNumber: isNumeric(column) }));
}

const SIZE = 8.5;
const SMALLEST = 5;
/** Left and right of what a cell holds. */
export const PADDING = 4;
const WIDEST_TEXT = 190;
const NARROWEST_TEXT = 60;
/** Rows whose texts are measured; those beyond are of the same kind, and wider ones go over lines. A number is never cut. */
const MEASURED = 1_000;

/**
 * The first of the pages on which the columns fit, texts as narrow as they can be read; letters get smaller where none is wide enough.
 * Throws TOO_LARGE where they could not be read.
 */
export function layOutTable(
  doc: Document,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  pages: readonly PageSize[] = pageSizes,
): TableLayout {
  const natural = columns.map((column, at) =>
    naturalWidth(
      doc,
      column,
      column.isNumber ? numberShapes(rows, at) : rows.slice(0, MEASURED).map((row) => row[at] ?? ''),
    ),
  );
  const least = natural.map((width, at) => (columns[at]?.isNumber ? width : Math.min(width, NARROWEST_TEXT)));
  const needed = total(least);
  const page = pages.find(({ width }) => needed <= width - 2 * MARGIN) ?? pages.at(-1) ?? pageSizes[2];
  const room = page.width - 2 * MARGIN;
  const scale = Math.min(1, room / needed);
  if (scale < SMALLEST / SIZE) {
    throw new AppError(
      'TOO_LARGE',
      `${columns.length} columns are wider than the widest page. Nothing was written; choose Excel or CSV, or ask for fewer measures.`,
    );
  }
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

/** The numbers of a column, each of so many digits and marks once: digits are all as wide. */
function numberShapes(rows: readonly (readonly string[])[], at: number): string[] {
  return [...new Set(rows.map((row) => (row[at] ?? '').replaceAll(/\d/g, '0')))];
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

/** A heading in lines that end between words, also in languages whose words may be broken anywhere; in the font that is set. */
export function linesOf(doc: Document, heading: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of heading.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && doc.widthOfString(writable(longer)) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
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
