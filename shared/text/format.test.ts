import { expect, test } from 'vitest';
import { createFormat, decimalsFor, NO_DATA } from './format.ts';

const [en, ko] = [createFormat('en-GB'), createFormat('ko-KR')];

test('no data is an en dash and never a zero', () => {
  expect([en.number(null), en.percent(null), en.date(null), en.measure('yield', null)]).toEqual(Array(4).fill(NO_DATA));
  expect(en.number(0)).toBe('0');
});

test('a column keeps its precision', () => {
  expect(en.number(1234.5, 2)).toBe('1,234.50');
  expect(en.percent(0.9624)).toBe('96.2\u202f%');
});

test('a production date does not move with the time zone of the reader', () => {
  expect(en.date('2024-03-01')).toBe('1 Mar 2024');
  expect(ko.date('2024-03-01')).toBe('2024년 3월 1일');
});

test('a period is named as the reader names it', () => {
  expect(en.period('2024-03', 'month')).toBe('Mar 2024');
  expect(ko.period('2024-03', 'month')).toBe('2024년 3월');
  expect(en.period('2024-W05', 'week')).toBe('2024 W05');
  expect(en.periodShort('2024-W05', 'week')).toBe('W05');
  expect([ko.period('2024-W05', 'week'), ko.period('2024-Q3', 'quarter'), ko.period('2024', 'year')]).toEqual([
    '2024년 5주',
    '2024년 3분기',
    '2024년',
  ]);
  expect([ko.periodShort('2024-W05', 'week'), ko.periodShort('2024-Q3', 'quarter')]).toEqual(['5주', '24년 3분기']);
});

test('lengths of time are told in their two largest units', () => {
  expect(en.duration(12)).toBe('12 ms');
  expect(en.duration(75_000)).toBe('1 min 15 secs');
});

test('days and weeks are told with their word', () => {
  expect([en.days(1), en.days(35), en.weeks(12), ko.weeks(12)]).toEqual(['1 day', '35 days', '12 weeks', '12주']);
});

test('how long an answer took is told as exactly as it matters', () => {
  expect([0.314, 4.23, 312.4, 1_250].map(en.milliseconds)).toEqual(['0.31 ms', '4.2 ms', '312 ms', '1.3 secs']);
  expect(en.milliseconds(null)).toBe('–');
});

test('sizes keep their precision, so that they can be compared at a glance', () => {
  expect([en.bytes(244_000_000), en.bytes(2_000_000_000)]).toEqual(['244.0 MB', '2.00 GB']);
});

test('decimals are shown where they say something', () => {
  expect(decimalsFor([1, 2, null])).toBe(0);
  expect(decimalsFor([1.25, 2])).toBe(2);
  expect(decimalsFor([123.4, 2])).toBe(1);
  expect(decimalsFor([40, 10.2])).toBe(1);
  expect(decimalsFor([123.04, 2])).toBe(0);
  expect(decimalsFor([53_823_812.04])).toBe(0);
});

test('an instant has its date as it stands without a time', () => {
  const at = new Date(2026, 10, 22, 9, 5).toISOString();
  expect(en.dateTime(at)).toBe('22 Nov 2026, 09:05');
  expect(ko.dateTime(at)).toBe('2026년 11월 22일 오전 9:05');
});

test('units of the program are told in the language, those that records bring stay as they are', () => {
  expect([en.unit('min'), ko.unit('min'), ko.unit('kg')]).toEqual(['min', '분', 'kg']);
});
