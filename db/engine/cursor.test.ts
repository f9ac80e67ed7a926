import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

test('a cursor is read back as it was, whatever text it holds', () => {
  for (const value of ['품목 "x" 😀', 12.5, null]) {
    const cursor = { toward: 'before' as const, edge: { value, id: 7 } };
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
    expect(encodeCursor(cursor)).toMatch(/^[\w-]+$/);
  }
});

test.each(['', 'abc', 'e30', encodeCursor({ toward: 'after', edge: { value: 1, id: 1 } }).slice(0, -4)])(
  'the text %j is no cursor',
  (text) => {
    expect(() => decodeCursor(text)).toThrow('The cursor does not belong to a page of records');
  },
);
