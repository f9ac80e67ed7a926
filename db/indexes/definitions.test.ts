import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indexWords } from '../../shared/text/indexes.ts';
import { openReadable } from '../engine/sqlite/connection.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { partitionFile } from '../store/folder.ts';
import { draftOf } from '../testing/draft.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { builtInIndexes, CONSTRAINT_PREFIX, indexName, SEARCH_INDEX } from './definitions.ts';
import { type FileIndex, readIndexes } from './file-indexes.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/performance.md'), 'utf8');
const { store, remove } = createStore();
let files: { live: FileIndex[]; archive: FileIndex[] };
beforeAll(async () => {
  await insertRecords(store, [draftOf('2023-01-01', 'A', 1), draftOf('2024-01-01', 'A', 1)]);
  archiveYear(store, 2023, unwatched);
  const archive = openReadable(partitionFile(store.folder, 'archive_2023'));
  files = { live: readIndexes(store.live), archive: readIndexes(archive) };
  archive.close();
});
afterAll(() => {
  store.close();
  remove();
});

const isOwn = ({ name }: FileIndex) => !name.startsWith(CONSTRAINT_PREFIX) && name !== SEARCH_INDEX;

describe('The list of indexes', () => {
  test('is what a new store has, and an archive those of every file', () => {
    const listed = Object.entries(builtInIndexes).map(([name, { table, columns, where = null, files: of }]) => ({
      of,
      index: { name, table, columns: [...columns], where },
    }));
    const byName = (a: FileIndex, b: FileIndex) => a.name.localeCompare(b.name);
    expect(files.live.filter(isOwn).sort(byName)).toEqual(listed.map(({ index }) => index).sort(byName));
    const ofEvery = listed.filter(({ of }) => of === 'every').map(({ index }) => index);
    expect(files.archive.filter(isOwn).sort(byName)).toEqual(ofEvery.sort(byName));
    expect(files.archive.map(({ name }) => name)).toContain(SEARCH_INDEX);
  });

  test('names each after its table and what it is by', () => {
    for (const [name, index] of Object.entries(builtInIndexes)) expect(indexName(index)).toBe(name);
    expect(() => indexName({ table: 'records', columns: ['note; DROP TABLE records'] })).toThrow('No index is made');
  });

  test('says of each what it is for, in every language', () => {
    for (const words of Object.values(indexWords)) {
      expect(Object.keys(words.purposes).sort()).toEqual([...Object.keys(builtInIndexes), SEARCH_INDEX].sort());
    }
  });

  test('is explained in docs/performance.md, with every index that SQLite makes for a key', () => {
    for (const { name, table } of [...files.live, ...files.archive]) {
      const told = name.startsWith(CONSTRAINT_PREFIX) ? `${CONSTRAINT_PREFIX}\` and the table` : `\`${name}\``;
      expect(page, name).toContain(told);
      expect(page, name).toMatch(new RegExp(`\\b${table}\\b`));
    }
  });
});
