import { closeSync, openSync, statSync, truncateSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takenBack } from '../../shared/lib/taken-back.ts';
import { openReadable, type ReadableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { createRandom } from '../sample/random.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { quickCheck } from './quick-check.ts';

const PAGE = 4_096;
let live: string;
let remove: () => void;
beforeEach(async () => {
  const created = createStore();
  remove = created.remove;
  live = created.store.folder.live;
  const drafts = randomDrafts(createRandom(3), { records: 2_000, from: '2024-01-01', to: '2024-06-30' });
  await insertRecords(created.store, drafts);
  created.store.close();
});
afterEach(() => remove());

function check(context: JobContext = unwatched) {
  const opened: ReadableDatabase[] = [];
  try {
    return quickCheck(() => {
      const database = openReadable(live);
      opened.push(database);
      return database;
    }, context);
  } finally {
    for (const database of opened) database.close();
  }
}

test('a sound file is told so, and it says how far it is table by table', () => {
  const reported: number[] = [];
  const outcome = check({ ...unwatched, report: ({ done }) => reported.push(done) });
  expect(outcome).toMatchObject({ sound: true, findings: [] });
  expect(reported).toEqual(Array.from({ length: outcome.tables }, (_, done) => done));
});

test('a page of zeros is a finding', () => {
  const pages = statSync(live).size / PAGE;
  const descriptor = openSync(live, 'r+');
  for (let page = Math.floor(pages / 2); page < pages - 1; page++)
    writeSync(descriptor, Buffer.alloc(PAGE), 0, PAGE, page * PAGE);
  closeSync(descriptor);
  expect(check().sound).toBe(false);
});

test('a check that throws is a finding', () => {
  truncateSync(live, Math.floor(statSync(live).size / 2));
  const outcome = check();
  expect(outcome.sound).toBe(false);
  expect(outcome.findings.length).toBeGreaterThan(0);
  const cannotOpen = () => {
    throw new Error('no such file');
  };
  expect(quickCheck(cannotOpen, unwatched).findings).toEqual(['no such file']);
});

test('who cancels it is not told of damage', () => {
  const cancelled: JobContext = {
    report() {},
    checkCancelled() {
      throw takenBack();
    },
  };
  expect(() => check(cancelled)).toThrow(takenBack().message);
});
