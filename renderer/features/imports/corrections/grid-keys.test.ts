import { expect, test } from 'vitest';
import { placeAfter, withEmptyCell, withoutCell } from './grid-keys.ts';

const size = { rows: 3, columns: 4 };

test('keys move from cell to cell and stop at the edges', () => {
  expect(placeAfter({ row: 0, column: 0 }, 'ArrowUp', size)).toEqual({ row: 0, column: 0 });
  expect(placeAfter({ row: 0, column: 0 }, 'ArrowDown', size)).toEqual({ row: 1, column: 0 });
  expect(placeAfter({ row: 1, column: 3 }, 'ArrowRight', size)).toEqual({ row: 1, column: 3 });
  expect(placeAfter({ row: 1, column: 1 }, 'End', size)).toEqual({ row: 1, column: 3 });
  expect(placeAfter({ row: 1, column: 1 }, 'PageDown', size)).toEqual({ row: 2, column: 1 });
  expect(placeAfter({ row: 1, column: 1 }, 'a', size)).toBeNull();
});

test('a cell that was torn in two is put right by taking one out, a missing one by putting one in', () => {
  expect(withoutCell(['1', '5', 'A'], 1)).toEqual(['1', 'A']);
  expect(withEmptyCell(['1', 'A'], 1)).toEqual(['1', '', 'A']);
});
