import { win32 } from 'node:path';
import { expect, test } from 'vitest';
import { isNetworkPath, nearestThere, networkFileSystem } from './network-share.ts';

test('a network share is known by the longest mount point above the path', () => {
  const mounts =
    'disk / ext4 rw 0 0\nserver:/share /mnt/my\\040share nfs4 rw 0 0\ndisk2 /mnt/my\\040share/local ext4 rw 0 0';
  expect(networkFileSystem('/mnt/my share/plant', mounts)).toBe('nfs4');
  expect(networkFileSystem('/mnt/my share/local/plant', mounts)).toBeNull();
  expect(networkFileSystem('/mnt/my sharelike', mounts)).toBeNull();
});

test.each([
  ['\\\\server\\share\\plant', true],
  ['//server/share/plant', true],
  ['\\\\?\\UNC\\server\\share\\plant', true],
  ['\\\\?\\C:\\plant', false],
  ['C:\\plant', false],
  ['D:/plant', false],
])('on Windows %s is on another machine: %s', (path, is) => {
  expect(isNetworkPath(win32.resolve(path))).toBe(is);
});

test('of a path that is not there yet the nearest folder above it counts, and nothing where the drive is not there', () => {
  const isThere = (path: string) => ['D:\\', 'D:\\plants'].includes(path);
  expect(nearestThere('D:\\plants\\north\\store', isThere, win32.dirname)).toBe('D:\\plants');
  expect(nearestThere('D:\\other', isThere, win32.dirname)).toBe('D:\\');
  expect(nearestThere('E:\\plants\\north', isThere, win32.dirname)).toBeNull();
});
