import { describe, expect, it } from 'vitest';
import { afterKey, contains, HEADER_ROW, heightened, only, rectangle, wholeRows, widened } from './selection.ts';

const size = { rows: 100, columns: 8, page: 20 };
const press = (key: string, modifiers: { shift?: boolean; mod?: boolean } = {}) => ({
  key,
  shift: modifiers.shift ?? false,
  mod: modifiers.mod ?? false,
});

describe('the keys of the grid', () => {
  it('move one cell, one page, and to the ends', () => {
    const start = only({ row: 30, column: 3 });
    expect(afterKey(start, press('ArrowDown'), size)).toEqual(only({ row: 31, column: 3 }));
    expect(afterKey(start, press('PageUp'), size)).toEqual(only({ row: 10, column: 3 }));
    expect(afterKey(start, press('Home'), size)).toEqual(only({ row: 30, column: 0 }));
    expect(afterKey(start, press('End', { mod: true }), size)).toEqual(only({ row: 99, column: 7 }));
  });

  it('stop at the edges', () => {
    expect(afterKey(only({ row: 5, column: 0 }), press('PageUp'), size)).toEqual(only({ row: 0, column: 0 }));
    expect(afterKey(only({ row: 95, column: 7 }), press('PageDown'), size)).toEqual(only({ row: 99, column: 7 }));
  });

  it('lead from the first row into the headings and back', () => {
    const headings = afterKey(only({ row: 0, column: 2 }), press('ArrowUp'), size);
    expect(headings).toEqual(only({ row: HEADER_ROW, column: 2 }));
    expect(headings && afterKey(headings, press('ArrowRight'), size)).toEqual(only({ row: HEADER_ROW, column: 3 }));
    expect(headings && afterKey(headings, press('End'), size)).toEqual(only({ row: HEADER_ROW, column: 7 }));
    expect(headings && afterKey(headings, press('ArrowDown', { shift: true }), size)).toEqual(
      only({ row: 0, column: 2 }),
    );
  });

  it('have only the headings to go to in an empty list', () => {
    const empty = { ...size, rows: 0 };
    expect(afterKey(only({ row: HEADER_ROW, column: 0 }), press('ArrowDown'), empty)).toEqual(
      only({ row: HEADER_ROW, column: 0 }),
    );
  });

  it('draw a rectangle while Shift is held, in any direction', () => {
    const drawn = afterKey(only({ row: 30, column: 3 }), press('ArrowUp', { shift: true }), size);
    expect(drawn && rectangle(drawn)).toEqual({ firstRow: 29, lastRow: 30, firstColumn: 3, lastColumn: 3 });
    expect(drawn && contains(rectangle(drawn), 29, 3)).toBe(true);
    expect(drawn && contains(rectangle(drawn), 29, 4)).toBe(false);
  });

  it('are left alone when they are not its own', () => {
    expect(afterKey(only({ row: 0, column: 0 }), press('x'), size)).toBeNull();
  });
});

describe('whole rows and columns', () => {
  it('are chosen from the rows or columns of a selection', () => {
    const cells = { anchor: { row: 7, column: 2 }, active: { row: 5, column: 3 } };
    expect(rectangle(widened(cells, 6))).toEqual({ firstRow: 5, lastRow: 7, firstColumn: 0, lastColumn: 5 });
    expect(rectangle(heightened(cells, { first: 0, last: 99 }))).toEqual({
      ...{ firstRow: 0, lastRow: 99 },
      ...{ firstColumn: 2, lastColumn: 3 },
    });
  });

  it('keep the active cell at the beginning, so that nothing scrolls sideways', () => {
    expect(wholeRows(4, 9, 6).active).toEqual({ row: 9, column: 0 });
    expect(widened(only({ row: HEADER_ROW, column: 1 }), 6)).toEqual(only({ row: HEADER_ROW, column: 1 }));
  });
});
