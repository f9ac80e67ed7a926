import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { makeScratchFolder, removeScratchOfThread } from './scratch-folder.ts';

test('What a program left that has ended is taken away with the next folder, and what runs keeps its own', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  const mine = makeScratchFolder();
  const left = mine.replace(`-${process.pid}-`, `-${pid}-`);
  const parent = mine.replace(`-${process.pid}-`, `-${process.ppid}-`);
  mkdirSync(left);
  mkdirSync(parent);
  const next = makeScratchFolder();
  expect([left, parent, mine, next].map((folder) => existsSync(folder))).toEqual([false, true, true, true]);
  for (const folder of [parent, mine, next]) rmSync(folder, { recursive: true });
});

test('What a thread left that was ended is taken away, and no other', () => {
  const mine = makeScratchFolder();
  const other = mine.replace(`-${process.pid}-${threadId}-`, `-${process.pid}-${threadId + 1_000}-`);
  renameSync(mine, other);
  const kept = makeScratchFolder();
  removeScratchOfThread(threadId + 1_000);
  expect([other, kept].map((folder) => existsSync(folder))).toEqual([false, true]);
  rmSync(kept, { recursive: true });
});
