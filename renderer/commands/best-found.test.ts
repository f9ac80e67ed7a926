import { expect, it } from 'vitest';
import { bestFound, MOST_FOUND } from './best-found.ts';

const named = (value: string | null, label = value ?? '') => ({ value, label });

it('finds by code and by name, whatever the case, and nothing that only an older text was in', () => {
  const values = [named('A-10', 'Door hinge'), named('B-20', 'Lid'), named(null)];
  expect(bestFound(values, 'HINGE').map(({ value }) => value)).toEqual(['A-10']);
  expect(bestFound(values, 'b-2').map(({ value }) => value)).toEqual(['B-20']);
});

it('puts the one of that very name first, then those that begin with it', () => {
  const values = ['110', '10', '100', '210'].map((code) => named(code));
  expect(bestFound(values, '10').map(({ value }) => value)).toEqual(['10', '100', '110', '210']);
});

it('shows a few, the best of all it was given', () => {
  const values = [...Array.from({ length: 50 }, (_, at) => named(`x${at}9`)), named('9')];
  const found = bestFound(values, '9');
  expect(found).toHaveLength(MOST_FOUND);
  expect(found[0]?.value).toBe('9');
});

it('lines are found in the order that people count in', () => {
  const values = ['Press 1', 'Press 10', 'Press 11', 'Press 2'].map((code) => named(code));
  expect(bestFound(values, 'press').map(({ value }) => value)).toEqual(['Press 1', 'Press 2', 'Press 10', 'Press 11']);
});
