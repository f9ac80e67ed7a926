import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { existingStoreFolder, prepareStoreFolder } from './folder.ts';

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'throughline-folder-'));
  writeFileSync(join(scratch, 'file.db'), '');
});
afterAll(() => rmSync(scratch, { recursive: true }));

test('a store may be made in a folder that is not there yet', () => {
  const folder = prepareStoreFolder(join(scratch, 'plants', 'north'));
  expect(existsSync(folder.rejects)).toBe(true);
});

test('a file is no place for a store, nor is anything beneath it', () => {
  expect(() => prepareStoreFolder(join(scratch, 'file.db'))).toThrow(/is a file; a store is a folder/);
  expect(() => prepareStoreFolder(join(scratch, 'file.db', 'store'))).toThrow(/cannot be written/);
});

test.runIf(process.platform === 'linux')('a place that takes no folders is said in words at once', () => {
  expect(() => prepareStoreFolder('/proc/store')).toThrow(/cannot be written/);
  expect(() => prepareStoreFolder('/proc/deep/store')).toThrow(/cannot be written/);
});

test('reading a store that is not there makes none', () => {
  expect(() => existingStoreFolder(join(scratch, 'none'))).toThrow(/There is no store/);
  expect(existsSync(join(scratch, 'none'))).toBe(false);
});
