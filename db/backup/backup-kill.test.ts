import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { openStore } from '../store/open-store.ts';
import { backUpBeside, backupsBeside } from '../testing/backup-store.ts';
import { dumpTables } from '../testing/dump.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { runUntilKilled } from '../testing/run-until-killed.ts';
import { createStore, insertRecords, scratchFolder, unwatched } from '../testing/test-store.ts';
import { findBackups } from './manifest.ts';
import { restoreStore } from './restore.ts';
import { verifyBackups } from './verify.ts';

const program = fileURLToPath(new URL('../testing/backup-until-killed.ts', import.meta.url));
/** Of the moments that a job tells of, spread over all of it; and kills that fall somewhere between two of them. */
const TOLD = 7;
const UNTOLD = 3;
const NEVER = Number.MAX_SAFE_INTEGER;
const early = randomDrafts(createRandom(51), { records: 1_500, from: '2022-06-01', to: '2024-02-28' });
const late = randomDrafts(createRandom(52), { records: 300, from: '2024-01-01', to: '2024-03-31' });

const { store, path: template, remove } = createStore();
const scratch = scratchFolder();
/** The store at the moment of its backup, and with what came later. */
let before: unknown;
let after: unknown;

beforeAll(async () => {
  await insertRecords(store, early);
  archiveYear(store, 2022, unwatched);
  await backUpBeside(template);
  store.close();
  before = contentOf(template);
  const again = openStore(template);
  await insertRecords(again, late);
  archiveYear(again, 2023, unwatched);
  again.close();
  after = contentOf(template);
  expect(after).not.toEqual(before);
}, 60_000);
afterAll(() => {
  for (const path of [template, scratch.path]) rmSync(backupsBeside(path), { recursive: true, force: true });
  remove();
  scratch.remove();
});

/** Everything a store holds but its history of jobs, once it was opened, which is when it heals. */
function contentOf(path: string) {
  const opened = openStore(path);
  try {
    expect(checkIntegrity(opened, unwatched).findings).toEqual([]);
    const { partitions } = readCatalog(opened.live, opened.folder);
    return [partitions.map(({ name, months }) => [name, months]), dumpTables(opened.live, ['job_history'])];
  } finally {
    opened.close();
  }
}

function startAgain(): void {
  for (const [from, to] of [
    [template, scratch.path],
    [backupsBeside(template), backupsBeside(scratch.path)],
  ] as const) {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  }
}

const taskUntilKilled = (task: 'backup' | 'restore', moment: number, afterMs: number | null) =>
  runUntilKilled(program, [scratch.path, task, String(moment)], afterMs);

/** Runs a task to its end, then kills it at moments spread over it and at random ones; returns how often it was killed. */
async function killEverywhere(task: 'backup' | 'restore', check: (killedAt: string) => Promise<void>): Promise<number> {
  const random = createRandom(53);
  startAgain();
  const whole = await taskUntilKilled(task, NEVER, null);
  const moments = whole.moments ?? 0;
  expect(moments).toBeGreaterThan(10);
  for (let nth = 0; nth < TOLD; nth++) {
    const moment = Math.floor((nth * (moments - 1)) / (TOLD - 1));
    startAgain();
    expect((await taskUntilKilled(task, moment, null)).moments).toBeNull();
    await check(`moment ${moment} of ${moments}`);
  }
  for (let nth = 0; nth < UNTOLD; nth++) {
    startAgain();
    const afterMs = random.below(Math.ceil(whole.tookMs));
    await taskUntilKilled(task, NEVER, afterMs);
    await check(`${afterMs} ms`);
  }
  return TOLD + UNTOLD;
}

test('killed at any moment, a backup leaves those before, the next one is whole, and the store is untouched', async () => {
  const tried = await killEverywhere('backup', async (killedAt) => {
    const backups = backupsBeside(scratch.path);
    const { sound, backups: found } = verifyBackups(backups, unwatched);
    expect([sound, found >= 1], killedAt).toEqual([true, true]);
    const next = await backUpBeside(scratch.path);
    const named = findBackups(backups).backups.length;
    expect([next.number, next.records], killedAt).toEqual([named, early.length + late.length]);
    expect(readdirSync(backups).filter((name) => name.endsWith('.new'))).toEqual([]);
    const now = new Date().toISOString();
    await restoreStore({ store: scratch.path, folder: backups, now }, unwatched);
    expect(contentOf(scratch.path), killedAt).toEqual(after);
  });
  process.stdout.write(`backup: killed ${tried} times, lost 0 backups\n`);
}, 300_000);

test('killed at any moment, a restore is whole or did not happen, and what was there is kept', async () => {
  let finished = 0;
  const tried = await killEverywhere('restore', async (killedAt) => {
    const found = contentOf(scratch.path);
    const isRestored = isDeepStrictEqual(found, before);
    expect(found, killedAt).toEqual(isRestored ? before : after);
    const names = readdirSync(scratch.path);
    expect([names.includes('restoring'), names.includes('restore.json')], killedAt).toEqual([false, false]);
    const aside = names.filter((name) => name.startsWith('before-restore-'));
    expect(aside, killedAt).toHaveLength(isRestored ? 1 : 0);
    if (!isRestored) return;
    finished++;
    const kept = join(scratch.path, aside[0] ?? '');
    expect(existsSync(join(kept, 'live.db')) && contentOf(kept), killedAt).toEqual(after);
  });
  expect(finished).toBeGreaterThan(0);
  process.stdout.write(`restore: killed ${tried} times, ${finished} finished by the next start, lost 0 records\n`);
}, 300_000);
