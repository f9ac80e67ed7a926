import { chmodSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { createRandom } from '../sample/random.ts';
import { backUpBeside, backupsBeside, filesWithin } from '../testing/backup-store.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { drill } from './drill.ts';
import { prepareRestore } from './restore.ts';
import { verifyBackups } from './verify.ts';

/** Bytes that may still be written; a disk of the test's own. */
const disk = vi.hoisted(() => ({ bytesLeft: Number.POSITIVE_INFINITY }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const writeSync = (descriptor: number, content: Buffer, ...where: [at?: number, length?: number]) => {
    const length = where[1] ?? content.length;
    if (disk.bytesLeft < length) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    disk.bytesLeft -= length;
    return real.writeSync(descriptor, content, ...where);
  };
  return { ...real, writeSync };
});

const { store, path, remove } = createStore();
const backups = backupsBeside(path);
const drafts = randomDrafts(createRandom(91), { records: 400, from: '2023-06-01', to: '2024-02-28' });
const late = randomDrafts(createRandom(92), { records: 60, from: '2024-02-01', to: '2024-03-31' });

beforeAll(async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  writeFileSync(join(store.folder.rejects, '1-plant.rejects.csv'), 'line,reason\n'.repeat(20));
  await backUpBeside(path);
  await insertRecords(store, late);
  await backUpBeside(path);
});
afterAll(() => {
  store.close();
  remove();
  rmSync(backups, { recursive: true, force: true });
});

/** Damages a file for as long as `check` takes. */
async function withDamage(name: string, damage: (file: string) => void, check: () => Promise<void>): Promise<void> {
  const file = join(backups, name);
  const content = readFileSync(file);
  chmodSync(file, 0o644);
  damage(file);
  try {
    await check();
  } finally {
    writeFileSync(file, content);
  }
}

const isFound = () => !verifyBackups(backups, unwatched).sound;

test('a file that is cut short or not there is found, and what is damaged is not restored', async () => {
  const newest = filesWithin(backups).filter((name) => !name.includes('000001') || name.startsWith('pages'));
  for (const name of newest.filter((each) => !each.endsWith('.json'))) {
    for (const damage of [(file: string) => truncateSync(file, 7), (file: string) => rmSync(file)]) {
      await withDamage(name, damage, async () => {
        expect([name, isFound()]).toEqual([name, true]);
        expect(await drill({ store: path, folder: backups }, unwatched)).toMatchObject({ sound: false });
        const restore = prepareRestore({ store: path, folder: backups, now: '2024-04-01T00:00:00.000Z' }, unwatched);
        await expect(restore).rejects.toThrow('cannot be restored');
        expect(filesWithin(path).filter((each) => each.startsWith('restor'))).toEqual([]);
      });
    }
  }
});

test('a disk that is full at any write is told with figures, and nothing that was there is lost', async () => {
  const moreThanAll = 1e9;
  const writtenBy = async (run: () => Promise<unknown>) => {
    disk.bytesLeft = moreThanAll;
    await run();
    return moreThanAll - disk.bytesLeft;
  };
  const whole = () => backUpBeside(path, { whole: true });
  const drillIt = () => drill({ store: path, folder: backups }, unwatched);
  const neededByBackup = await writtenBy(whole);
  const before = filesWithin(backups);
  const shares = [0, 0.1, 0.5, 0.9, 0.999];
  for (const share of shares) {
    disk.bytesLeft = Math.floor(share * neededByBackup);
    await expect(whole()).rejects.toThrow(
      /is full: [\d.]+ MB are free, and more were needed\. This backup was dropped/,
    );
    expect(filesWithin(backups)).toEqual(before);
  }
  const needed = await writtenBy(drillIt);
  for (const share of shares) {
    disk.bytesLeft = Math.floor(share * needed);
    await expect(drillIt()).rejects.toThrow('The drill was dropped');
    expect(filesWithin(path).filter((name) => name.startsWith('restore-drill'))).toEqual([]);
  }
  disk.bytesLeft = Number.POSITIVE_INFINITY;
  expect(isFound()).toBe(false);
  expect((await whole()).records).toBe(drafts.length + late.length);
  expect(isFound()).toBe(false);
});
