import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoBatch } from '../import/undo.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { vacuum } from '../maintenance/vacuum.ts';
import { createRandom } from '../sample/random.ts';
import { storeFolder } from '../store/folder.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { dumpTables } from '../testing/dump.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { standbyContent } from '../testing/standby-content.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { Follower, type FollowReport, FollowStop } from './follower.ts';
import { claimStandby, readNote, refuseStandbyFolder, standbyFolder } from './standby-folder.ts';
import { foldStandby } from './standby-log.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
let follower: Follower | null;
let reports: FollowReport[];
const standby = () => standbyFolder(`${path}-standby`);
const drafts = (seed: number, records: number, from = '2023-11-01', to = '2024-03-31') =>
  randomDrafts(createRandom(seed), { records, from, to, duplicates: 0 });

beforeEach(() => {
  ({ store, path, remove } = createStore());
  store.live.exec('PRAGMA busy_timeout = 0'); // in one process nobody looks while the other waits
  reports = [];
  follower = null;
});
afterEach(() => {
  stopFollowing();
  store.close();
  rmSync(standby().root, { recursive: true, force: true });
  remove();
});

function startFollowing(anew = false): Follower {
  stopFollowing();
  claimStandby(standby(), store.folder);
  follower = new Follower({
    store: storeFolder(path),
    standby: standby(),
    anewAt: anew ? new Date().toISOString() : null,
    report: (report) => reports.push(report),
    now: () => new Date(),
  });
  follower.begin();
  return follower;
}

function stopFollowing(): void {
  follower?.close();
  follower = null;
}

/** Runs `change` while the store is followed by nobody and open nowhere else. */
function whileClosed(change: () => void): void {
  stopFollowing();
  store.close();
  change();
  store = openStore(path);
}

const contentOfStore = () => dumpTables(store.live);
const contentOfStandby = () => standbyContent(standby().root);
const lastReport = () => reports.at(-1);

/** Why following does not begin. */
function stopOf(start: () => unknown): FollowStop {
  try {
    start();
  } catch (error) {
    if (error instanceof FollowStop) return error;
    throw error;
  }
  throw new Error('It began.');
}

