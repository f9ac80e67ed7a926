import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import type { TaskName } from '../../../shared/contract/schedule.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import { JobRunner } from '../job-runner.ts';
import { MemoryFile, taskMemoriesSchema } from './memory-file.ts';
import { RulesFile, type TaskRules } from './rules-file.ts';
import { Schedule } from './schedule.ts';
import { Scheduler } from './scheduler.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let path: string;
let remove: () => void;
/** What the clocks show, and for how long nobody has asked. */
let time: { now: number; elapsed: number; calm: number };
let failures: unknown[];
let jobs: JobRunner;
let started: string[];
let history: Job[];
let lacking: TaskName[];
let owed: TaskName[];
/** How many jobs a task takes. */
let jobsOf: Partial<Record<TaskName, number>>;
let release: (() => void)[];
let holds: boolean;
let fails: boolean;
let scheduler: Scheduler;
let schedule: Schedule;

const rulesPath = () => join(path, 'schedule.json');
const memoryPath = () => join(path, 'schedule-runs.json');
const clock = { now: () => time.now, elapsed: () => time.elapsed, zone: () => 'Europe/Berlin' };

/** Settles when the next job has begun. */
let begun: PromiseWithResolvers<void>;

function job(task: TaskName): string {
  started.push(task);
  begun.resolve();
  return jobs.start({
    kind: 'integrity',
    subject: task,
    lane: 'write',
    cancellable: true,
    async run({ onCancel }) {
      if (fails) throw new Error('The disk is gone.');
      if (holds) {
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        release.push(resolve);
        onCancel(() => reject(Object.assign(new Error('Cancelled.'), { code: 'CANCELLED' })));
        await promise;
      }
      return { message: 'Done.', result: {} };
    },
  });
}

function open(): void {
  jobs = new JobRunner(
    () => {},
    async (finished) => {
      history.push(finished);
    },
  );
  schedule = new Schedule({
    clock,
    rules: new RulesFile(rulesPath(), (error) => failures.push(error)),
    memory: new MemoryFile(memoryPath(), taskMemoriesSchema, (error) => failures.push(error)),
    needs: async (task) => (lacking.includes(task) ? 'backupFolder' : null),
    isOwed: (task) => owed.includes(task),
    lastJobs: async () => ({}),
  });
  scheduler = new Scheduler({
    schedule,
    clock,
    jobs,
    calmMs: () => time.calm,
    start: async (task, earlier) => (earlier < (jobsOf[task] ?? 1) ? job(task) : null),
    wasOver: async () => (jobId) => history.some(({ id, state }) => id === jobId && state !== 'cancelled'),
    onFailure: (error) => failures.push(error),
  });
}

const setRules = (rules: Partial<Record<TaskName, Partial<TaskRules[TaskName]>>>) =>
  writeFileSync(rulesPath(), JSON.stringify(rules));

/** Time passes on both clocks, quietly, with one look at its end. */
async function pass(ms: number, { calm = true } = {}): Promise<void> {
  time.now += ms;
  time.elapsed += ms;
  time.calm = calm ? time.calm + ms : 0;
  await scheduler.look();
}

/** Time passes quietly until a job has begun, which goes on. */
async function beginOne(): Promise<void> {
  begun = Promise.withResolvers();
  let isBegun = false;
  void begun.promise.then(() => {
    isBegun = true;
  });
  while (!isBegun) await Promise.race([pass(20_000), begun.promise]);
}

/** Looks until the machine counts as awake and quiet again. */
async function quieten(): Promise<void> {
  for (let look = 0; look < 16; look++) await pass(20_000);
}

beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  begun = Promise.withResolvers();
  time = { now: Date.parse('2026-05-10T12:00Z'), elapsed: 0, calm: 0 };
  [failures, started, history, lacking, owed] = [[], [], [], [], []];
  [jobsOf, release, holds, fails] = [{}, [], false, false];
  setRules({ integrity: { isOn: false }, optimise: { isOn: false }, drill: { isOn: false } });
  open();
  await scheduler.look();
});
afterEach(() => {
  remove();
});

test('what is due runs once, when all has been quiet for some minutes, also after the machine slept', async () => {
  await pass(15 * HOUR_MS);
  expect(started, 'woken just now').toEqual([]);
  await quieten();
  expect(started).toEqual(['backup']);
  await quieten();
  expect(started).toEqual(['backup']);
  await pass(3 * 24 * HOUR_MS);
  await quieten();
  expect(started, 'three nights asleep are one run').toEqual(['backup', 'backup']);
  expect(failures).toEqual([]);
});

