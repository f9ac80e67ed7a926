import {
  appendFileSync,
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../../db/store/open-store.ts';
import { saveWatched, type WatchedRow } from '../../../db/store/watched-files.ts';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import type { Clock } from '../clock.ts';
import { createService, type Service } from '../service.ts';
import { LOG_NAME } from './names.ts';

let scratch: ReturnType<typeof scratchFolder>;
let service: Service;
let elapsedMs: number;
const clock: Clock = { now: () => Date.UTC(2024, 4, 6, 8) + elapsedMs, elapsed: () => elapsedMs, zone: () => 'UTC' };
const client = () => createRouterClient(service.router, { context: {} });
const inbox = () => join(scratch.path, 'inbox');
const open = () => createService({ storeFolder: join(scratch.path, 'store'), appVersion: '0', access: 'own', clock });

beforeEach(async () => {
  scratch = scratchFolder();
  elapsedMs = 0;
  mkdirSync(inbox());
  service = await open();
});
afterEach(async () => {
  await service.close();
  scratch.remove();
});

const csv = (month: number, good: number, more = '') =>
  `production_date,line,good_quantity\n2024-0${month}-01,A,${good}\n${more}`;

function drop(name: string, text: string, modified = 1_700_000_000): void {
  writeFileSync(join(inbox(), name), text);
  utimesSync(join(inbox(), name), modified, modified);
}

/** Lets so much time pass that what lies there has stayed as it is, and looks. */
async function settled(): Promise<void> {
  await service.watched.look();
  elapsedMs += 20_000;
  await service.watched.look();
}

async function confirmOnce(name?: string): Promise<void> {
  writeFileSync(join(scratch.path, 'first.csv'), csv(1, 1));
  const fileId = service.files.register(join(scratch.path, 'first.csv'));
  const { profile } = await client().imports.inspect({ fileId });
  const { jobId } = await client().imports.start({ fileId, profile: name ? { ...profile, name } : profile });
  expect(await service.finished(jobId)).toMatchObject({ state: 'done' });
}

const watch = (folder: Partial<Parameters<Service['watched']['add']>[0]> = {}) =>
  client().watched.add({ path: inbox(), pattern: '*', profile: null, isOn: true, ...folder });
const inFolder = () =>
  globSync('**/*', { cwd: inbox(), withFileTypes: false })
    .filter((path) => /\.\w+$/.test(path) && path !== LOG_NAME)
    .toSorted();
const files = async () => (await client().watched.list()).files;
async function total(): Promise<unknown> {
  return (await client().query.run({ measures: ['good', 'records'] })).rows[0];
}

describe('A file in a watched folder', () => {
  test('is imported by the profile of its headings once it stops growing, and moved', async () => {
    await confirmOnce();
    await watch({ pattern: '*.csv' });
    drop('day.csv', csv(2, 5));
    drop('other.txt', 'no');
    await service.watched.look();
    expect(inFolder()).toEqual(['day.csv', 'other.txt']);
    elapsedMs += 20_000;
    await service.watched.look();
    expect(inFolder()).toEqual(['done/2024-05-06/day.csv', 'other.txt']);
    expect(await total()).toEqual([6, 2]);
    expect(await files()).toMatchObject([
      { file: 'day.csv', state: 'imported', message: '1 record added.', batchId: 2, liesAt: 'done/2024-05-06/day.csv' },
    ]);
    expect(readFileSync(join(inbox(), LOG_NAME), 'utf8')).toMatch(
      /,day\.csv,imported,1 record added\.,2,done\/2024-05-06\/day\.csv\r\n$/,
    );
    drop('older.csv', csv(4, 7), 1_600_000_000);
    drop('day.csv', csv(3, 7));
    await settled();
    expect((await files()).map(({ file }) => file)).toEqual(['day.csv', 'older.csv', 'day.csv']); // newest first
    expect(inFolder()).toContain('done/2024-05-06/day (2).csv');
  });

  test('that nobody has confirmed yet fails with what to do; opened and imported it is done, and the others are tried again', async () => {
    await watch();
    drop('a.csv', csv(2, 5));
    drop('b.csv', csv(3, 7));
    await settled();
    const { failed } = await client().watched.list();
    expect(failed.map(({ file, message }) => [file, message])).toEqual([
      [
        'b.csv',
        expect.stringMatching(/^No file with these headings.*Open it once in Throughline and confirm how it is read/),
      ],
      ['a.csv', expect.anything()],
    ]);
    expect(inFolder()).toEqual(['failed/a.csv', 'failed/b.csv']);
    const [b, a] = failed.map(({ claim }) => claim);
    const { fileId, name } = await client().watched.open({ claim: a ?? '' });
    expect(name).toBe('a.csv');
    const { profile } = await client().imports.inspect({ fileId });
    const { jobId } = await client().imports.start({ fileId, profile });
    await service.finished(jobId);
    await client().watched.again({ claims: [b ?? ''] });
    await settled();
    expect(inFolder()).toEqual(['done/2024-05-06/a.csv', 'done/2024-05-06/b.csv']);
    expect(await total()).toEqual([12, 2]);
    expect((await client().watched.list()).failed).toEqual([]);
    await expect(client().watched.open({ claim: a ?? '' })).rejects.toThrow('seen to already');
  });

  test('is read by the profile that its folder names, and fails where there is none of that name', async () => {
    await confirmOnce('MES daily');
    const { folders } = await watch({ profile: 'MES daily' });
    drop('a.csv', csv(2, 5));
    await settled();
    await client().watched.change({ id: folders[0]?.id ?? '', profile: 'ERP' });
    drop('b.csv', csv(3, 5));
    await settled();
    expect((await files()).map(({ file, state, message }) => [file, state, message])).toEqual([
      ['b.csv', 'failed', expect.stringContaining("profile 'ERP'")],
      ['a.csv', 'imported', '1 record added.'],
    ]);
  });

  test('that cannot be read, of which no row is a record, or that only a person can judge, fails in words and changes nothing', async () => {
    await confirmOnce();
    await watch();
    drop('a.csv', 'production_date,line,good_quantity\nnever,A,5\n');
    drop('c.csv', 'production_date,line,good_quantity\n2024-01-05,A,5\n2024-01-06,A,-5\n');
    drop('b.xlsx', 'PK\u0003\u0004 broken');
    await settled();
    expect((await files()).map(({ file, state, message }) => [file, state, message])).toEqual([
      ['c.csv', 'failed', expect.stringContaining('waits for your decision')],
      ['b.xlsx', 'failed', expect.any(String)],
      ['a.csv', 'failed', expect.stringContaining('None of its first rows is a record')],
    ]);
    expect(await total()).toEqual([1, 1]);
  });

  test('stays where it is while the folder is off or away, which is told once, and is taken when it is back', async () => {
    await confirmOnce();
    const told: unknown[] = [];
    service.watched.follow((what) => told.push(what));
    const { folders } = await watch({ isOn: false });
    drop('a.csv', csv(2, 5));
    await settled();
    expect(inFolder()).toEqual(['a.csv']);
    renameSync(inbox(), `${inbox()}-away`);
    await client().watched.change({ id: folders[0]?.id ?? '', isOn: true });
    await settled();
    await settled();
    expect(told).toEqual([expect.stringContaining('is not there. Its files are taken once it is back.')]);
    expect((await client().watched.list()).folders[0]?.trouble).toBe(told[0]);
    renameSync(`${inbox()}-away`, inbox());
    await settled();
    expect((await client().watched.list()).folders[0]).toMatchObject({ trouble: null, waiting: 0 });
    expect(await total()).toEqual([6, 2]);
  });
});

describe('A program that was killed', () => {
  /** A file on its way, as a row of the store and on the disk. */
  function onItsWay(file: string, more: Partial<WatchedRow> = {}): WatchedRow {
    const claim = `20240506T080000000Z-${file}`;
    const row: WatchedRow = {
      claim,
      folder: inbox(),
      file,
      state: 'taken',
      message: '',
      batchId: null,
      settledAt: null,
      liesAt: `working/${claim}/${file}`,
      goesTo: null,
      bytes: Buffer.byteLength(csv(2, 5)),
      modifiedMs: 1_700_000_000_000,
      ...more,
    };
    mkdirSync(dirname(join(inbox(), row.liesAt)), { recursive: true });
    mkdirSync(join(inbox(), 'done/2024-05-06'), { recursive: true });
    drop(file, csv(2, 5));
    renameSync(join(inbox(), file), join(inbox(), row.liesAt));
    return row;
  }

  /** Begins anew with what the store was told before the end. */
  async function beginAnew(rows: readonly WatchedRow[]): Promise<void> {
    await service.close();
    const store = openStore(join(scratch.path, 'store'));
    for (const row of rows) saveWatched(store.live, row);
    store.close();
    service = await open();
    await service.watched.look();
  }

  test('goes on with each file from where it was, and imports none that was imported', async () => {
    await confirmOnce();
    const imported = (file: string) =>
      onItsWay(file, { state: 'imported', batchId: 1, goesTo: `done/2024-05-06/${file}` });
    const [here, both, moved, placeKept] = ['here', 'both', 'moved', 'placeKept'].map((how) => imported(`${how}.csv`));
    const ends = (row: WatchedRow | undefined) =>
      [row?.liesAt ?? '', row?.goesTo ?? ''].map((path) => join(inbox(), path)) as [string, string];
    linkSync(...ends(both));
    renameSync(...ends(moved));
    writeFileSync(ends(placeKept)[1], '');
    const taken = onItsWay('taken.csv');
    const before = onItsWay('before.csv');
    renameSync(join(inbox(), before.liesAt), join(inbox(), before.file)); // noted, and not taken yet
    const all = [here, both, moved, placeKept].flatMap((row) => row ?? []);
    await beginAnew([...all.map((row) => (row === here ? { ...row, goesTo: null } : row)), taken, before]);
    const done = [...all, taken].map(({ file }) => `done/2024-05-06/${file}`);
    expect(inFolder()).toEqual(['before.csv', ...done].toSorted());
    for (const path of done) expect(readFileSync(join(inbox(), path), 'utf8'), path).toBe(csv(2, 5));
    expect(await total()).toEqual([6, 2]); // of the one file that was taken, beside the one that was confirmed
    expect((await files()).filter(({ state, settledAt }) => state === 'imported' && settledAt)).toHaveLength(5);
    expect(existsSync(join(inbox(), 'working'))).toBe(false);
  });

  test('while a file was still being written takes its import back, and waits for the rest', async () => {
    await confirmOnce();
    await watch();
    const row = onItsWay('a.csv', { state: 'imported', batchId: 1 });
    appendFileSync(join(inbox(), row.liesAt), '2024-02-02,A,9\n');
    await beginAnew([row]);
    expect(await files()).toMatchObject([
      { state: 'returned', message: expect.stringContaining('import 1 was undone') },
    ]);
    expect(inFolder()).toEqual(['a.csv']);
    await settled();
    expect(inFolder()).toEqual(['done/2024-05-06/a.csv']);
    expect(await total()).toEqual([14, 2]);
  });
});

test('folders are refused that are no place of their own, and one that nobody watches any more keeps its files', async () => {
  await expect(watch({ path: 'inbox' })).rejects.toThrow('give its whole path');
  await expect(watch({ path: join(scratch.path, 'store', 'inbox') })).rejects.toThrow('the folder of the store');
  const { folders } = await watch();
  await expect(watch({ path: join(inbox(), 'done') })).rejects.toThrow('which is watched');
  drop('a.csv', csv(2, 5));
  expect((await client().watched.remove({ id: folders[0]?.id ?? '' })).folders).toEqual([]);
  await settled();
  expect(inFolder()).toEqual(['a.csv']);
});
