import type { RejectHeadings } from '../../../shared/import/corrections.ts';
import type { RowClock } from '../times/row-clock.ts';

/** An amount (quantity or minutes, in millionths) given for one reason. */
export interface ReasonAmount {
  reason: string;
  amount: number;
}

/**
 * A production record as read from a row, before text becomes keys: quantities, minutes and seconds in millionths,
 * instants in seconds since 1970-01-01 UTC, null for 'not recorded'.
 */
export interface RecordDraft {
  /** Production day, in days since 1970-01-01. */
  day: number;
  startedAt: number | null;
  endedAt: number | null;
  site: string | null;
  line: string | null;
  shift: string | null;
  operator: string | null;
  itemCode: string | null;
  itemName: string | null;
  unit: string | null;
  lotNumber: string | null;
  orderNumber: string | null;
  plannedQuantity: number | null;
  goodQuantity: number | null;
  defectQuantity: number | null;
  reworkQuantity: number | null;
  plannedMinutes: number | null;
  runMinutes: number | null;
  downMinutes: number | null;
  idealCycleSeconds: number | null;
  note: string | null;
  defects: ReasonAmount[];
  downtimes: ReasonAmount[];
  /** Line of the file on which the row begins; the first line is 1. */
  sourceLine: number;
  /** How many of the values had more decimals than a millionth holds. */
  rounded: number;
  /** By which clock its moments are written; absent where none has a time of day. */
  clock?: RowClock;
  /** It looks like a booking that takes back another, of which the profile says nothing. */
  takesBack?: boolean;
}

/**
 * The headings of a line that became no row of the table that records are made of: those of its file as they stand there, or
 * these and behind them those of the second file, with its line.
 */
export type LineHeadings = Exclude<RejectHeadings, 'record'>;

/** A date that can be read with day and month the other way round, and only so. */
export type RejectionCode = 'otherOrder';

/** A row that cannot become a record, with the reason in words. */
export interface Rejection {
  line: number;
  cells: string[];
  reason: string;
  /** What is beside the words for the program; absent where nothing goes by it. */
  code?: RejectionCode;
  /** Whose headings the cells are below, where that is not the table that records are made of. */
  below?: LineHeadings;
}

/** One row of a delimited file as text. */
export interface CsvRow {
  /** Line of the file on which the row begins; the first line is 1. */
  line: number;
  cells: string[];
  /** Why the row could not be read as cells (a quote that is never closed); such a row is set aside. */
  problem?: string;
  below?: LineHeadings;
  /** What stands in cells of rows above that are merged with cells of this row; the row's own are blank there. */
  merged?: readonly MergedCell[];
}

/** Part of a merged cell that a row below its first one has. */
export interface MergedCell {
  /** Place of the column, from 0. */
  at: number;
  text: string;
  /** Line of the first row of the merged cell, where its text stands. */
  from: number;
}
