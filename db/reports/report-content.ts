/** What a report file holds, whatever its format: typed columns, and in words what they are of. */
import type { ViewAddress } from '../../shared/contract/reports.ts';
import type { Cell } from '../../shared/query/answer.ts';
import type { Language } from '../../shared/text/labels.ts';

/**
 * How a cell is meant: a day is 'YYYY-MM-DD', a month 'YYYY-MM', an instant ISO and
 * told in the time zone of this machine, a plant time ISO and told as it stands there, as the plant's clock showed it; an ordinal is a
 * whole number that is never added up, as a year is; a share is 0.987 for 98.7 %.
 */
export type CellKind = 'text' | 'day' | 'month' | 'ordinal' | 'instant' | 'plantTime' | 'number' | 'share';

export interface CellType {
  kind: CellKind;
  /** Of a number, or of a share in percent; null for as many as a value has. */
  decimals: number | null;
  /** Told with its sign, as a difference is. */
  isSigned?: true;
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

/** A line over time, or bars of names. */
export interface ReportSeries {
  name: string;
  /** A value for each point; null is a gap. */
  values: (number | null)[];
  /** What they are compared with, one for each point. */
  before?: (number | null)[];
}

/** What of a chart has one scale. */
export interface ReportPanel {
  title: string;
  /** How the values are written. */
  type: CellType;
  series: ReportSeries[];
  /** Where each bar lies instead of between 0 and its value, as those of a waterfall do. */
  spans?: { from: number; to: number }[];
}

/** A chart above a table: panels over the same points. Only a page has one. */
export interface ReportChart {
  kind: 'line' | 'bars';
  /** Names of the points, or of the bars. */
  points: string[];
  panels: ReportPanel[];
  /** What series are compared with; empty where they are not. */
  beforeName: string;
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