test('while somebody asks it waits, and after the longest wait it runs all the same', async () => {
  await pass(15 * HOUR_MS, { calm: false });
  for (let minutes = 0; minutes < 119; minutes++) await pass(MINUTE_MS, { calm: false });
  expect([started, scheduler.waitsFor()]).toEqual([[], 'quiet']);
  await pass(MINUTE_MS, { calm: false });
  expect(started).toEqual(['backup']);
});

test('what rewrites files never runs among questions', async () => {
  setRules({
    backup: { isOn: false },
    integrity: { isOn: false },
    optimise: { isOn: false },
    drill: { isOn: false },
    vacuum: { isOn: true, rule: '10 2 * * *' },
  });
  await scheduler.look();
  for (let hours = 0; hours < 72; hours++) await pass(HOUR_MS, { calm: false });
  expect(started).toEqual([]);
  await quieten();
  expect(started).toEqual(['vacuum']);
});

test('nothing begins beside a job, however long it has waited', async () => {
  holds = true;
  const importing = job('vacuum');
  await pass(15 * HOUR_MS);
  for (let hours = 0; hours < 5; hours++) await pass(HOUR_MS);
  await quieten();
  expect([started, scheduler.waitsFor()]).toEqual([['vacuum'], 'job']);
  release[0]?.();
  await jobs.finished(importing);
  holds = false;
  await quieten();
  expect(started).toEqual(['vacuum', 'backup']);
});

test('several that are due run one after the other, the backup first, and one that takes long is not begun again', async () => {
  setRules({ integrity: { rule: '10 2 * * *' }, optimise: { isOn: false }, drill: { isOn: false } });
  await scheduler.look();
  holds = true;
  await pass(15 * HOUR_MS);
  await beginOne();
  expect(started).toEqual(['backup']);
  // Two more nights pass before it ends.
  time.now += 48 * HOUR_MS;
  release[0]?.();
  await scheduler.look();
  holds = false;
  await quieten();
  await quieten();
  expect(started).toEqual(['backup', 'backup', 'integrity']);
});

test('a task of several jobs does them all, and stops at one that fails, until the next time of its rule', async () => {
  jobsOf = { backup: 3 };
  await pass(15 * HOUR_MS);
  await quieten();
  expect(started).toEqual(['backup', 'backup', 'backup']);
  fails = true;
  await pass(24 * HOUR_MS);
  await quieten();
  await quieten();
  expect(started).toHaveLength(4);
  fails = false;
  await pass(24 * HOUR_MS);
  await quieten();
  expect(started).toHaveLength(7);
});

test('a run that a person cancels is not begun again', async () => {
  holds = true;
  await pass(15 * HOUR_MS);
  await beginOne();
  expect(jobs.active().map(({ id }) => jobs.cancel(id))).toEqual([true]);
  await scheduler.look();
  holds = false;
  await quieten();
  expect(started).toEqual(['backup']);
});

test('what cannot even begin is told, and tried again at the next time of its rule', async () => {
  jobsOf = {};
  const broken = new Scheduler({
    schedule,
    clock,
    jobs,
    calmMs: () => HOUR_MS,
    start: () => Promise.reject(new Error('no such folder')),
    wasOver: async () => () => false,
    onFailure: (error) => failures.push(error),
  });
  time.now += 15 * HOUR_MS;
  time.elapsed += 15 * HOUR_MS;
  for (let look = 0; look < 30; look++) {
    time.now += 20_000;
    time.elapsed += 20_000;
    await broken.look();
  }
  expect(failures).toMatchObject([{ message: 'no such folder' }]);
});

describe('the program ends', () => {
  test('between two looks: nothing is skipped or repeated', async () => {
    await pass(15 * HOUR_MS);
    await quieten();
    scheduler.stop();
    open();
    await quieten();
    expect(started).toEqual(['backup']);
    await pass(24 * HOUR_MS);
    await quieten();
    expect(started).toEqual(['backup', 'backup']);
  });

  test('in a run, which is tried once more after the next start', async () => {
    holds = true;
    await pass(15 * HOUR_MS);
    for (const tries of [1, 2]) {
      await beginOne();
      scheduler.stop();
      await jobs.drain();
      await scheduler.stopped();
      expect(started).toHaveLength(tries);
      open();
    }
    expect(started).toEqual(['backup', 'backup']);
    holds = false;
    await quieten();
    await quieten();
    expect(started, 'not a third time').toEqual(['backup', 'backup']);
  });
});

