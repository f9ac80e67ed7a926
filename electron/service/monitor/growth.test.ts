import { expect, test } from 'vitest';
import { type DaySize, growsSince, growthBytesADay, withSize } from './growth.ts';

const sizes: DaySize[] = [
  { date: '2026-01-01', bytes: 100 },
  { date: '2026-02-20', bytes: 1_000 },
  { date: '2026-02-28', bytes: 1_900 },
];

test('a day has one size, the first of it', () => {
  expect(withSize(sizes, { date: '2026-02-28', bytes: 5 })).toBe(sizes);
  expect(withSize(sizes, { date: '2026-03-01', bytes: 5 })).toEqual([...sizes, { date: '2026-03-01', bytes: 5 }]);
  expect(withSize([], { date: '2026-03-01', bytes: 5 })).toEqual([{ date: '2026-03-01', bytes: 5 }]);
});

test('a clock that was set back adds nothing', () => {
  expect(withSize(sizes, { date: '2025-12-31', bytes: 5 })).toBe(sizes);
});

test('only so many days are kept, the newest', () => {
  let many: readonly DaySize[] = [];
  for (let day = 0; day < 500; day++) {
    many = withSize(many, { date: new Date(day * 86_400_000).toISOString().slice(0, 10), bytes: day });
  }
  expect([many.length, many[0]?.bytes, many.at(-1)?.bytes]).toEqual([400, 100, 499]);
});

test.each<[string, DaySize[], DaySize, number | null]>([
  ['is not known before there is a size', [], { date: '2026-03-01', bytes: 5 }, null],
  ['is not known on the first day', [{ date: '2026-03-01', bytes: 5 }], { date: '2026-03-01', bytes: 9 }, null],
  ['is not known of six days', [{ date: '2026-03-01', bytes: 5 }], { date: '2026-03-07', bytes: 99 }, null],
  ['is known of a week', [{ date: '2026-03-01', bytes: 5 }], { date: '2026-03-08', bytes: 75 }, 10],
  ['is by the day, over the last month', sizes, { date: '2026-03-02', bytes: 3_000 }, 200],
  ['may be less than nothing', sizes, { date: '2026-03-01', bytes: 100 }, -100],
])('growth %s', (_, known, now, expected) => {
  expect(growthBytesADay(known, now)).toBe(expected);
});

test('growth names the day that it is measured from', () => {
  expect(growsSince(sizes, { date: '2026-03-02' })).toEqual(sizes[1]);
  expect(growsSince(sizes, { date: '2026-02-26' })).toBeNull();
});
