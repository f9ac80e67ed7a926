import { expect, test } from 'vitest';
import { columnInput, emptyColumns, segmentOfRows } from '../testing/segment-of-rows.ts';
import { type Column, type ColumnInput, type ColumnName, openSegment, packSegment } from './segment.ts';

/** A column as it is read from a segment in which it is the only one that holds anything. */
function packed(input: ColumnInput, name: ColumnName = 'goodQuantity'): Column {
  const starts = Int32Array.of(0, input.values.length);
  const segment = openSegment(packSegment({ first: 100, starts, unkept: 0 }, { ...emptyColumns(), [name]: input }));
  if (!segment) throw new Error('What was packed is not a segment.');
  return segment.column(name);
}

/** The values that a column stands for, NaN for what is missing. */
function valuesOf({ values, base, step, missing, length }: Column): number[] {
  return Array.from({ length }, (_, row) => {
    if (values === null) return base;
    return values[row] === missing ? Number.NaN : base + (values[row] as number) * step;
  });
}

test.each([
  ['a byte', Uint8Array, [0, 254]],
  ['two bytes', Uint16Array, [0, 255]],
  ['two bytes to their end', Uint16Array, [0, 65_534]],
  ['four bytes', Int32Array, [0, 65_535]],
  ['four bytes for what is negative', Int32Array, [0, -1]],
  ['four bytes to their end', Int32Array, [2 ** 31 - 1, -(2 ** 31) + 1]],
  ['a double above four bytes', Float64Array, [0, 2 ** 31]],
  ['a double below four bytes', Float64Array, [0, -(2 ** 31)]],
  ['a double to its end', Float64Array, [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]],
] as const)('values that fit into %s take no more, with and without missing ones', (_, kind, values) => {
  const whole = packed(columnInput(values));
  expect(whole.values).toBeInstanceOf(kind);
  expect(valuesOf(whole)).toEqual(values);
  expect(whole.missing).toBeNull();
  const gaps = packed(columnInput([Number.NaN, ...values, Number.NaN]));
  expect(gaps.values).toBeInstanceOf(kind);
  expect(valuesOf(gaps)).toEqual([Number.NaN, ...values, Number.NaN]);
  expect(gaps.missing).not.toBeNull();
});

test.each<[string, number, unknown, number[]]>([
  ['units', 1_000_000, Uint8Array, [3_000_000, 0, 254_000_000]],
  ['negative units', 1_000_000, Int32Array, [-3_000_000, 12_000_000]],
  ['hundredths', 10_000, Uint8Array, [1_000_000, 250_000]],
  ['thousandths', 1_000, Uint16Array, [1_000_000, 1_000]],
  ['millionths', 1, Int32Array, [1_000_000, 1]],
])('amounts in %s are counted in them', (_, step, kind, values) => {
  const column = packed(columnInput([...values, Number.NaN], 'by step'));
  expect(column.step).toBe(step);
  expect(column.values).toBeInstanceOf(kind);
  expect(valuesOf(column)).toEqual([...values, Number.NaN]);
  expect(column.largestSum).toBe(values.reduce((sum, value) => sum + Math.abs(value), 0) / step);
});

test('ids count from the smallest, so that late ones take no more than early ones', () => {
  const column = packed(columnInput([9_000_000_000, 9_000_000_254], 'from smallest'), 'id');
  expect(column.values).toBeInstanceOf(Uint8Array);
  expect(valuesOf(column)).toEqual([9_000_000_000, 9_000_000_254]);
});

test('a key that all records share takes no room, and neither does an amount that none has', () => {
  const shared = packed(columnInput([70_000, 70_000, 70_000]), 'item');
  expect(shared).toMatchObject({ values: null, base: 70_000, length: 3 });
  const none = packed(columnInput([Number.NaN, Number.NaN], 'by step'));
  expect(none).toMatchObject({ values: null, base: Number.NaN, length: 2, largestSum: 0 });
});

test('an amount that all records share is kept as values, which is what sums and medians read', () => {
  expect(packed(columnInput([5_000_000, 5_000_000], 'by step')).values).toEqual(Uint8Array.of(5, 5));
});

test('a value that no double holds exactly is refused', () => {
  expect(() => packed(columnInput([2 ** 53, 1]))).toThrow('beyond what a double holds exactly');
});

test('columns of different widths lie beside each other, with days whose records are counted and days without any', () => {
  const rows = [
    { day: 101, keys: { line: 1, item: 300 }, amounts: { goodQuantity: 1 } },
    { day: 101, keys: { line: 2, item: 70_000 }, amounts: { goodQuantity: 2 ** 40, defectQuantity: 1_000 } },
    { day: 103, keys: { line: 3 }, amounts: {}, defects: [[2, 7] as [number, number]] },
  ];
  const segment = openSegment(segmentOfRows(rows, { first: 100, last: 104 }));
  expect(segment).toMatchObject({ records: 3, firstDay: 100, dayStarts: Int32Array.of(0, 0, 2, 2, 3, 3) });
  const values = (name: ColumnName) => segment && valuesOf(segment.column(name));
  expect(values('id')).toEqual([1, 2, 3]);
  expect(values('line')).toEqual([1, 2, 3]);
  expect(values('item')).toEqual([300, 70_000, 0]);
  expect(values('goodQuantity')).toEqual([1, 2 ** 40, Number.NaN]);
  expect(values('defectQuantity')).toEqual([Number.NaN, 1_000, Number.NaN]);
  expect([values('defectRow'), values('defectReason'), values('defectAmount')]).toEqual([[2], [2], [7]]);
  expect(values('downtimeRow')).toEqual([]);
});

test('the rows on which a key becomes another one are kept where it stays for a while', () => {
  const keys = (at: number) => ({ operator: 1 + (at >> 5), line: 1 + (at % 2), shift: 4 });
  const rows = Array.from({ length: 100 }, (_, at) => ({ day: 100, keys: keys(at), amounts: {} }));
  const segment = openSegment(segmentOfRows(rows, { first: 100, last: 100 }));
  expect(segment?.runs('operator')).toEqual(Uint8Array.of(0, 32, 64, 96));
  expect(segment?.runs('line'), 'another one on every row').toBeNull();
  expect(segment?.runs('shift'), 'the same on all').toBeNull();
});

test('a month without a record is a segment too', () => {
  const segment = openSegment(segmentOfRows([], { first: 100, last: 130 }));
  expect(segment?.records).toBe(0);
  expect(segment?.dayStarts).toEqual(new Int32Array(32));
  expect(segment && valuesOf(segment.column('goodQuantity'))).toEqual([]);
});

test('what is too short, or of another format, is not a segment', () => {
  const buffer = segmentOfRows([{ day: 100, keys: {}, amounts: {} }], { first: 100, last: 100 });
  expect(openSegment(new SharedArrayBuffer(0))).toBeNull();
  expect(openSegment(new SharedArrayBuffer(buffer.byteLength))).toBeNull();
  const other = new Float64Array(buffer);
  other[0] = (other[0] ?? 0) + 1;
  expect(openSegment(buffer)).toBeNull();
});
