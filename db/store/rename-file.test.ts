import { expect, test } from 'vitest';
import { renameFile } from './rename-file.ts';

const failing = (code: string, times: number) => {
  const calls: string[] = [];
  return {
    calls,
    rename(from: string, to: string) {
      calls.push(`${from} ${to}`);
      if (calls.length <= times) throw Object.assign(new Error(code), { code });
    },
  };
};
const waited: number[] = [];
const wait = (ms: number) => void waited.push(ms);

test('on Windows a file that a scanner holds for a moment is renamed once it lets go', () => {
  const { calls, rename } = failing('EPERM', 3);
  renameFile('a.new', 'a', { rename, isWindows: true, wait });
  expect(calls).toEqual(Array(4).fill('a.new a'));
});

test('one that is held for good is told after a second, and what is no such trouble at once', () => {
  const held = failing('EBUSY', Number.POSITIVE_INFINITY);
  waited.length = 0;
  expect(() => renameFile('a.new', 'a', { rename: held.rename, isWindows: true, wait })).toThrow('EBUSY');
  expect(waited.reduce((sum, ms) => sum + ms)).toBe(1_000);
  const gone = failing('ENOENT', 1);
  expect(() => renameFile('a.new', 'a', { rename: gone.rename, isWindows: true, wait })).toThrow('ENOENT');
  expect(gone.calls).toHaveLength(1);
});

test('other systems rename what is open, and say at once what keeps them from it', () => {
  const { calls, rename } = failing('EACCES', 1);
  expect(() => renameFile('a.new', 'a', { rename, isWindows: false, wait })).toThrow('EACCES');
  expect(calls).toHaveLength(1);
});
