import { expect, it } from 'vitest';
import { decadesOf } from './decades.ts';

it('spans all values by full powers of ten', () => {
  expect(decadesOf([0.3, 42, 312])).toEqual([0.1, 1, 10, 100, 1000]);
});

it('ends at a value that is a power of ten itself', () => {
  expect(decadesOf([1, 1000])).toEqual([1, 10, 100, 1000]);
});

it('has room for one value, and for none', () => {
  expect(decadesOf([7])).toEqual([1, 10]);
  expect(decadesOf([10])).toEqual([10, 100]);
  expect(decadesOf([])).toEqual([1, 10]);
});

it('gives zero a place', () => {
  expect(decadesOf([0, 5])).toEqual([0.01, 0.1, 1, 10]);
});
