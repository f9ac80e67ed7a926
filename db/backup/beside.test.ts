import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../sample/random.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { backUpBeside, backupsBeside, filesWithin } from '../testing/backup-store.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords } from '../testing/test-store.ts';
import { withBackupLock } from './backup-lock.ts';
import { startBeside } from './beside.ts';

const program = fileURLToPath(new URL('../testing/ask-and-die.ts', import.meta.url));
let store: OwnedStore;
let path: string;
let remove: () => void;
let folder: string;
beforeEach(async () => {
  ({ store, path, remove } = createStore());
  folder = backupsBeside(path);
  await insertRecords(store, randomDrafts(createRandom(31), { records: 3_000, from: '2023-01-01', to: '2024-12-31' }));
});
afterEach(() => {
  store.close();
  remove();
  rmSync(folder, { recursive: true, force: true });
});

const input = () => ({
  store: path,
  folder,
  rule: { daily: 7, weekly: 0, monthly: 0 },
  whole: false,
  now: new Date().toISOString(),
});

test('work in a process of its own tells how far it is and what came of it, and fails in words', async () => {
  const phases = new Set<string>();
  const { result } = startBeside('backUp', input(), ({ phase }) => phases.add(phase));
  expect(await result).toMatchObject({ number: 1, records: 3_000 });
  expect([...phases]).toEqual(expect.arrayContaining(['checking live', 'copying']));
  await expect(startBeside('drill', { store: path, folder: `${folder}-none` }).result).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a second backup beside the first says that it is under way', async () => {
  await withBackupLock(path, async () => {
    await expect(startBeside('backUp', input()).result).rejects.toMatchObject({
      code: 'STORE_IN_USE',
      message: expect.stringMatching(/^A backup of the store in .* is being made, restored or tried/),
    });
  });
});

test('work that is cancelled stops at its next step and keeps nothing', async () => {
  const running = startBeside('backUp', input(), () => running.cancel());
  await expect(running.result).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(filesWithin(folder)).toEqual([]);
});

test('work whose asker was killed stops by itself, and holds up nobody', async () => {
  const asker = spawn(process.execPath, [program, path, folder], { stdio: 'ignore' });
  expect(await once(asker, 'exit')).toEqual([null, 'SIGKILL']);
  const backup = async (): Promise<unknown> =>
    backUpBeside(path).catch(async (error: { code?: string }) => {
      if (error.code !== 'STORE_IN_USE') throw error;
      await pause(20);
      return backup();
    });
  expect(await backup()).toMatchObject({ records: 3_000 });
});
