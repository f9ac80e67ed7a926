import { expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { planReport } from '../../planner/plan.ts';
import { catalogOf } from '../../testing/catalog-of.ts';
import type { Value } from '../sqlite/connection.ts';
import { finishReport } from './finish-report.ts';
import { type ArmRows, ReportMerger } from './merge-report.ts';

const catalog = catalogOf({ live: [['2024-01-01', '2024-12-31']] }, ['pieces', 'kg']);

function merge(query: ReportQueryInput, ...arms: Partial<ArmRows>[]) {
  const plan = planReport(parseReportQuery(query), catalog);
  const merger = new ReportMerger(plan);
  for (const { sums = [], lots = [], yields = [] } of arms) merger.add({ sums, lots, yields });
  return finishReport(plan, merger.groups(), catalog.units);
}

/** Rows of files: keys, records, the smallest and the largest unit key, then a sum in units and millionths. */
const row = (keys: Value[], records: number, unit: number, ...sum: Value[]): Value[] => [
  ...keys,
  records,
  unit,
  unit,
  ...sum,
];

test('groups of several files are added up, and null is a group of its own', () => {
  const query: ReportQueryInput = { measures: ['records', 'good'], dimensions: ['line', 'shift'] };
  const { rows, groups } = merge(
    query,
    { sums: [row(['A', 'Early'], 2, 1, 5, 600_000), row([null, 'Early'], 1, 1, null, null)] },
    { sums: [row(['A', null], 1, 1, 1, 0), row(['A', 'Early'], 3, 1, 0, 500_000)] },
  );
  expect(rows).toEqual([
    ['A', 'Early', 5, 6.1],
    ['A', null, 1, 1],
    [null, 'Early', 1, null],
  ]);
  expect(groups).toBe(3);
});

test('a number is the same whatever parts it was added up from', () => {
  const query: ReportQueryInput = { measures: ['good'] };
  const whole = 9_007_199_254;
  const parts = [400_000, 300_000, 900_001].map((millionths) => ({ sums: [row([], 1, 1, whole, millionths)] }));
  expect(merge(query, ...parts).rows).toEqual(merge(query, { sums: [row([], 3, 1, 3 * whole + 1, 600_001)] }).rows);
});

test('lots are counted once, in whichever file they are', () => {
  const query: ReportQueryInput = { measures: ['lots'], dimensions: ['line'] };
  const records: Value[] = ['A', 1];
  const { rows } = merge(
    query,
    {
      sums: [records],
      lots: [
        ['A', 'L1'],
        ['A', 'L2'],
      ],
    },
    { sums: [records], lots: [['A', 'L2']] },
  );
  expect(rows).toEqual([['A', 2]]);
});

test('quantities of several units are called mixed, over all files', () => {
  const unitOf = (...units: number[]) =>
    merge({ measures: ['good'] }, ...units.map((unit) => ({ sums: [row([], 1, unit, 1, 0)] }))).columns[0]?.unit;
  expect(unitOf(2, 2)).toBe('kg');
  expect(unitOf(1, 2)).toBe('mixed');
  expect(unitOf(0, 1)).toBe('mixed');
  expect(unitOf(0)).toBeNull();
});

test('a total of nothing is still a row, and nothing by line is none', () => {
  expect(merge({ measures: ['records', 'good', 'lots'] }).rows).toEqual([[0, null, 0]]);
  expect(merge({ measures: ['records', 'good'], dimensions: ['line'] })).toMatchObject({ rows: [], groups: 0 });
});
