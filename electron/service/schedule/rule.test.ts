import { expect, test } from 'vitest';
import type { RuleTrouble } from '../../../shared/contract/schedule.ts';
import { parseRule, troubleOf } from './rule.ts';
import { readWallTime, writeWallTime } from './wall-time.ts';

const latest = (rule: string, wall: string) => {
  const found = parseRule(rule).latest(readWallTime(wall));
  return found === null ? null : writeWallTime(found);
};
const next = (rule: string, wall: string) => {
  const found = parseRule(rule).next(readWallTime(wall));
  return found === null ? null : writeWallTime(found);
};

test('the latest time is that very minute where the rule names it, and the next one is after it', () => {
  expect(latest('10 2 * * *', '2026-03-29T02:10')).toBe('2026-03-29T02:10');
  expect(latest('10 2 * * *', '2026-03-29T02:09')).toBe('2026-03-28T02:10');
  expect(next('10 2 * * *', '2026-03-29T02:10')).toBe('2026-03-30T02:10');
  expect(latest('0 3 * * 0', '2026-11-21T12:00')).toBe('2026-11-15T03:00');
  expect(next('0 3 * * SUN', '2026-11-21T12:00')).toBe('2026-11-22T03:00');
  expect(next('0 5 L * *', '2026-02-10T00:00')).toBe('2026-02-28T05:00');
  expect(next('0 5 29 2 *', '2026-02-10T00:00')).toBe('2028-02-29T05:00');
  expect(latest('*/15 8-9 * * 1-5', '2026-11-23T12:00')).toBe('2026-11-23T09:45');
});

test.each<[string, RuleTrouble]>([
  ['', 'parts'],
  ['every night', 'parts'],
  ['@daily', 'parts'],
  ['0 10 2 * * *', 'parts'],
  ['60 2 * * *', 'minute'],
  ['10 24 * * *', 'hour'],
  ['10 2 32 * *', 'day'],
  ['10 2 * 13 *', 'month'],
  ['10 2 * * MOON', 'weekDay'],
  ['0 0 30 2 *', 'never'],
  ['* * * * *', 'tooOften'],
  ['0,10 2 * * *', 'tooOften'],
  ['50,0 1,2 * * *', 'tooOften'],
])("'%s' is refused: %s", (rule, trouble) => {
  expect(troubleOf(rule)).toBe(trouble);
  expect(() => parseRule(rule)).toThrow(/is no rule\. .* Nothing was changed\.$/);
});

test.each(['10 2 * * *', '  10  2 * * * ', '*/15 * * * *', '0 0 29 2 *', '0 12 1 * +MON', '30 6,14,22 * * MON-FRI'])(
  "'%s' is a rule",
  (rule) => expect(troubleOf(rule)).toBeNull(),
);
