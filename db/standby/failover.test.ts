import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { createRandom } from '../sample/random.ts';
import { openStore } from '../store/open-store.ts';
import { dumpTables } from '../testing/dump.ts';
import { followOnce } from '../testing/follow-once.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, scratchFolder, unwatched } from '../testing/test-store.ts';
import { acknowledge } from './acknowledged.ts';
import { failOver } from './failover.ts';
import { lookAtStandby } from './look-at-standby.ts';

const now = '2026-03-31T12:00:00.000Z';
const drafts = (seed: number, records: number) =>
  randomDrafts(createRandom(seed), { records, from: '2023-11-01', to: '2024-03-31', duplicates: 0 });

let path: string;
let remove: () => void;
const standby = () => `${path}-standby`;
const live = () => join(path, 'live.db');
/** The tables as the standby has them. */
let followed: unknown;

/** A store of two files that is followed, and closed. */
beforeEach(async () => {
  const created = createStore();
  ({ path, remove } = created);
  await insertRecords(created.store, drafts(1, 400));
  archiveYear(created.store, 2023, unwatched);
  await insertRecords(created.store, drafts(2, 50));
  created.store.close();
  followOnce(path, standby());
  followed = contentOf(path);
});
afterEach(() => {
  rmSync(standby(), { recursive: true, force: true });
  remove();
});

/** All that a store holds but its history of jobs, and the times of its files. */
function contentOf(root: string) {
  const store = openStore(root);
  try {
    expect(checkIntegrity(store, unwatched).findings).toEqual([]);
    return dumpTables(store.live, ['job_history', 'archives']);
  } finally {
    store.close();
  }
}

/** Locks, and what reading a database leaves beside it. */
const isOfNoPassing = (name: string) => !/\.lock$|-(wal|shm)$/.test(name);
const failOverNow = () => failOver({ store: path, standby: standby(), now }, unwatched);

test.each([
  ['overwritten with rubbish', () => writeFileSync(live(), 'rubbish'.repeat(10_000))],
  ['cut short', () => writeFileSync(live(), readFileSync(live()).subarray(0, 40_000))],
  ['empty', () => writeFileSync(live(), '')],
  ['gone', () => rmSync(live())],
])('a live file that is %s gives way to the standby, with its archives where they were', async (_, damage) => {
  const archive = join(path, 'archive_2023.db');
  const before = statSync(archive).ino;
  damage();
  const outcome = await failOverNow();
  expect(outcome).toMatchObject({ records: 450, missingArchives: [], aside: 'before-failover-2026-03-31T12-00-00Z' });
  expect(contentOf(path)).toEqual(followed);
  expect(statSync(archive).ino).toBe(before);
  const store = openStore(path);
  const [job] = store.live.rows("SELECT json_extract(job, '$.kind') FROM job_history");
  expect(job).toEqual(['failover']);
  store.close();
});

test('archives that are gone or damaged come from the standby', async () => {
  const sound = readFileSync(join(path, 'archive_2023.db'));
  rmSync(join(path, 'archive_2023.db'), { force: true });
  rmSync(live());
  await failOverNow();
  expect(contentOf(path)).toEqual(followed);
  expect(readFileSync(join(path, 'archive_2023.db')).equals(sound)).toBe(true);
});

test('the whole store comes from the standby where its disk is lost, rows set aside with it', async () => {
  writeFileSync(join(path, 'rejects', 'plant.csv'), 'a row');
  followOnce(path, standby());
  const { path: elsewhere, remove: removeElsewhere } = scratchFolder();
  rmSync(path, { recursive: true });
  const { missing } = await failOver({ store: elsewhere, standby: standby(), now }, unwatched);
  expect(missing).toEqual({ records: null, changes: [] });
  expect(contentOf(elsewhere)).toEqual(followed);
  expect(readFileSync(join(elsewhere, 'rejects', 'plant.csv'), 'utf8')).toBe('a row');
  removeElsewhere();
});

test('what was said to be done and is not in the standby is named, and nothing is where it has all', async () => {
  expect(lookAtStandby(path, standby())?.missing).toEqual({ records: null, changes: [] });
  const { generation, records } = lookAtStandby(path, standby())?.facts ?? { generation: 0, records: 0 };
  const note = (more: number, subject: string) => {
    const change = { generation: generation + more, at: now, kind: 'import' as const, subject };
    acknowledge(path, { change, records: records + 100 * more, held: generation });
  };
  note(0, 'held.csv');
  expect(lookAtStandby(path, standby())?.missing).toEqual({ records: 0, changes: [] });
  note(1, 'late.csv');
  note(2, 'later.csv');
  rmSync(live());
  const { missing } = await failOverNow();
  expect(missing.records).toBe(200);
  expect(missing.changes.map(({ subject }) => subject)).toEqual(['late.csv', 'later.csv']);
});

test('a standby that is damaged takes nobody’s place', async () => {
  const names = readdirSync(path).filter(isOfNoPassing);
  const bytes = readFileSync(join(standby(), 'live.db'));
  bytes.fill(0xaa, 8 * 4_096, 40 * 4_096);
  writeFileSync(join(standby(), 'live.db'), bytes);
  const damaged = readFileSync(live());
  await expect(failOverNow()).rejects.toMatchObject({ code: 'DAMAGED' });
  expect(readFileSync(live()).equals(damaged)).toBe(true);
  expect(readdirSync(path).filter(isOfNoPassing)).toEqual(names);
});

test('a standby of another store is refused, as is a folder that holds none', async () => {
  const other = createStore();
  other.store.close();
  const input = { store: other.path, standby: standby(), now };
  await expect(failOver(input, unwatched)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  await expect(failOver({ ...input, standby: other.path }, unwatched)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  other.remove();
});
