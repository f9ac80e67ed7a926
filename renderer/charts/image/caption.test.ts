import { expect, test } from 'vitest';
import { labels } from '../../../shared/text/labels.ts';
import { createFormat } from '../../lib/format.ts';
import { filterWords, numberToCopy } from './caption.ts';
import { text } from './text.ts';

test('a picture says what was kept and what was left out', () => {
  const words = { labels: labels.en, format: createFormat('en-GB'), t: text.en };
  expect(filterWords([], words)).toBe('No filter');
  expect(
    filterWords(
      [
        { field: 'line', in: ['Press 1', null] },
        { field: 'shift', in: ['Late'], not: true },
      ],
      words,
    ),
  ).toBe('Line: Press 1 and not recorded · Shift without: Late');
});

test('a number is copied with all its digits and the decimal sign of the locale', () => {
  expect(numberToCopy(1_234_567.25, 'de-DE')).toBe('1234567,25');
  expect(numberToCopy(0.012345678, 'en-GB')).toBe('0.012345678');
  expect(numberToCopy(null, 'en-GB')).toBe('');
});
