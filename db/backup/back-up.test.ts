import { chmodSync, copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWritable } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { undoBatch } from '../import/undo.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { createRandom } from '../sample/random.ts';
import { readSetAside } from '../store/archives.ts';
import { readCatalog } from '../store/catalog.ts';
import { partitionFile } from '../store/folder.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { backUpBeside, backupsBeside, filesWithin } from '../testing/backup-store.ts';
import { dumpTables } from '../testing/dump.ts';
import { cancelledAt, failingAt, interruptEverywhere } from '../testing/interruptions.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { drill } from './drill.ts';
import { readLastBackup } from './last-backup.ts';
import { findBackups, writeManifest } from './manifest.ts';
import { prepareRestore, restoreStore } from './restore.ts';
import { verifyBackups } from './verify.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
let backups: string;
beforeEach(() => {
  ({ store, path, remove } = createStore());
  backups = backupsBeside(path);
});
afterEach(() => {
  store.close();
  remove();
  rmSync(backups, { recursive: true, force: true });
});

/** Of a database file; it says whether there is a log beside it. */
const HEADER_BYTES = 100;
const drafts = randomDrafts(createRandom(41), { records: 600, from: '2022-11-01', to: '2024-02-28' });
const late = randomDrafts(createRandom(42), { records: 50, from: '2024-02-01', to: '2024-03-15' });
/** All that the files hold, but the line that a restore leaves in the history. */
const content = () =>
  readCatalog(store.live, store.folder).partitions.map(({ name, file }) => {
    if (name === 'live') return dumpTables(store.live, ['job_history']);
    return readFileSync(file);
  });
const restored = async (at?: string) => {
  store.close();
  const outcome = await restoreStore({ store: path, folder: backups, at, now: new Date().toISOString() }, unwatched);
  store = openStore(path);
  return outcome;
};
const drillOf = (context: JobContext = unwatched) => drill({ store: path, folder: backups }, context);

test('a backup costs what changed, and each of several is restored as it was, archives, rows set aside and rules with it', async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2022, unwatched);
  writeFileSync(join(store.folder.rejects, '1-plant.rejects.csv'), 'line,reason\n');
  const rules = (rule: string) => writeFileSync(store.folder.schedule, JSON.stringify({ backup: { rule } }));
  rules('0 1 * * *');
  const [first, before] = [await backUpBeside(path, { now: '2024-03-01T20:00:00.000Z' }), content()];
  const { batchId } = await insertRecords(store, late);
  rules('0 2 * * *');
  const [second, after] = [await backUpBeside(path, { now: '2024-03-02T20:00:00.000Z' }), content()];
  archiveYear(store, 2023, unwatched);
  const [third, archived] = [await backUpBeside(path, { now: '2024-03-03T20:00:00.000Z' }), content()];
  undoBatch(store.live, batchId, unwatched);

  expect(first).toMatchObject({ number: 1, records: 600, pagesWritten: first.pages, archives: 1, archivesWritten: 1 });
  expect(second).toMatchObject({ number: 2, records: 650, archives: 1, archivesWritten: 0, findings: [] });
  expect(second.pagesWritten).toBeLessThan(second.pages / 2);
  expect(third).toMatchObject({ archives: 2, archivesWritten: 1 });
  expect(verifyBackups(backups, unwatched)).toEqual({ sound: true, backups: 3, findings: [] });
  expect(await drillOf()).toMatchObject({ sound: true, records: 650, madeAt: third.madeAt });
  expect(readLastBackup(store.folder)).toBe(third.madeAt);
  expect(filesWithin(path).filter((name) => name.startsWith('restore'))).toEqual([]);

  rmSync(join(store.folder.rejects, '1-plant.rejects.csv'));
  rmSync(store.folder.schedule);
  expect(await restored()).toMatchObject({ records: 650, madeAt: third.madeAt });
  expect(content()).toEqual(archived);
  expect(readFileSync(join(store.folder.rejects, '1-plant.rejects.csv'), 'utf8')).toBe('line,reason\n');
  expect(readFileSync(store.folder.schedule, 'utf8')).toContain('0 2 * * *');
  expect(await restored('2024-03-01T23:00:00Z')).toMatchObject({ records: 600 });
  expect(content()).toEqual(before);
  expect(await restored('2024-03-02T20:00:00Z')).toMatchObject({ records: 650 });
  expect(content()).toEqual(after);
  expect(checkIntegrity(store, unwatched)).toMatchObject({ sound: true, records: 650 });
  await expect(restored('2024-03-01T19:00:00Z')).rejects.toThrow('the oldest is of 2024-03-01T20:00:00.000Z');
  store = openStore(path);
});

