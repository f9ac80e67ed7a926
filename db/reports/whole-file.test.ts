import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../testing/test-store.ts';
import { writeWholeFile } from './whole-file.ts';

let scratch: ReturnType<typeof scratchFolder>;
let path: string;
beforeEach(() => {
  scratch = scratchFolder();
  path = join(scratch.path, 'report.csv');
});
afterEach(() => scratch.remove());

async function write(text: string, inTheMiddle: () => Promise<unknown> | undefined = () => undefined) {
  return writeWholeFile(path, async (beside) => {
    await writeFile(beside, text);
    await inTheMiddle();
    return { rows: 1 };
  });
}

test('a file takes the place of the one before in one step, and tells its size', async () => {
  writeFileSync(path, 'before');
  const seen: string[] = [];
  expect(await write('after', async () => seen.push(readFileSync(path, 'utf8')))).toEqual({ rows: 1, bytes: 5 });
  expect([...seen, readFileSync(path, 'utf8')]).toEqual(['before', 'after']);
});

test('nothing is left of what failed, and the file before stays', async () => {
  writeFileSync(path, 'before');
  await expect(write('half', () => Promise.reject(new Error('The reader died.')))).rejects.toThrow('The reader died.');
  expect(readdirSync(scratch.path)).toEqual(['report.csv']);
  expect(readFileSync(path, 'utf8')).toBe('before');
});

test('what a process that was killed had begun is taken away, what another writes and what others keep is not', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
  const left = [
    `report.csv.${dead}-1.part`,
    `report.csv.${dead}-2.part.${dead}-3.part`,
    `report.csv.${process.pid}-0.part`,
  ];
  const kept = [`report.csv.${process.ppid}-1.part`, 'report.csv.old', 'report.csv.part', `other.csv.${dead}-1.part`];
  for (const name of [...left, ...kept]) writeFileSync(join(scratch.path, name), '');
  await write('first', () => write('beside the first'));
  expect(readdirSync(scratch.path).toSorted()).toEqual(['report.csv', ...kept].toSorted());
  expect(readFileSync(path, 'utf8')).toBe('first');
});

test('a folder that is gone and a full disk are told in words', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  await expect(write('half', () => Promise.reject(full))).rejects.toMatchObject({ code: 'DISK_FULL' });
  rmSync(scratch.path, { recursive: true });
  await expect(write('none')).rejects.toThrow(`${scratch.path} is not there. Nothing was written`);
});
