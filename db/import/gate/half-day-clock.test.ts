import { expect, test } from 'vitest';
import { emptyRow, keyPlace } from '../stage/staged-row.ts';
import { HalfDayClock } from './half-day-clock.ts';

/** Whether hours of some days are told, each line having all of them, in the order of the file. */
function isTold(days: readonly (readonly number[])[], { lines = 1, hours = 1 } = {}): boolean {
  const watch = new HalfDayClock();
  days.forEach((ofDay, day) => {
    for (const hour of ofDay) {
      for (let line = 1; line <= lines; line += 1) {
        const row = emptyRow();
        row.keys[keyPlace.line_id] = line;
        row.startedAt = (19_800 + day) * 86_400 + hour * 3_600;
        row.endedAt = (19_800 + day) * 86_400 + (((hour + hours - 1) % 12) + 1) * 3_600;
        watch.see(row);
      }
    }
  });
  return watch.isFound();
}
const times = <Each>(count: number, each: Each): Each[] => Array(count).fill(each);
const twoShifts = [6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5];

test('a day that goes on with 1 after 12 is of a clock of twelve hours, for one line and for several side by side', () => {
  expect(isTold(times(3, twoShifts))).toBe(true);
  expect(isTold(times(3, twoShifts), { lines: 3 })).toBe(true);
  expect(isTold([[6, 7, 8, 9, 10, 11, 12, 1, 2, 3]])).toBe(true);
});

test('three shifts at 6, 2 and 10 are, and rows that begin with the last', () => {
  expect(isTold(times(4, [6, 2, 10]))).toBe(true);
  expect(isTold(times(4, [...twoShifts].reverse()))).toBe(true);
});

test('work from the morning to noon is not, nor from the night on', () => {
  expect(isTold(times(20, [6, 7, 8, 9, 10, 11, 12]))).toBe(false);
  expect(isTold(times(20, [1, 2, 3, 4, 5, 6, 7, 8, 9]))).toBe(false);
  expect(isTold(times(20, [12, 11, 10, 9, 8, 7, 6]))).toBe(false);
});

test('a single time before one or after twelve says that the clock has 24 hours', () => {
  expect(isTold([...times(5, twoShifts), [13]])).toBe(false);
  expect(isTold([...times(5, twoShifts), [0]])).toBe(false);
});

test('times in no order say nothing', () => {
  expect(isTold(times(9, [7, 3, 9, 2, 11, 5, 8, 4]))).toBe(false);
});

test('two days of few times are too little', () => {
  expect(isTold(times(2, [6, 2, 10]))).toBe(false);
});
