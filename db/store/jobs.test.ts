import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Job } from '../../shared/contract/schemas.ts';
import { createStore } from '../testing/test-store.ts';
import { readJobFacts, readJobs, readLastJobs, saveJob } from './jobs.ts';
import type { OwnedStore } from './open-store.ts';

let store: OwnedStore;
let remove: () => void;
let minutes: number;
beforeEach(() => {
  ({ store, remove } = createStore());
  minutes = 0;
});
afterEach(() => {
  store.close();
  remove();
});

/** Saves a job that ended a minute after the one before. */
function save(kind: Job['kind'], state: Job['state']): Job {
  const finishedAt = new Date(Date.UTC(2026, 0, 1, 0, ++minutes)).toISOString();
  const job: Job = {
    id: `job ${minutes}`,
    kind,
    subject: '',
    state,
    phase: '',
    done: 0,
    total: null,
    unit: 'records',
    startedAt: finishedAt,
    finishedAt,
    cancellable: true,
    message: '',
    result: null,
  };
  saveJob(store.live, job);
  return job;
}

test('the last job of each kind is the newest, however it ended', () => {
  expect(readLastJobs(store.live)).toEqual({});
  save('backup', 'done');
  const integrity = save('integrity', 'done');
  const backup = save('backup', 'failed');
  expect(readLastJobs(store.live)).toEqual({ backup, integrity });
});

test('a thousand jobs are kept, and of each kind the last that ended well and the last that did not', () => {
  const sound = save('integrity', 'done');
  const failed = save('integrity', 'failed');
  const drill = save('drill', 'done');
  save('drill', 'failed');
  const triedAgain = save('drill', 'failed');
  store.live.transaction(() => {
    const insert = store.live.prepare('INSERT INTO job_history VALUES (?, ?, ?)');
    const { id, ...rest } = save('import', 'done');
    for (let at = 0; at < 1_200; at++) {
      const finishedAt = new Date(Date.UTC(2026, 1, 1, 0, at)).toISOString();
      insert.run(`import ${at}`, finishedAt, JSON.stringify({ ...rest, id, finishedAt }));
    }
  });
  minutes = 60 * 24 * 60;
  const last = save('import', 'done');
  const kept = readJobs(store.live, 2_000);
  expect(kept.slice(1_000).map(({ id }) => id)).toEqual([triedAgain, drill, failed, sound].map(({ id }) => id));
  expect(readLastJobs(store.live)).toMatchObject({ import: last, integrity: failed, drill: triedAgain });
  expect(readJobFacts(store.live, last.finishedAt ?? '').lastDone.get('integrity')).toBe(sound.finishedAt);
});