test('what nothing changed costs the list of its pages, and a whole one writes all again', async () => {
  await insertRecords(store, drafts);
  await backUpBeside(path);
  expect(await backUpBeside(path)).toMatchObject({ pagesWritten: 0 });
  const whole = await backUpBeside(path, { whole: true });
  expect(whole.pagesWritten).toBe(whole.pages);
});

test('old backups go by the rule, with all that only they needed', async () => {
  await insertRecords(store, drafts);
  for (const day of ['01', '02', '03', '04']) {
    const rule = { daily: 2, weekly: 0, monthly: 0 };
    await backUpBeside(path, { rule, whole: true, now: `2024-03-${day}T20:00:00.000Z` });
  }
  expect(filesWithin(backups)).toEqual([
    ...['03', '04'].flatMap((nth) =>
      ['json', 'list'].map((kind) => `backup-0000${nth}-2024-03-${nth}T20-00-00Z.${kind}`),
    ),
    'pages-000003',
    'pages-000004',
  ]);
});

test('a store is told of its own folder, and of one that holds backups of another', async () => {
  await insertRecords(store, drafts);
  await expect(backUpBeside(path, { folder: join(path, 'copies') })).rejects.toThrow('lies in the store itself');
  await backUpBeside(path);
  const other = createStore();
  await insertRecords(other.store, late);
  await expect(backUpBeside(other.path, { folder: backups })).rejects.toThrow('backups of another store');
  const into = restoreStore({ store: other.path, folder: backups, now: '2024-03-01T00:00:00Z' }, unwatched);
  await expect(into).rejects.toThrow('is open in another Throughline');
  other.store.close();
  const closed = restoreStore({ store: other.path, folder: backups, now: '2024-03-01T00:00:00Z' }, unwatched);
  await expect(closed).rejects.toThrow('of another store');
  expect(findBackups(backups).backups).toHaveLength(1);
  other.remove();
});

test('a backup of a newer program is refused before anything is moved', async () => {
  await insertRecords(store, drafts);
  await backUpBeside(path);
  const [manifest] = findBackups(backups).backups;
  if (!manifest) throw new Error('There is no backup.');
  writeManifest(backups, { ...manifest, schemaVersion: 9_999 });
  const before = content();
  const options = { store: path, folder: backups, now: '2024-03-01T00:00:00.000Z' };
  await expect(prepareRestore(options, unwatched)).rejects.toThrow('was made by a newer Throughline (schema 9999;');
  expect(content()).toEqual(before);
});

