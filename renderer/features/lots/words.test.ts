import { expect, test } from 'vitest';
import { createFormat } from '../../lib/format.ts';
import { amountInWords, datesInWords, foundAt, itemsInWords, pointsInWords } from './words.ts';

const format = createFormat('en-GB');

test('a lot of one day is told by that day, of several by the first and the last', () => {
  expect(datesInWords({ firstDate: '2024-09-12', lastDate: '2024-09-12' }, format)).toBe('12 Sept 2024');
  expect(datesInWords({ firstDate: '2024-09-12', lastDate: '2024-09-13' }, format)).toMatch(/^12\D+13 Sept 2024$/);
});

test('an amount carries its unit unless it adds several together, and no data carries none', () => {
  expect(amountInWords(1_234, { units: ['pieces'] }, format)).toBe('1,234 pieces');
  expect(amountInWords(12.5, { units: ['kg', 'm3'] }, format)).toBe('12.5');
  expect(amountInWords(null, { units: ['kg'] }, format)).toBe('–');
});

test('items are called by their names, by their codes where they have none', () => {
  const items = [
    { code: 'P-1', name: 'Flange' },
    { code: 'P-2', name: null },
  ];
  expect(itemsInWords({ items }, format)).toBe('Flange and P-2');
});

test('what was sought is marked where it stands, however it was written', () => {
  expect(foundAt('L24256-0029', 'l242')).toEqual({ before: '', found: 'L242', after: '56-0029' });
  expect(foundAt('L24256-0029', '0029')).toEqual({ before: 'L24256-', found: '0029', after: '' });
  expect(foundAt('L24256-0029', 'x')).toBeNull();
  expect(foundAt('L24256-0029', '')).toBeNull();
});

test('a difference of yields carries its sign, unless it rounds to nothing', () => {
  expect([0.0123, -0.0123, 0.0004, -0.0004].map((each) => pointsInWords(each, format))).toEqual([
    '+1.2',
    '−1.2',
    '0.0',
    '0.0',
  ]);
});
