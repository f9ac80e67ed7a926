import { expect, test } from 'vitest';
import { amountPlace, emptyRow, keyPlace, type StagedRow } from '../stage/staged-row.ts';
import { RepeatedAmounts } from './repeated-amounts.ts';

interface Row {
  day: number;
  good?: number;
  run?: number;
  reason?: number;
  lot?: string;
}

/** The places of the rows that are told, of rows of one line. */
function toldOf(rows: readonly Row[], change: (row: StagedRow, at: number) => void = () => undefined): number[] {
  const watch = new RepeatedAmounts();
  rows.forEach(({ day, good = Number.NaN, run = Number.NaN, reason, lot = null }, at) => {
    const row = emptyRow();
    Object.assign(row, { day, lotNumber: lot, defects: reason === undefined ? [] : [[reason, 1_000_000]] });
    row.keys[keyPlace.line_id] = 1;
    row.amounts[amountPlace.good_quantity] = good;
    row.amounts[amountPlace.run_minutes] = run;
    change(row, at);
    watch.see(row, at);
  });
  return watch.found();
}
const days = [1, 2, 3, 4];
const ofReasons = (amounts: (day: number, reason: number) => Partial<Row>) =>
  days.flatMap((day) => [1, 2, 3].map((reason) => ({ day, reason, ...amounts(day, reason) })));

test('what comes again for each reason of a day is told, but for the first row', () => {
  const all = [1, 2, 4, 5, 7, 8, 10, 11];
  expect(toldOf(ofReasons((day) => ({ good: 900 + day })))).toEqual(all);
  expect(toldOf(ofReasons((day) => ({ run: 400 + day })))).toEqual(all);
});

test('reasons of downtime tell it as well', () => {
  const rows = days.flatMap((day) => [1, 2].map(() => ({ day, good: 900 + day })));
  const told = toldOf(rows, (row, at) => Object.assign(row, { downtimes: [[1 + (at % 2), 1_000_000]] }));
  expect(told).toEqual([1, 3, 5, 7]);
});

test('rows of their own amounts, lots or starts are runs of their own', () => {
  expect(toldOf(ofReasons((day, reason) => ({ good: 900 + day + reason })))).toEqual([]);
  expect(toldOf(ofReasons((day, reason) => ({ good: 900 + day, lot: `${day}-${reason}` })))).toEqual([]);
  expect(
    toldOf(
      ofReasons((day) => ({ good: 900 + day })),
      (row, at) => Object.assign(row, { startedAt: at }),
    ),
  ).toEqual([]);
});

test('runs of one size are nothing that comes again, nor is a reason that does', () => {
  expect(toldOf(ofReasons(() => ({ good: 100 })))).toEqual([]);
  const sameReason = days.flatMap((day) => [1, 1].map((reason) => ({ day, reason, good: 900 + day })));
  expect(toldOf(sameReason)).toEqual([]);
});

test('rows without a reason, or nothing made, say nothing', () => {
  expect(
    toldOf(
      days.flatMap((day) => [
        { day, good: 900 + day },
        { day, good: 900 + day },
      ]),
    ),
  ).toEqual([]);
  expect(toldOf(ofReasons(() => ({})))).toEqual([]);
});
