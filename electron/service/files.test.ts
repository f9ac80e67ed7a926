import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Downloads } from './downloads.ts';
import { FileRegistry } from './files.ts';

let folder: string;
let inbox: string;
let files: FileRegistry;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-files-'));
  inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  files = new FileRegistry(inbox);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an upload is kept under a name of ours, known by its own, until it is released', async () => {
  const id = await files.receive('C:\\plant\\..\\august.csv', Readable.from(['a,b\n', '1,2\n']));
  const { path, name } = files.get(id);
  expect(name).toBe('august.csv');
  expect(readdirSync(inbox)).toHaveLength(1);
  expect(readFileSync(path, 'utf8')).toBe('a,b\n1,2\n');
  await files.release(id);
  expect(existsSync(path)).toBe(false);
  expect(() => files.get(id)).toThrow('no longer at hand');
});

test('an upload with a name longer than a disk takes arrives, and keeps its name for a person', async () => {
  const long = `${'생산'.repeat(60)}.csv`;
  const id = await files.receive(long, Readable.from(['a']));
  expect(files.get(id).name).toBe(long);
  expect(readFileSync(files.get(id).path, 'utf8')).toBe('a');
});

test('an upload that breaks off leaves nothing and says so', async () => {
  const broken = Readable.from(
    (async function* () {
      yield 'a,b\n';
      throw new Error('connection lost');
    })(),
  );
  await expect(files.receive('august.csv', broken)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  expect(readdirSync(inbox)).toEqual([]);
});

test('a file handed over where it lies is never removed, an upload is', async () => {
  const own = join(folder, 'own.csv');
  writeFileSync(own, 'a');
  const id = files.register(own);
  await files.receive('upload.csv', Readable.from(['a']));
  expect(files.get(id)).toMatchObject({ path: own, name: 'own.csv' });
  await files.releaseAll();
  expect([existsSync(own), readdirSync(inbox)]).toEqual([true, []]);
});

test('a path is no id, neither of a file nor of a download', () => {
  const downloads = new Downloads();
  const id = downloads.add({ path: join(folder, 'x.csv'), fileName: 'x.csv', contentType: 'text/csv' });
  expect(downloads.get(id).fileName).toBe('x.csv');
  for (const guess of ['/etc/passwd', '../../etc/passwd', '']) {
    expect(() => files.get(guess)).toThrow('choose it again');
    expect(() => downloads.get(guess)).toThrow('export it again');
  }
});
