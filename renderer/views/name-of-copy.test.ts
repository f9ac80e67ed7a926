import { expect, test } from 'vitest';
import { nameOfCopy } from './name-of-copy.ts';

test('a copy has the next number that is free', () => {
  expect(nameOfCopy('Scrap', ['Scrap'])).toBe('Scrap 2');
  expect(nameOfCopy('Scrap 2', ['Scrap', 'Scrap 2', 'Scrap 3'])).toBe('Scrap 4');
});

test('a long name stays within what a name may be', () => {
  expect(nameOfCopy('x'.repeat(80), [])).toHaveLength(80);
});
