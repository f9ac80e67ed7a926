import {
  chmodSync,
  closeSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openReadable, openWritable, type WritableDatabase } from '../engine/sqlite/connection.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { hashFile } from '../store/file-hash.ts';
import { partitionFile } from '../store/folder.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { readSeal, takeSealOff } from '../store/seals.ts';
import { unsealed } from '../store/unsealed.ts';
import { answerOf } from '../testing/answer.ts';
import { draftOf } from '../testing/draft.ts';
import { cancelledAt } from '../testing/interruptions.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { archiveYear } from './archive.ts';
import { checkIntegrity } from './integrity.ts';

let store: OwnedStore;
let remove: () => void;
let archive: string;
/** A text of one record alone. */
const NOTE = 'the only note of its kind';
const NOT_AS_SEALED = 'its bytes are not those that were sealed; rebuild it from a backup';
const drafts = [
  ...randomDrafts(createRandom(81), { records: 500, from: '2023-01-01', to: '2024-02-28' }),
  { ...draftOf('2023-05-05', 'A', 1), note: NOTE },
];
beforeEach(async () => {
  ({ store, remove } = createStore());
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  archive = partitionFile(store.folder, 'archive_2023');
  chmodSync(archive, 0o644);
});
afterEach(() => {
  store.close();
  remove();
});

/** Changes a byte of the first entry of an index's first page: entries fill a page from its end. */
function flipByteOfIndex(file: string, index: string): void {
  const database = openReadable(file);
  const root = Number(database.rows('SELECT rootpage FROM sqlite_schema WHERE name = @index', { index })[0]?.[0]);
  const size = Number(database.rows('PRAGMA page_size')[0]?.[0]);
  database.close();
  const at = root * size - 5;
  const descriptor = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(descriptor, byte, 0, 1, at);
  writeSync(descriptor, Buffer.of((byte[0] ?? 0) ^ 0xff), 0, 1, at);
  closeSync(descriptor);
}

function stampsByFile(): Map<string, string[]> {
  const { partitions } = readCatalog(store.live, store.folder);
  return new Map(partitions.map(({ name, months }) => [name, months.map(({ stamp }) => stamp)]));
}

/** What is said with every answer. */
function flawsNow(): string[] {
  return readCatalog(store.live, store.folder).flaws.map(({ partition, flaw }) => `${partition.name} ${flaw.code}`);
}

test('a sound store is told so, with what was checked', () => {
  const outcome = checkIntegrity(store, unwatched);
  expect(outcome).toMatchObject({ sound: true, partitions: 2, records: drafts.length, findings: [] });
  expect(outcome.tables).toBeGreaterThan(20);
});

test('a flipped byte of an index is a finding that names the file, and nothing is changed', () => {
  flipByteOfIndex(archive, 'records_by_lot');
  const damaged = readFileSync(archive);
  const { sound, findings } = checkIntegrity(store, unwatched);
  expect(sound).toBe(false);
  expect(findings.join('\n')).toMatch(/^archive_2023: .*records_by_lot/m);
  expect(readFileSync(archive)).toEqual(damaged);
});

test('a truncated archive is a finding, not a crash, and live is checked all the same', () => {
  truncateSync(archive, Math.floor(statSync(archive).size / 2));
  const { sound, findings, partitions, records } = checkIntegrity(store, unwatched);
  expect([sound, partitions]).toEqual([false, 2]);
  expect(findings.every((finding) => finding.startsWith('archive_2023: '))).toBe(true);
  expect(records).toBeGreaterThan(0);
});

test('an archive that is no database is a finding', () => {
  truncateSync(archive, 0);
  expect(checkIntegrity(store, unwatched).findings[0]).toMatch(/^archive_2023: /);
});

