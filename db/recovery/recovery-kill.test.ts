import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { createRandom } from '../sample/random.ts';
import { readSetAside } from '../store/archives.ts';
import { openStore } from '../store/open-store.ts';
import { answerOf } from '../testing/answer.ts';
import { backUpBeside, backupsBeside } from '../testing/backup-store.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { runUntilKilled } from '../testing/run-until-killed.ts';
import { createStore, insertRecords, scratchFolder, unwatched } from '../testing/test-store.ts';

const program = fileURLToPath(new URL('../testing/recover-until-killed.ts', import.meta.url));
const NAME = 'archive_2023';
const NEVER = Number.MAX_SAFE_INTEGER;
/** What the job tells of before it puts the archive into place is killed by the fault suite; of these, which come last, all are. */
const OF_PLACING = 5;
const drafts = randomDrafts(createRandom(95), { records: 900, from: '2023-01-01', to: '2024-02-28' });
const all = [drafts.length];

const { store, path: template, remove } = createStore();
const scratch = scratchFolder();
const file = join(scratch.path, `${NAME}.db`);
let damaged: Buffer;

beforeAll(async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  await backUpBeside(template);
  store.close();
  const content = readFileSync(join(template, `${NAME}.db`));
  damaged = Buffer.from(content).fill(0, 0, 4_096);
});
afterAll(() => {
  rmSync(backupsBeside(template), { recursive: true, force: true });
  remove();
  scratch.remove();
});

function startAgain(): void {
  rmSync(scratch.path, { recursive: true, force: true });
  cpSync(template, scratch.path, { recursive: true, preserveTimestamps: true });
  chmodSync(file, 0o644);
  writeFileSync(file, damaged);
}

/** What the store says once it is opened again: the archive is as it was damaged, or rebuilt. */
function isRebuilt(killedAt: string): boolean {
  const opened = openStore(scratch.path);
  try {
    const isAside = readSetAside(opened.live).has(NAME);
    const [records] = answerOf(opened, { measures: ['records'] });
    const names = readdirSync(scratch.path);
    expect(names.includes('recovering'), killedAt).toBe(false);
    const aside = names.filter((name) => name.startsWith('before-recovery-'));
    const kept = isAside ? file : join(scratch.path, aside[0] ?? '', `${NAME}.db`);
    expect(readFileSync(kept).equals(damaged), killedAt).toBe(true);
    if (isAside) {
      expect(Number(records?.[0]), killedAt).toBeLessThan(drafts.length);
      return false;
    }
    expect(records, killedAt).toEqual(all);
    expect(checkIntegrity(opened, unwatched).findings, killedAt).toEqual([]);
    expect(opened.live.rows('SELECT COUNT(*) FROM recoveries'), killedAt).toEqual([[0]]);
    return true;
  } finally {
    opened.close();
  }
}

test('killed while it is put into place, an archive that is rebuilt is in place at the next start, or as it was', async () => {
  const rebuild = (moment: number) =>
    runUntilKilled(program, [scratch.path, NAME, String(moment), backupsBeside(template)], null);
  startAgain();
  const { moments } = await rebuild(NEVER);
  expect(isRebuilt('never')).toBe(true);
  const rebuilt: boolean[] = [];
  for (let fromEnd = 1; fromEnd <= OF_PLACING; fromEnd++) {
    const moment = (moments ?? 0) - fromEnd;
    startAgain();
    expect((await rebuild(moment)).moments).toBeNull();
    rebuilt.push(isRebuilt(`moment ${moment} of ${moments}`));
  }
  // The line in live was written before the first of these moments but the last, at which the job could still be cancelled.
  expect(rebuilt).toEqual([true, true, true, true, false]);
  startAgain();
  await rebuild(1);
  await rebuild(NEVER);
  expect(isRebuilt('at the second try')).toBe(true);
});