test('what is owed runs in the next quiet moment whatever its rule says, unless it is off, and its rule goes on', async () => {
  setRules({ integrity: { rule: '0 3 * * 0' }, optimise: { isOn: false }, drill: { isOn: false } });
  owed = ['integrity', 'vacuum'];
  await pass(MINUTE_MS, { calm: false });
  const shown = async () => (await schedule.list(() => 'quiet')).tasks.filter(({ isOwed }) => isOwed);
  expect(await shown()).toMatchObject([{ task: 'integrity', waitsFor: 'quiet', nextRunAt: null }]);
  expect(started).toEqual([]);
  holds = true;
  await beginOne();
  owed = [];
  release[0]?.();
  await scheduler.look();
  holds = false;
  await quieten();
  expect([started, await shown()]).toEqual([['integrity'], []]);
  await pass(7 * 24 * HOUR_MS);
  await quieten();
  await quieten();
  expect(started.filter((task) => task === 'integrity')).toHaveLength(2);
});

test('what lacks a folder, or is off, begins with the present once it no longer is', async () => {
  lacking = ['backup'];
  await pass(48 * HOUR_MS);
  await quieten();
  lacking = [];
  await quieten();
  expect(started).toEqual([]);
  await pass(24 * HOUR_MS);
  await quieten();
  expect(started).toEqual(['backup']);
});

test('rules that cannot be read are told once and the defaults hold; what ran is known though the disk does not take it', async () => {
  writeFileSync(rulesPath(), '{ "backup": { "rule": "every night" } }');
  mkdirSync(`${memoryPath()}.new`);
  await pass(15 * HOUR_MS);
  await quieten();
  await quieten();
  expect(started.filter((task) => task === 'backup')).toEqual(['backup']);
  expect(failures).toHaveLength(2);
});

describe('the list', () => {
  test('tells of each task its next time, what it waits for and what it lacks', async () => {
    lacking = ['drill'];
    setRules({ integrity: {}, drill: {}, optimise: { isOn: false } });
    await scheduler.look();
    const shown = async () =>
      Object.fromEntries(
        (await schedule.list(() => 'quiet')).tasks.map(({ task, nextRunAt, waitsFor, needs }) => [
          task,
          nextRunAt ?? waitsFor ?? needs,
        ]),
      );
    expect(await shown()).toEqual({
      backup: '2026-05-11T00:10:00.000Z',
      integrity: '2026-05-17T01:00:00.000Z',
      optimise: null,
      drill: 'backupFolder',
      rollOver: null,
      vacuum: null,
    });
    await pass(15 * HOUR_MS);
    expect(await shown()).toMatchObject({ backup: 'quiet', integrity: '2026-05-17T01:00:00.000Z' });
  });

  test('follows what is changed, of which the file holds what differs from the defaults', async () => {
    setRules({});
    await schedule.change('backup', { rule: '30 4 * * 1-5' });
    await schedule.change('vacuum', { isOn: true });
    await schedule.change('vacuum', { isOn: false });
    await expect(schedule.change('backup', { rule: '61 4 * * *' })).rejects.toThrow('The first part is a minute');
    const { tasks } = await schedule.list(() => null);
    expect(tasks.find(({ task }) => task === 'backup')).toMatchObject({
      rule: '30 4 * * 1-5',
      isOn: true,
      nextRunAt: '2026-05-11T02:30:00.000Z',
    });
    expect(JSON.parse(readFileSync(rulesPath(), 'utf8'))).toEqual({ backup: { rule: '30 4 * * 1-5' }, vacuum: {} });
  });

  test('shows the next times of a rule before it holds', () => {
    expect(schedule.preview('0 3 * * 0')).toEqual({
      trouble: null,
      runs: ['2026-05-17T01:00:00.000Z', '2026-05-24T01:00:00.000Z', '2026-05-31T01:00:00.000Z'],
    });
    expect(schedule.preview('0 3 * *')).toEqual({ trouble: 'parts', runs: [] });
  });
});
