/** What is asked, as data. Every peer answers each question in its own words and must find the same rows. */
import type { ReportQueryInput } from '../../shared/query/report-query.ts';

/** How the program itself is asked. */
export type Asked =
  | { report: ReportQueryInput }
  | { lotsWithPrefix: string }
  | { recordsWithPart: string }
  | { pageAtShare: number };

export interface Question {
  title: string;
  asked: Asked;
  wanted: Wanted;
  /** Set where no rollup answers: asked from the files alone too, as before there is a columnar copy. */
  readsRecords?: true;
  /** Places of the columns that are quotients: equal to a billionth; all else is exactly equal. */
  quotients?: readonly number[];
}

/** How many times faster than a peer the program is to be at ten million records; null where nothing is asked. */
export type Wanted = Record<'duckdb' | 'indexed', number | null>;

/** What reads records shows something within this time before there is a columnar copy. */
export const WANTED_FIRST_MS = 100;
/** What does not answers within this time, 99 times in 100. */
export const WANTED_P99_MS = 10;
/** The same at the window. */
export const WANTED_WINDOW_P99_MS = 30;

/** Rows of a page, hits of a search, lots of a prefix. */
export const FIRST_ROWS = 100;

const press = { from: '2023-03-10', to: '2025-06-20' };

export const questions = {
  'month-totals': {
    title: 'good, defects and yield by month, 5 years',
    wanted: { duckdb: 20, indexed: 1000 },
    asked: { report: { measures: ['good', 'defects', 'yield'], dimensions: ['month'] } },
    quotients: [3],
  },
  'top-items': {
    title: 'top 20 items by defects, 90 days over two files',
    wanted: { duckdb: 5, indexed: 500 },
    asked: {
      report: {
        measures: ['defects', 'good'],
        dimensions: ['item'],
        from: '2024-11-17',
        to: '2025-02-14',
        orderBy: [{ field: 'defects', direction: 'desc' }],
        limit: 20,
      },
    },
  },
  'line-shift-oee': {
    title: 'OEE by line and shift, one year',
    wanted: { duckdb: 10, indexed: 500 },
    asked: {
      report: {
        measures: ['availability', 'performance', 'quality', 'oee'],
        dimensions: ['line', 'shift'],
        from: '2024-01-01',
        to: '2024-12-31',
      },
    },
    quotients: [2, 3, 4, 5],
  },
  'item-by-day': {
    title: 'one item by day, 5 years',
    wanted: { duckdb: 10, indexed: 100 },
    asked: {
      report: {
        measures: ['good', 'defects'],
        dimensions: ['day'],
        filters: [{ field: 'item', in: ['A-100'] }],
      },
    },
  },
  'reason-pareto': {
    title: 'defects by reason, one line, one year',
    wanted: { duckdb: 10, indexed: 100 },
    asked: {
      report: {
        measures: ['defects'],
        dimensions: ['defectReason'],
        from: '2024-01-01',
        to: '2024-12-31',
        filters: [{ field: 'line', in: ['Press 2'] }],
        orderBy: [{ field: 'defects', direction: 'desc' }],
      },
    },
  },
  'count-line-shift': {
    title: 'count by days, two lines and a shift',
    wanted: { duckdb: 2, indexed: 50 },
    asked: {
      report: {
        measures: ['records'],
        ...press,
        filters: [
          { field: 'line', in: ['Press 1', 'Moulding 1'] },
          { field: 'shift', in: ['Late'] },
        ],
      },
    },
  },
  'count-line-shift-item': {
    title: 'count by days, a line, a shift and an item',
    wanted: { duckdb: 2, indexed: 50 },
    asked: {
      report: {
        measures: ['records'],
        ...press,
        filters: [
          { field: 'line', in: ['Press 1'] },
          { field: 'shift', in: ['Late'] },
          { field: 'item', in: ['P-100'] },
        ],
      },
    },
  },
  'lots-by-prefix': {
    title: 'lots by prefix, first 100',
    wanted: { duckdb: 10, indexed: null },
    asked: { lotsWithPrefix: 'L2403' },
  },
  'lots-by-part': {
    title: 'part of a lot number, one record in ten thousand: first 100 and count',
    wanted: { duckdb: 50, indexed: 500 },
    asked: { recordsWithPart: '31-0007' },
  },
  'lots-by-common-part': {
    title: 'part of a lot number, one record in a hundred: first 100 and count',
    wanted: { duckdb: 50, indexed: 500 },
    asked: { recordsWithPart: '31-00' },
  },
  'page-by-date': {
    title: 'page of 100 at 70 % of the records, by date',
    wanted: { duckdb: 20, indexed: 100 },
    asked: { pageAtShare: 0.7 },
  },
  'operator-quarter': {
    title: 'good by operator, one quarter',
    wanted: { duckdb: 2, indexed: 20 },
    readsRecords: true,
    asked: { report: { measures: ['good'], dimensions: ['operator'], from: '2024-04-01', to: '2024-06-30' } },
  },
  'item-medians': {
    title: 'median yield per item, one year',
    wanted: { duckdb: 1.5, indexed: 50 },
    readsRecords: true,
    asked: {
      report: { measures: ['medianYield'], dimensions: ['item'], from: '2024-01-01', to: '2024-12-31' },
    },
    quotients: [1],
  },
  'free-filter': {
    title: 'free filter on operator, line and shift by week, 5 years',
    wanted: { duckdb: 3, indexed: 100 },
    readsRecords: true,
    asked: {
      report: {
        measures: ['good', 'defects'],
        dimensions: ['week'],
        filters: [
          { field: 'operator', in: ['A. Brandt', 'J. Ferreira', 'S. Dubois'] },
          { field: 'line', in: ['Assembly 1'] },
          { field: 'shift', in: ['Early', 'Late'] },
        ],
      },
    },
  },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof questions;
export const questionNames = Object.keys(questions) as QuestionName[];

/** The question of a name, with its optional parts. */
export function questionOf(name: QuestionName): Question {
  return questions[name];
}

/** Place in date order of the first record of a page, from 0. */
export function positionOf(share: number, records: number): number {
  return Math.floor(share * records);
}
