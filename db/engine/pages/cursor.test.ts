import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const newest = [{ field: 'productionDate', direction: 'desc' }] as const;

test('a cursor is read back as it was, whatever text it holds', () => {
  for (const value of ['품목 "x" 😀', 12.5, null]) {
    const cursor = { toward: 'before' as const, edge: { values: [value], id: 7 } };
    expect(decodeCursor(encodeCursor(cursor, newest), newest)).toEqual(cursor);
    expect(encodeCursor(cursor, newest)).toMatch(/^[\w-]+$/);
  }
});

test.each(['', 'abc', 'e30', encodeCursor({ toward: 'after', edge: { values: [1], id: 1 } }, newest).slice(0, -4)])(
  'the text %j is no cursor',
  (text) => {
    expect(() => decodeCursor(text, newest)).toThrow('The cursor does not belong to a page of records');
  },
);

test('a cursor of another order is refused, as its place means nothing there', () => {
  const cursor = encodeCursor({ toward: 'after', edge: { values: [19_000], id: 1 } }, newest);
  for (const levels of [
    [{ field: 'productionDate', direction: 'asc' }],
    [{ field: 'goodQuantity', direction: 'desc' }],
    [...newest, { field: 'line', direction: 'asc' }],
  ] as const) {
    expect(() => decodeCursor(cursor, levels)).toThrow('another order (productionDate:desc)');
  }
});
