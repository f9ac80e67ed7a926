import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { segmentOfRows } from '../testing/segment-of-rows.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { readSegmentFile, sweepSegmentFiles, writeSegmentFile } from './segment-file.ts';

const buffer = segmentOfRows(
  [
    { day: 100, keys: { line: 1 }, amounts: { goodQuantity: 1_500_000 } },
    { day: 101, keys: { line: 2 }, amounts: { defectQuantity: 2 } },
  ],
  { first: 100, last: 130 },
);

let folder: string;
let remove: () => void;
beforeEach(() => {
  const scratch = scratchFolder();
  folder = join(scratch.path, 'columns');
  ({ remove } = scratch);
});
afterEach(() => remove());

const bytesOf = (segment: SharedArrayBuffer | null) => segment && Buffer.from(new Uint8Array(segment));
const fileOf = (stamp: string) => join(folder, `${stamp}.columns`);

test('a segment is read as it was written, in a folder that is made for it', () => {
  writeSegmentFile(folder, 'a1', buffer);
  writeSegmentFile(folder, 'a1', buffer);
  expect(bytesOf(readSegmentFile(folder, 'a1'))).toEqual(bytesOf(buffer));
  expect(readdirSync(folder)).toEqual(['a1.columns']);
});

test('where there is no file, or no folder, there is no segment', () => {
  expect(readSegmentFile(folder, 'a1')).toBeNull();
  writeSegmentFile(folder, 'a1', buffer);
  expect(readSegmentFile(folder, 'b2')).toBeNull();
});

test('a file with a bit flipped is not read', () => {
  writeSegmentFile(folder, 'a1', buffer);
  const written = readFileSync(fileOf('a1'));
  // A double has bits to spare for a checksum of 32, so all bits of it are tried, and some all over the rest.
  const bits = [...Array(64).keys(), ...Array.from({ length: 200 }, (_, at) => 64 + at * 53)];
  expect(written.length * 8).toBeGreaterThan(Math.max(...bits));
  const read = bits.filter((bit) => {
    const flipped = Buffer.from(written);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(fileOf('a1'), flipped);
    return readSegmentFile(folder, 'a1') !== null;
  });
  expect(read).toEqual([]);
  writeFileSync(fileOf('a1'), written);
  expect(readSegmentFile(folder, 'a1')).not.toBeNull();
});

test('a file that is cut anywhere, or longer than it was, is not read', () => {
  writeSegmentFile(folder, 'a1', buffer);
  const written = readFileSync(fileOf('a1'));
  for (const length of [0, 1, 8, 9, 100, written.length - 8, written.length - 1]) {
    writeFileSync(fileOf('a1'), written);
    truncateSync(fileOf('a1'), length);
    expect(readSegmentFile(folder, 'a1'), `cut to ${length} bytes`).toBeNull();
  }
  writeFileSync(fileOf('a1'), written);
  appendFileSync(fileOf('a1'), Buffer.alloc(8));
  expect(readSegmentFile(folder, 'a1')).toBeNull();
});

test('a file of something else is not read, and neither is one of another segment', () => {
  mkdirSync(folder);
  writeFileSync(fileOf('a1'), 'line,item,good\n'.repeat(500));
  expect(readSegmentFile(folder, 'a1')).toBeNull();
  writeFileSync(fileOf('a1'), Buffer.alloc(100_000)); // what a power failure may leave of a file
  expect(readSegmentFile(folder, 'a1')).toBeNull();
  mkdirSync(fileOf('b2'));
  expect(readSegmentFile(folder, 'b2')).toBeNull();
  symlinkSync(fileOf('c3'), fileOf('c3'));
  expect(readSegmentFile(folder, 'c3')).toBeNull();
  writeSegmentFile(folder, 'd4', buffer);
  renameSync(fileOf('d4'), fileOf('e5'));
  expect(readSegmentFile(folder, 'e5')).toBeNull();
});

test('what no segment can be is not read although its checksum is right', () => {
  writeSegmentFile(folder, 'a1', new SharedArrayBuffer(buffer.byteLength));
  expect(readSegmentFile(folder, 'a1')).toBeNull();
});

test('sweeping keeps what the store has and removes the rest, also what was half written', () => {
  for (const stamp of ['a1', 'b2', 'c3']) writeSegmentFile(folder, stamp, buffer);
  writeFileSync(`${fileOf('a1')}.77-0`, 'half');
  sweepSegmentFiles(folder, new Set(['a1', 'c3', 'none']));
  expect(readdirSync(folder).sort()).toEqual(['a1.columns', 'c3.columns']);
});

test('a folder that cannot be written, read or swept costs no more than time', () => {
  sweepSegmentFiles(folder, new Set()); // there is none yet
  writeFileSync(folder, 'a file where the folder is to be');
  writeSegmentFile(folder, 'a1', buffer);
  expect(readSegmentFile(folder, 'a1')).toBeNull();
  sweepSegmentFiles(folder, new Set());
  expect(readFileSync(folder, 'utf8')).toContain('a file where');
});

test('what cannot be removed or replaced does not keep others from it', () => {
  mkdirSync(join(fileOf('a1'), 'held'), { recursive: true });
  writeSegmentFile(folder, 'a1', buffer);
  expect(readdirSync(folder)).toEqual(['a1.columns']);
  writeSegmentFile(folder, 'b2', buffer);
  sweepSegmentFiles(folder, new Set());
  expect(readdirSync(folder)).toEqual(['a1.columns']);
});
