import { expect, test } from 'vitest';
import { mayBeRight, reasonColumns, reasonKind } from './reason-kinds.ts';

test.each([
  ["Good: 'many' in column 'qty 2' is not a number", "Good: … in column 'qty 2' is not a number"],
  ["Good: 'it's' in column 'qty 2' is not a number", "Good: … in column 'qty 2' is not a number"],
  [
    "Production date: '2024/13/01' in column 'day' is not a date written as YYYY/MM/DD",
    "Production date: … in column 'day' is not a date written as YYYY/MM/DD",
  ],
  [
    "Started: 'x' in columns 'day' and 'time' is not a moment written as H:mm",
    "Started: … in columns 'day' and 'time' is not a moment written as H:mm",
  ],
  ['the row has 1 cell where the header has 7', 'the row has … cells where the header has …'],
  ['the row has 12 cells where the header has 7', 'the row has … cells where the header has …'],
  ['has the same key as line 1234 but says something else', 'has the same key as line … but says something else'],
  [
    'may be in archive_2023 already, which cannot be read at present',
    'may be in archive_2023 already, which cannot be read at present',
  ],
  [
    'Defects: the reasons add up to 12.5, more than the total of 10',
    'Defects: the reasons add up to …, more than the total of …',
  ],
  ['neither line nor item is given', 'neither line nor item is given'],
])('of %s the kind is %s', (reason, kind) => {
  expect(reasonKind(reason)).toBe(kind);
});

test('the columns that a reason names are found, also where the cell looks like one', () => {
  const columns = ['day', 'qty', 'time'];
  expect(reasonColumns("Good: 'x' in column 'qty' is not a number", columns)).toEqual([1]);
  expect(reasonColumns("Started: 'x' in columns 'day' and 'time' is not a moment", columns)).toEqual([0, 2]);
  expect(reasonColumns("Good: 'in column 'day' ' in column 'qty' is negative", columns)).toEqual([1]);
  expect(reasonColumns('neither line nor item is given', columns)).toEqual([]);
});

test('only what hangs on the store may be right as it is', () => {
  expect(mayBeRight('may be in archive_2023 already, which cannot be read at present')).toBe(true);
  expect(mayBeRight("Good: 'may be in ' in column 'qty' is not a number")).toBe(false);
});
