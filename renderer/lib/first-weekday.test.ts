import { expect, test } from 'vitest';
import { firstWeekday } from './first-weekday.ts';

test('the week begins on Monday in Britain, on Sunday in the United States and in Korea', () => {
  expect(['en-GB', 'en-US', 'ko-KR'].map(firstWeekday)).toEqual([1, 7, 7]);
});
