import { expect, test } from 'vitest';
import type { MonthDifference } from '../contract/recovery.ts';
import { differenceWords } from './recovery.ts';

const month = (changes: Partial<MonthDifference>): MonthDifference => ({
  month: 2023 * 12 + 2,
  recordsBefore: 41_233,
  recordsAfter: 41_221,
  from: '2023-03-01',
  to: '2023-03-31',
  days: null,
  good: null,
  defects: null,
  ...changes,
});
const days = (...numbers: number[]) => numbers.map((day) => `2023-03-${String(day).padStart(2, '0')}`);

test.each<[Partial<MonthDifference>, string, string]>([
  [
    { days: days(7, 8) },
    'March 2023: 12 of 41,233 records are lost, on days 7, 8',
    '2023년 3월: 기록 41,233건 가운데 12건을 잃음, 7, 8일',
  ],
  [{}, 'March 2023: 12 of 41,233 records are lost', '2023년 3월: 기록 41,233건 가운데 12건을 잃음'],
  [
    { recordsAfter: 41_233, days: days(3) },
    'March 2023: all 41,233 records are there, and sums differ, on day 3',
    '2023년 3월: 기록 41,233건은 모두 있으나 합계가 다름, 3일',
  ],
  [
    { days: days(1, 2, 3, 4, 5, 6, 7) },
    'March 2023: 12 of 41,233 records are lost, on days 1, 2, 3, 4, 5 and 2 others',
    '2023년 3월: 기록 41,233건 가운데 12건을 잃음, 1, 2, 3, 4, 5일 외 2일',
  ],
  [
    { recordsAfter: 41_240 },
    'March 2023: 7 records more than the 41,233 before',
    '2023년 3월: 이전 41,233건보다 7건 많음',
  ],
])('what of a month is not as it was is said in words', (changes, en, ko) => {
  expect(differenceWords.en(month(changes))).toBe(en);
  expect(differenceWords.ko(month(changes))).toBe(ko);
});