describe('What is damaged in the store', () => {
  test('is not backed up: an archive that is not what was sealed, unless a good copy is kept', async () => {
    await insertRecords(store, drafts);
    archiveYear(store, 2022, unwatched);
    const file = partitionFile(store.folder, 'archive_2022');
    copyFileSync(file, `${file}.good`);
    chmodSync(file, 0o644);
    const damaged = readFileSync(file);
    damaged[5_000] = (damaged[5_000] ?? 0) ^ 1;
    writeFileSync(file, damaged);
    await expect(backUpBeside(path)).rejects.toThrow('archive_2022.db is not there or not what was sealed');
    expect(filesWithin(backups)).toEqual([]);
    copyFileSync(`${file}.good`, file);
    await backUpBeside(path);
    writeFileSync(file, damaged);
    expect(await backUpBeside(path)).toMatchObject({ archivesWritten: 0 });
    await restored();
    expect(readFileSync(file)).toEqual(readFileSync(`${file}.good`));
    expect(statSync(file).mode & 0o222).toBe(0);
  });

  test('a live file with a broken page is told, and the backups before are kept', async () => {
    await insertRecords(store, drafts);
    await backUpBeside(path);
    const before = content();
    const root = Number(store.live.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'records'")[0]?.[0]);
    store.live.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    store.close();
    const bytes = readFileSync(store.folder.live);
    bytes.fill(0xff, (root - 1) * 4_096 + 8, root * 4_096);
    writeFileSync(store.folder.live, bytes);
    await expect(backUpBeside(path)).rejects.toThrow('live.db is damaged, so no backup of it was made');
    expect(verifyBackups(backups, unwatched)).toMatchObject({ sound: true, backups: 1 });
    await restoreStore({ store: path, folder: backups, now: '2024-03-01T00:00:00.000Z' }, unwatched);
    store = openStore(path);
    expect(content()).toEqual(before);
    const kept = readFileSync(join(path, 'before-restore-2024-03-01T00-00-00Z', 'live.db'));
    expect(kept.subarray(HEADER_BYTES).equals(bytes.subarray(HEADER_BYTES)), 'as it was, but for its mode').toBe(true);
  });
});

test('a store that another program has open is not moved aside under it; the restore goes on when that is closed', async () => {
  await insertRecords(store, drafts);
  await backUpBeside(path);
  const before = content();
  await insertRecords(store, late);
  store.close();
  const other = openWritable(store.folder.live);
  const options = { store: path, folder: backups, now: '2024-03-01T00:00:00.000Z' };
  await expect(restoreStore(options, unwatched)).rejects.toThrow('which another program has open');
  expect(() => openStore(path)).toThrow('which another program has open');
  other.close();
  store = openStore(path);
  expect(content()).toEqual(before);
  expect(filesWithin(join(path, 'before-restore-2024-03-01T00-00-00Z'))).toEqual(['live.db']);
});

test.each([
  ['cancelled', cancelledAt],
  ['stopped by a fault', failingAt],
])('a backup that is %s at any moment leaves those before and nothing else', async (_, interrupted) => {
  await insertRecords(store, drafts);
  archiveYear(store, 2022, unwatched);
  await backUpBeside(path);
  const before = filesWithin(backups);
  await insertRecords(store, late);
  archiveYear(store, 2023, unwatched);
  const moments = await interruptEverywhere(
    interrupted,
    (context) => backUpBeside(path, {}, context),
    (error) => {
      expect(String(error)).toMatch(/Cancelled|broke/);
      expect(filesWithin(backups)).toEqual(before);
    },
  );
  expect(moments).toBeGreaterThan(3);
  expect(verifyBackups(backups, unwatched)).toEqual({ sound: true, backups: 2, findings: [] });
  expect(await drillOf()).toMatchObject({ sound: true, records: 650 });
});

test('where a manifest cannot be read nothing is removed, and the next backup builds upon what can', async () => {
  await insertRecords(store, drafts);
  await backUpBeside(path);
  await insertRecords(store, late);
  await backUpBeside(path);
  const [manifest = ''] = filesWithin(backups).filter((name) => name.includes('000002') && name.endsWith('.json'));
  writeFileSync(
    join(backups, manifest),
    readFileSync(join(backups, manifest), 'utf8').replace('"number":2', '"number":3'),
  );
  const before = filesWithin(backups);
  expect(await backUpBeside(path)).toMatchObject({ number: 3, records: 650 });
  expect(filesWithin(backups)).toEqual(expect.arrayContaining(before));
  expect(verifyBackups(backups, unwatched)).toEqual({
    sound: false,
    backups: 2,
    findings: [`${manifest} cannot be read`],
  });
  expect(await restored()).toMatchObject({ records: 650 });
});

test('an archive that is set aside, as it cannot be read, is backed up by its good copy and restored from it', async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2022, unwatched);
  await backUpBeside(path);
  const before = content();
  const file = partitionFile(store.folder, 'archive_2022');
  store.close();
  rmSync(file);
  store = openStore(path);
  expect([...readSetAside(store.live).keys()]).toEqual(['archive_2022']);
  expect(await backUpBeside(path)).toMatchObject({ records: 600, archivesWritten: 0 });
  expect(await restored()).toMatchObject({ records: 600 });
  expect(readSetAside(store.live).size).toBe(0);
  expect(readFileSync(file)).toEqual(before[1]);
});
