/** What a report file holds, whatever its format: typed columns, and in words what they are of. */
import type { ViewAddress } from '../../shared/contract/reports.ts';
import type { Cell } from '../../shared/query/answer.ts';
import type { Language } from '../../shared/text/labels.ts';

/**
 * How a cell is meant: a day is 'YYYY-MM-DD', a month 'YYYY-MM', an instant ISO; an ordinal is a
 * whole number that is never added up, as a year is; a share is 0.987 for 98.7 %.
 */
export type CellKind = 'text' | 'day' | 'month' | 'ordinal' | 'instant' | 'number' | 'share';

export interface CellType {
  kind: CellKind;
  /** Of a number, or of a share in percent; null for as many as a value has. */
  decimals: number | null;
}

export interface ReportColumn extends CellType {
  heading: string;
}

export interface TypedCell extends CellType {
  value: Cell;
}

/** A name and what is said of it, in one cell or several. */
export interface AboutLine {
  name: string;
  cells: TypedCell[];
}

/** What the rows are of: range and filters, definitions, check totals. */
export interface AboutSection {
  title: string;
  /** Over the cells of its lines, where they are several. */
  headings?: string[];
  lines: AboutLine[];
}

/** A chart above a table: a line over time, or bars of names. Only a page has one. */
export interface ReportChart {
  kind: 'line' | 'bars';
  title: string;
  /** How the values are written. */
  type: CellType;
  /** Names of the points, or of the bars. */
  points: string[];
  /** A value for each point; null is a gap. Bars have one series without a name. */
  series: { name: string; values: (number | null)[] }[];
  /** What of the table is not drawn, in words; empty where all is. */
  leftOut: string;
}

export interface ReportContent {
  title: string;
  language: Language;
  locale: string;
  /** Names of the sheets: those of the rows, numbered from the second on, and that which tells of them. */
  sheets: { rows: string; about: string };
  columns: readonly ReportColumn[];
  /** How many rows there have to be. */
  rows: number;
  /** When it is written, ISO instant. */
  writtenAt: string;
  view: ViewAddress | null;
  chart?: ReportChart;
}

/** Rows as a writer takes them. */
export interface RowSupply {
  /** Batches of rows, in order; asked for once. */
  batches: AsyncIterator<readonly (readonly Cell[])[]>;
  /** What tells of the rows; asked for after the last batch. */
  about: () => Promise<AboutSection[]>;
}

export const asText = (value: Cell): TypedCell => ({ kind: 'text', decimals: null, value });
export const asCount = (value: Cell): TypedCell => ({ kind: 'number', decimals: 0, value });