/** Overwrites a text of a record where it lies in a file. */
function damageText(file: string, text: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  expect(at).toBeGreaterThan(0);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

test('holds what the store holds after every look: imports, an undo, an archive and a compacted file', async () => {
  await insertRecords(store, drafts(1, 800));
  const following = startFollowing();
  expect(contentOfStandby()).toEqual(contentOfStore());
  const steps: (() => unknown)[] = [
    () => insertRecords(store, drafts(2, 1_500)),
    () => undoBatch(store.live, 1, unwatched),
    () => archiveYear(store, 2023, unwatched),
    () => store.live.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    () => insertRecords(store, drafts(3, 10)),
    () => vacuum(store, unwatched),
    () => insertRecords(store, drafts(4, 10)),
  ];
  for (const step of steps) {
    await step();
    following.look();
    expect(contentOfStandby()).toEqual(contentOfStore());
    expect(lastReport()).toMatchObject({ missing: { batches: 0, records: 0 }, missingArchives: [] });
  }
  const archives = store.live.rows('SELECT name, sha256 FROM archives').map(([name, sha256]) => [name, sha256]);
  expect(readdirSync(join(standby().root, 'sealed'))).toEqual(
    archives.map(([name, sha256]) => `${name}-${String(sha256).slice(0, 16)}.db`),
  );
  stopFollowing();
  store.live.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  foldStandby(standby().live);
  expect(readFileSync(standby().live).equals(readFileSync(join(path, 'live.db'))), 'byte for byte').toBe(true);
});

test('tells what it lacks while it is behind, and of no time that it was in step but one it knows', async () => {
  const following = startFollowing();
  const before = readNote(standby())?.inStepAt;
  await insertRecords(store, drafts(1, 300));
  reports = [];
  following.look();
  expect(reports[0]).toMatchObject({ inStepAt: before, missing: { batches: 1, records: 300 } });
  expect(lastReport()).toMatchObject({ missing: { batches: 0, records: 0 } });
  expect(readNote(standby())?.facts).toMatchObject({ batches: 1, records: 300 });
});

test('what is not committed is not copied', async () => {
  const following = startFollowing();
  const before = contentOfStore();
  store.live.exec('PRAGMA cache_size = 5');
  await store.live.bulk(async () => {
    store.live.run("INSERT INTO job_history VALUES ('a', '', hex(zeroblob(200000)))");
    following.look();
    expect(contentOfStandby()).toEqual(before);
  });
  following.look();
  expect(contentOfStandby()).toEqual(contentOfStore());
});

test('cut off anywhere, its log leaves the standby at one commit or the next', async () => {
  const following = startFollowing();
  const contents = [contentOfStore()];
  const ends = [0];
  const log = `${standby().live}-wal`;
  for (const seed of [1, 2, 3]) {
    await insertRecords(store, drafts(seed, 20));
    following.look();
    contents.push(contentOfStore());
    ends.push(statSync(log).size);
  }
  stopFollowing();
  const random = createRandom(7);
  for (let nth = 0; nth < 20; nth++) {
    const bytes = random.below((ends.at(-1) ?? 0) + 1);
    const copy = `${standby().root}-cut`;
    cpSync(standby().root, copy, { recursive: true });
    truncateSync(join(copy, 'live.db-wal'), bytes);
    const whole = ends.findLastIndex((end) => end <= bytes);
    expect(standbyContent(copy), `${bytes} bytes`).toEqual(contents[whole]);
    rmSync(copy, { recursive: true });
  }
});

test('the log of the store stays small however much is written, as long as somebody looks', async () => {
  const following = startFollowing();
  for (let nth = 0; nth < 40; nth++) {
    store.live.run("INSERT INTO job_history VALUES (@id, '', hex(randomblob(400000)))", { id: String(nth) });
    following.look();
    following.look();
  }
  expect(statSync(`${path}/live.db-wal`).size).toBeLessThan(12e6);
  expect(contentOfStandby()).toEqual(contentOfStore());
});

test('takes up a store that went on without it', async () => {
  await insertRecords(store, drafts(1, 300));
  startFollowing();
  stopFollowing();
  await insertRecords(store, drafts(2, 300));
  archiveYear(store, 2023, unwatched);
  startFollowing();
  expect(contentOfStandby()).toEqual(contentOfStore());
});

test('takes up a store that was compacted without it, which changes no record', async () => {
  await insertRecords(store, drafts(1, 300));
  startFollowing();
  stopFollowing();
  undoBatch(store.live, 1, unwatched);
  startFollowing();
  stopFollowing();
  vacuum(store, unwatched);
  startFollowing();
  expect(contentOfStandby()).toEqual(contentOfStore());
  expect(statSync(standby().live).size + (existsSync(`${standby().live}-wal`) ? 1 : 0)).toBe(
    statSync(join(path, 'live.db')).size,
  );
});

test('damage that no check of SQLite finds is not copied over the standby, nor is the standby over it', async () => {
  const note = 'A note that no index covers';
  await insertRecords(
    store,
    drafts(1, 300).map((draft, nth) => (nth === 150 ? { ...draft, note } : draft)),
  );
  startFollowing();
  stopFollowing();
  const sound = contentOfStandby();
  whileClosed(() => damageText(join(path, 'live.db'), note));
  const stop = stopOf(() => startFollowing());
  expect([stop.reason, stop.message]).toEqual(['differs', expect.stringContaining('differ in records')]);
  expect(contentOfStandby()).toEqual(sound);
  startFollowing(true);
  expect(contentOfStandby()).toEqual(contentOfStore());
});

test('a live file that is broken is not copied', async () => {
  await insertRecords(store, drafts(1, 2_000));
  startFollowing();
  stopFollowing();
  const sound = contentOfStandby();
  await insertRecords(store, drafts(2, 20)); // not yet in the standby
  const root = Number(
    store.live.rows("SELECT pageno FROM dbstat WHERE name = 'records' AND pagetype = 'leaf' LIMIT 1")[0]?.[0],
  );
  whileClosed(() => {
    const bytes = readFileSync(join(path, 'live.db'));
    bytes.fill(0xaa, (root - 1) * 4096, root * 4096);
    writeFileSync(join(path, 'live.db'), bytes);
  });
  expect(stopOf(() => startFollowing()).reason).toBe('damaged');
  expect(contentOfStandby()).toEqual(sound);
});

test('a store that was set back does not take the standby with it', async () => {
  await insertRecords(store, drafts(1, 300));
  whileClosed(() => cpSync(path, `${path}-before`, { recursive: true }));
  await insertRecords(store, drafts(2, 300));
  startFollowing();
  const newer = contentOfStandby();
  whileClosed(() => {
    rmSync(path, { recursive: true });
    cpSync(`${path}-before`, path, { recursive: true });
    rmSync(`${path}-before`, { recursive: true });
  });
  const stop = stopOf(() => startFollowing());
  expect([stop.reason, stop.message]).toEqual(['ahead', expect.stringContaining('600 records')]);
  expect(contentOfStandby()).toEqual(newer);
  startFollowing(true);
  expect(contentOfStandby()).toEqual(contentOfStore());
});

test('another store is not followed into the folder, and a copy of this one elsewhere not without being told', () => {
  startFollowing();
  stopFollowing();
  const other = createStore();
  try {
    follower = null;
    const start = () =>
      new Follower({
        store: other.store.folder,
        standby: standby(),
        anewAt: new Date().toISOString(),
        report() {},
        now: () => new Date(),
      });
    expect(stopOf(start).reason).toBe('otherStore');
    const elsewhere = storeFolder(`${path}-elsewhere`);
    expect(() => refuseStandbyFolder(standby(), elsewhere, false)).toThrow('is the standby of the store in');
    expect(() => refuseStandbyFolder(standby(), elsewhere, true)).not.toThrow();
    expect(() => refuseStandbyFolder(standbyFolder(join(path, 'inside')), store.folder, false)).toThrow(
      'lies in the store',
    );
    writeFileSync(join(other.path, 'letter.txt'), '');
    expect(() => refuseStandbyFolder(standbyFolder(other.path), store.folder, true)).toThrow('holds other files');
  } finally {
    other.store.close();
    other.remove();
  }
});

test('a standby that cannot be opened is copied anew', async () => {
  await insertRecords(store, drafts(1, 300));
  startFollowing();
  stopFollowing();
  writeFileSync(standby().live, 'rubbish'.repeat(1_000));
  startFollowing();
  expect(contentOfStandby()).toEqual(contentOfStore());
});

test('a folder whose disk is not there is not begun anew', async () => {
  startFollowing();
  stopFollowing();
  rmSync(standby().root, { recursive: true });
  mkdirSync(standby().root); // where it is mounted
  const start = () =>
    new Follower({ store: store.folder, standby: standby(), anewAt: null, report() {}, now: () => new Date() });
  expect(start).toThrow('There is no standby in');
  expect(readdirSync(standby().root)).toEqual([]);
});
