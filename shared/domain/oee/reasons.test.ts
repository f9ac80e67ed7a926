import { expect, test } from 'vitest';
import { largestReasons } from './reasons.ts';

const names = (reasons: ReturnType<typeof largestReasons>) =>
  reasons.map((each) => `${each.of === 'others' ? `and ${each.count}` : each.reason} ${each.minutes}`);

test('reasons come with the most first, what has no reason last, and none without downtime', () => {
  const downtimes = [
    { reason: null, minutes: 90 },
    { reason: 'Cleaning', minutes: 5 },
    { reason: 'Power', minutes: 0 },
    { reason: 'Changeover', minutes: 30 },
  ];
  expect(names(largestReasons(downtimes, 8))).toEqual(['Changeover 30', 'Cleaning 5', 'null 90']);
});

test('beyond so many the smaller ones stand together, and nothing is lost', () => {
  const downtimes = Array.from({ length: 20 }, (_, at) => ({ reason: `Reason ${at}`, minutes: at + 1 }));
  const largest = largestReasons(downtimes, 11);
  expect(largest).toHaveLength(12);
  expect(names(largest).at(-1)).toBe('and 9 45');
  expect(largest.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(210);
});

test('one reason too many is named, as it takes no more room than others', () => {
  const downtimes = ['a', 'b', 'c'].map((reason, at) => ({ reason, minutes: 3 - at }));
  expect(names(largestReasons(downtimes, 2))).toEqual(['a 3', 'b 2', 'c 1']);
  expect(names(largestReasons(downtimes, 1))).toEqual(['a 3', 'and 2 3']);
});
