import { expect, test } from 'vitest';
import { decodeRow, varint } from './raw-row.ts';

/** NULL, 1, -2, a long number, 0, 'line' and 1.5, as SQLite lays them down. */
const row = Buffer.concat([
  Buffer.from([8, 0, 9, 1, 6, 8, 21, 7, 0xfe]),
  Buffer.from([0x0f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
  Buffer.from('line'),
  Buffer.from([0x3f, 0xf8, 0, 0, 0, 0, 0, 0]),
]);

test('the values of a row are read, exactly also where they are beyond what a number holds', () => {
  expect(decodeRow(row)).toEqual([null, 1, -2, 0x0fffffffffffffffn, 0, 'line', 1.5]);
});

test('a row whose parts do not add up is none', () => {
  expect(decodeRow(row.subarray(0, -1))).toBeNull();
  expect(decodeRow(Buffer.concat([row, Buffer.from([0])]))).toBeNull();
  expect(decodeRow(Buffer.alloc(0))).toBeNull();
  for (let at = 0; at < 8; at++) {
    const damaged = Buffer.from(row);
    damaged.writeUInt8(row.readUInt8(at) ^ 0x40, at);
    expect(decodeRow(damaged), `kind ${at}`).toBeNull();
  }
});

test('a number that goes on beyond the bytes, or is larger than any row, is none', () => {
  expect(varint(Buffer.from([0x81, 0x00]), 0)).toEqual({ value: 128, end: 2 });
  expect(varint(Buffer.from([0x81]), 0)).toBeNull();
  expect(varint(Buffer.alloc(9, 0xff), 0)).toBeNull();
});
