import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { createRandom } from '../sample/random.ts';
import { readSetAside } from '../store/archives.ts';
import { readCatalog } from '../store/catalog.ts';
import { openStore } from '../store/open-store.ts';
import { answerOf } from '../testing/answer.ts';
import { backUpBeside, backupsBeside } from '../testing/backup-store.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { runUntilKilled } from '../testing/run-until-killed.ts';
import { createStore, insertRecords, scratchFolder, unwatched } from '../testing/test-store.ts';

const program = fileURLToPath(new URL('../testing/recover-until-killed.ts', import.meta.url));
const NAME = 'archive_2023';
const NEVER = Number.MAX_SAFE_INTEGER;
/** Of the moments that the job tells of, spread over all of it. */
const TOLD = 6;
const UNTOLD = 2;
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

test.each([
  ['from a backup', [backupsBeside(template)], 0],
  ['from what can be read', [], 1],
])(
  'killed at any moment, an archive that is rebuilt %s is in place or as it was',
  async (_, folders, flaws) => {
    const rebuild = (moment: number, afterMs: number | null) =>
      runUntilKilled(program, [scratch.path, NAME, String(moment), ...folders], afterMs);
    startAgain();
    const whole = await rebuild(NEVER, null);
    expect(isRebuilt('never')).toBe(true);
    const moments = whole.moments ?? 0;
    expect(moments).toBeGreaterThan(5);
    let finished = 0;
    for (let nth = 0; nth < TOLD; nth++) {
      const moment = moments - 1 - Math.floor((nth * (moments - 1)) / (TOLD - 1));
      startAgain();
      expect((await rebuild(moment, null)).moments).toBeNull();
      if (isRebuilt(`moment ${moment} of ${moments}`)) finished++;
    }
    const random = createRandom(96);
    for (let nth = 0; nth < UNTOLD; nth++) {
      const afterMs = random.below(Math.ceil(whole.tookMs));
      startAgain();
      await rebuild(NEVER, afterMs);
      if (isRebuilt(`${afterMs} ms`)) finished++;
    }
    expect(finished).toBeGreaterThan(0);
    // Whatever it was killed at, it can be done again.
    startAgain();
    await rebuild(1, null);
    await rebuild(NEVER, null);
    const opened = openStore(scratch.path);
    expect(readCatalog(opened.live, opened.folder).flaws).toHaveLength(flaws);
    opened.close();
    expect(existsSync(file)).toBe(true);
  },
  120_000,
);
