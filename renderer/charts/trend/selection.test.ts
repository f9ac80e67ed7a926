import { describe, expect, it } from 'vitest';
import { selectionAfterKey } from './selection.ts';

const place = { active: 3, count: 5 };

describe('the selection of periods by keyboard', () => {
  it('begins where the person is and is drawn on with Shift', () => {
    const first = selectionAfterKey(null, place, { key: 'ArrowRight', shift: true });
    expect(first).toEqual({ anchor: 3, end: 4 });
    const back = selectionAfterKey(first, { active: 4, count: 5 }, { key: 'ArrowLeft', shift: true });
    expect(back).toEqual({ anchor: 3, end: 3 });
  });

  it('ends at the last period', () => {
    const at = { active: 4, count: 5 };
    expect(selectionAfterKey(null, at, { key: 'ArrowRight', shift: true })).toEqual({ anchor: 4, end: 4 });
  });

  it('is let go of by an arrow alone, and left alone by other keys', () => {
    const held = { anchor: 1, end: 3 };
    expect(selectionAfterKey(held, place, { key: 'ArrowLeft', shift: false })).toBeNull();
    expect(selectionAfterKey(held, place, { key: 'Tab', shift: true })).toBe(held);
  });
});