test('a record missing from a file, and a line that is not there, are findings', () => {
  const database = openWritable(archive);
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec('DELETE FROM records WHERE id = (SELECT MIN(id) FROM records WHERE line_id IS NOT NULL)');
  database.exec('DELETE FROM lines WHERE id = (SELECT line_id FROM records WHERE line_id IS NOT NULL LIMIT 1)');
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
  const findings = checkIntegrity(store, unwatched).findings.join('\n');
  expect(findings).toMatch(/rows of records refer to rows that are not there/);
  expect(findings).toMatch(/holds \d+ records where the catalogue counts \d+/);
});

test.each(['live', 'archive_2023'])(
  'a rollup of %s that disagrees with the records is built again from them',
  (name) => {
    const query = { measures: ['good', 'records'], dimensions: ['line'] } as const;
    const ask = () => answerOf(store, { measures: [...query.measures], dimensions: [...query.dimensions] });
    const before = ask();
    const database = name === 'live' ? store.live : openWritable(archive);
    database.exec('UPDATE rollup_lines SET records = records + 1, sum_good = 5');
    if (name !== 'live') {
      database.exec('PRAGMA journal_mode = DELETE');
      database.close();
    }
    expect(ask()).not.toEqual(before);
    const stampsBefore = stampsByFile();
    expect(checkIntegrity(store, unwatched).findings[0]).toMatch(new RegExp(`^${name}: the rollup 'lines' disagreed`));
    expect(ask()).toEqual(before);
    expect(flawsNow()).toEqual([name === 'live' ? 'live damaged' : `${name} doubted`]);
    for (const [file, stamps] of stampsByFile()) {
      const same = stamps.filter((stamp) => stampsBefore.get(file)?.includes(stamp));
      expect([file, same.length]).toEqual([file, file === name ? 0 : stamps.length]); // what was made of it is out of use
    }
    // What was written past the program is no longer what was sealed, and stays a finding; live has no seal.
    const { findings } = checkIntegrity(store, unwatched);
    expect(findings).toEqual(name === 'live' ? [] : [`${name}: ${NOT_AS_SEALED}`]);
    expect(flawsNow()).toEqual(name === 'live' ? [] : [`${name} doubted`]);
  },
);

test('a flipped byte that no index, sum or count covers is found by the seal', () => {
  const content = readFileSync(archive);
  content[content.indexOf(NOTE) + 3] = 0x58;
  writeFileSync(archive, content);
  expect(checkIntegrity(store, unwatched).findings).toEqual([`archive_2023: ${NOT_AS_SEALED}`]);
});

describe('An archive that is opened for a change', () => {
  const change = (database: WritableDatabase) => database.exec("UPDATE items SET name = 'renamed'");
  const findings = () => checkIntegrity(store, unwatched).findings;

  test('is sealed again as it is then', () => {
    unsealed({ live: store.live, folder: store.folder, name: 'archive_2023' }, change);
    expect(findings()).toEqual([]);
    expect(readSeal(store.live, 'archive_2023')).toEqual(hashFile(archive));
  });

  test('is sealed again the next time the store is opened, if the program was killed meanwhile', () => {
    takeSealOff(store.live, 'archive_2023');
    const database = openWritable(archive);
    change(database);
    database.close();
    store.close();
    store = openStore(store.folder.root);
    expect(findings()).toEqual([]);
    expect(statSync(archive).mode & 0o222).toBe(0);
  });
});

test.each([3, 30])('a check can be cancelled, at question %i', (nth) => {
  expect(() => checkIntegrity(store, cancelledAt(nth))).toThrow('Cancelled');
});

test('how far it is moves on from table to table and from month to month, and never back', () => {
  const done: number[] = [];
  let total: number | null = null;
  checkIntegrity(store, {
    ...unwatched,
    report(progress) {
      if (!progress.phase.startsWith('checking')) return;
      done.push(progress.done);
      ({ total } = progress);
    },
  });
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(new Set(done).size).toBeGreaterThan(25); // two files, the records of thirteen months
  expect(done[0]).toBe(0);
  expect(done.at(-1)).toBeLessThan(total ?? 0);
});
