import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WatchedRow } from '../../../db/store/watched-files.ts';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { Watcher, type WatcherParts } from './watcher.ts';

let scratch: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

test('A file that is imported is said to be, where the disk has no room for noting it', async () => {
  const liesAt = 'working/claim/day.csv';
  mkdirSync(join(scratch.path, 'working/claim'), { recursive: true });
  writeFileSync(join(scratch.path, liesAt), 'a');
  const row: WatchedRow = {
    claim: 'claim',
    folder: scratch.path,
    file: 'day.csv',
    state: 'imported',
    message: '',
    batchId: 7,
    settledAt: null,
    liesAt,
    goesTo: null,
    bytes: 1,
    modifiedMs: Math.trunc(statSync(join(scratch.path, liesAt)).mtimeMs),
  };
  const full = new AppError('DISK_FULL', 'The disk is full.');
  const engine = { ask: async () => ({ unsettled: [row] }), keep: () => Promise.reject(full), folder: {} };
  const told: string[] = [];
  const watcher = new Watcher({
    engine: engine as unknown as WatcherParts['engine'],
    clock: { now: () => 0, elapsed: () => 0, zone: () => 'UTC' },
    folders: async () => [],
    quietMs: () => 0,
    importFile: () => Promise.reject(new Error('imported twice')),
    undo: () => Promise.reject(new Error('undone')),
    onSettled: () => Promise.reject(new Error('settled')),
    onTrouble: (what) => told.push(what),
  });
  await watcher.look();
  expect(told).toEqual([
    "'day.csv' was imported as import 7, and could not be moved to the files that are done: The disk is full. It is moved once that is over, and not imported again.",
  ]);
  expect(watcher.trouble()).toBe(told[0]);
});
