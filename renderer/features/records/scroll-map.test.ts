import { describe, expect, it } from 'vitest';
import {
  contentHeight,
  distanceShowing,
  HEIGHT_LIMIT,
  lastTop,
  offsetAfterScroll,
  physicalTop,
  rowsInView,
  type ScrollMap,
  settle,
  virtualTop,
} from './scroll-map.ts';

const map = (rows: number): ScrollMap => ({ rows, rowHeight: 32, viewport: 640, limit: HEIGHT_LIMIT });
const tenMillion = map(10_000_000);

describe('the scroll bar of a long list', () => {
  it('is the plain one while the list fits into one element', () => {
    const short = map(1_000);
    expect(contentHeight(short)).toBe(32_000);
    expect(virtualTop(short, 12_345)).toBeCloseTo(12_345, 6);
    expect(offsetAfterScroll(short, 0, 0, 20_000)).toBeCloseTo(0, 6);
  });

  it('never asks for an element that is taller than browsers allow', () => {
    expect(contentHeight(tenMillion)).toBe(HEIGHT_LIMIT);
  });

  it('reaches the first and the last row of ten million', () => {
    const end = HEIGHT_LIMIT - 640;
    expect(virtualTop(tenMillion, 0)).toBe(0);
    expect(virtualTop(tenMillion, end)).toBe(lastTop(tenMillion));
    expect(rowsInView(tenMillion, virtualTop(tenMillion, end), 0)).toEqual({ first: 9_999_980, last: 9_999_999 });
  });

  it('maps there and back to the same place, and never backwards', () => {
    let before = -1;
    for (let top = 0; top <= HEIGHT_LIMIT - 640; top += 99_991) {
      const distance = virtualTop(tenMillion, top);
      expect(distance).toBeGreaterThan(before);
      expect(physicalTop(tenMillion, distance)).toBeCloseTo(top, 4);
      before = distance;
    }
  });

  it('moves rows with the wheel, pixel by pixel', () => {
    const offset = virtualTop(tenMillion, 4_000_000) - 4_000_000;
    expect(offsetAfterScroll(tenMillion, offset, 4_000_000, 4_000_120)).toBe(offset);
  });

  it('takes the mapped place when the thumb is dragged', () => {
    expect(4_000_000 + offsetAfterScroll(tenMillion, 0, 0, 4_000_000)).toBe(virtualTop(tenMillion, 4_000_000));
  });

  it('shows the first row whenever the bar is at its top', () => {
    expect(offsetAfterScroll(tenMillion, 5_000, 100, 0)).toBe(0);
  });

  it('brings the thumb home without moving a row', () => {
    const distance = 123_456_789;
    const { top, offset } = settle(tenMillion, distance);
    expect(top + offset).toBe(distance);
    expect(Math.abs(virtualTop(tenMillion, top) - distance)).toBeLessThan(32 * 2);
    expect(settle(tenMillion, -5)).toEqual({ top: 0, offset: 0 });
  });
});

describe('the rows in view', () => {
  it('are those the viewport touches, and a few beyond', () => {
    expect(rowsInView(map(1_000), 16, 0)).toEqual({ first: 0, last: 20 });
    expect(rowsInView(map(1_000), 3_200, 5)).toEqual({ first: 95, last: 124 });
  });

  it('are none in an empty list', () => {
    expect(rowsInView(map(0), 0, 5)).toBeNull();
  });

  it('move by the least that shows a row', () => {
    expect(distanceShowing(map(1_000), 3_200, 99)).toBe(99 * 32);
    expect(distanceShowing(map(1_000), 3_200, 105)).toBe(3_200);
    expect(distanceShowing(map(1_000), 3_200, 120)).toBe(121 * 32 - 640);
  });
});
