import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdLock, type ReadableDatabase } from '../engine/sqlite/connection.ts';
import { createRandom } from '../sample/random.ts';
import { openStore } from '../store/open-store.ts';
import { dumpTables } from '../testing/dump.ts';
import { followOnce } from '../testing/follow-once.ts';
import { readStandby } from '../testing/standby-content.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { standbyLock } from './standby-plan.ts';
import { readStoreFacts } from './store-facts.ts';

const program = fileURLToPath(new URL('../testing/standby-until-killed.ts', import.meta.url));
const KILLS = 2;
/** Killed at some moment in so many milliseconds after the first import was in step. */
const WITHIN_MS = 800;

let path: string;
let remove: () => void;
const standby = () => `${path}-standby`;
beforeEach(() => {
  ({ path, remove } = scratchFolder());
});
afterEach(() => {
  rmSync(standby(), { recursive: true, force: true });
  remove();
});

interface Told {
  acknowledged: number;
  inStep: number;
  trouble: string[];
}

/** Runs imports into a followed store, and kills either process some time after an import was in step. */
async function runUntilKilled(victim: 'program' | 'follower', seed: number, afterMs: number): Promise<Told> {
  const child = spawn(process.execPath, [program, path, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const told: Told = { acknowledged: 0, inStep: 0, trouble: [] };
  let follower = 0;
  const began = Promise.withResolvers<void>();
  createInterface(child.stdout).on('line', (line) => {
    const value = Number(line.split(' ').at(-1));
    if (line.startsWith('follower')) follower = value;
    else if (line.startsWith('acknowledged')) told.acknowledged = value;
    else if (line.startsWith('in step')) told.inStep = value;
    else told.trouble.push(line);
    if (told.inStep > 0) began.resolve();
  });
  await began.promise;
  await pause(afterMs);
  if (victim === 'follower') process.kill(follower, 'SIGKILL');
  const toldThen = { ...told };
  child.kill('SIGKILL');
  await exited;
  // The follower of a program that is gone takes what is still missing, and lets go.
  for (let lock = null; lock === null; await pause(20)) {
    lock = holdLock(standbyLock(path));
    lock?.release();
  }
  return toldThen;
}

const imported = (live: ReadableDatabase) => {
  const [halves] = live.rows(
    'SELECT COUNT(*) FROM import_batches AS b WHERE inserted <> (SELECT COUNT(*) FROM records WHERE batch_id = b.id)',
  );
  expect(halves, 'half imports').toEqual([0]);
  const { records, import_batches: batches } = dumpTables(live);
  return { facts: readStoreFacts(live), records, batches };
};

function liveNow() {
  const store = openStore(path);
  try {
    return imported(store.live);
  } finally {
    store.close();
  }
}

test.each(['program', 'follower'] as const)(
  'killed at any moment, the %s leaves a standby that holds what it was said to hold, and nothing that the store does not',
  async (victim) => {
    const random = createRandom(victim.length);
    for (let nth = 0; nth < KILLS; nth++) {
      const afterMs = random.below(WITHIN_MS);
      const told = await runUntilKilled(victim, nth + 1, afterMs);
      const killedAt = `${victim} after ${afterMs} ms`;
      expect(told.trouble, killedAt).toEqual([]);
      const held = readStandby(standby(), imported);
      const live = liveNow();
      expect(live.facts.generation, killedAt).toBeGreaterThanOrEqual(told.acknowledged);
      expect(held.facts.generation, killedAt).toBeGreaterThanOrEqual(told.inStep);
      const ids = new Set(held.batches?.map(([id]) => id));
      expect(held.batches, killedAt).toEqual(live.batches?.filter(([id]) => ids.has(id)));
      expect([...ids], 'the first of them').toEqual(live.batches?.slice(0, ids.size).map(([id]) => id));
      if (victim === 'program') {
        // The follower outlives it, and takes all but what was on its way to the disk when it was killed.
        expect(held.facts.generation, killedAt).toBeGreaterThanOrEqual(told.acknowledged);
        expect(live.facts.generation - held.facts.generation, killedAt).toBeLessThanOrEqual(1);
      }
      followOnce(path, standby());
      expect(readStandby(standby(), imported), killedAt).toEqual(live);
    }
  },
);
