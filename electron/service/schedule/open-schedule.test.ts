import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupsBeside } from '../../../db/testing/backup-store.ts';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { appErrorOf } from '../../../shared/contract/contract-error.ts';
import { type TaskName, taskNames } from '../../../shared/contract/schedule.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import { createService, type Service } from '../service.ts';

const MINUTE_MS = 60_000;

let path: string;
let remove: () => void;
let service: Service;
let folder: string;
/** Noon of a Wednesday, by which the program goes. */
let time: { now: number; elapsed: number };
const open = async () => {
  const clock = { now: () => time.now, elapsed: () => time.elapsed, zone: () => 'Asia/Seoul' };
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own', keepsSchedule: true, clock });
};

/** Minutes pass on both clocks, with a look at each. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    time.now += MINUTE_MS;
    time.elapsed += MINUTE_MS;
    await service.lookAtSchedule();
  }
}

/** The machine sleeps, and wakes for as long as it takes to be quiet. */
async function sleep(hours: number): Promise<void> {
  time.now += hours * 60 * MINUTE_MS;
  await pass(8);
}

/** What was done by itself, oldest first. */
async function done(): Promise<string[]> {
  const jobs = (await client().jobs.list()).filter(({ kind }) => kind !== 'sample');
  return jobs.map(({ kind, state }) => `${kind} ${state}`).toReversed();
}

beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  folder = backupsBeside(path);
  time = { now: Date.parse('2026-03-25T03:00Z'), elapsed: 0 };
  await open();
  await service.finished(service.startSample({ records: 200, from: '2025-05-01', to: '2025-05-31', seed: 5 }));
});
afterEach(async () => {
  await service.close();
  remove();
  rmSync(folder, { recursive: true, force: true });
});

const client = () => createRouterClient(service.router, { context: {} });

async function run(task: TaskName): Promise<Job | null> {
  const { jobId } = await client().schedule.run({ task });
  return jobId === null ? null : service.finished(jobId);
}

async function shown(task: TaskName) {
  const { tasks } = await client().schedule.list();
  return tasks.find((each) => each.task === task);
}

test('each task can be run now, and its last run is shown, also to who reads beside', async () => {
  await client().maintenance.planBackups({ folder });
  for (const task of ['backup', 'integrity', 'optimise', 'drill', 'vacuum'] as const) {
    expect(await run(task), task).toMatchObject({ state: 'done' });
  }
  expect((await shown('optimise'))?.last?.message).toMatch(/^The keys of \d+ indexes of live were counted anew/);
  const beside = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'read' });
  try {
    const { tasks } = await createRouterClient(beside.router, { context: {} }).schedule.list();
    expect(tasks.filter(({ last }) => last?.state === 'done').map(({ task }) => task)).toEqual(
      taskNames.filter((task) => task !== 'rollOver'),
    );
  } finally {
    await beside.close();
  }
});

test('after an end that was none the full check is done in the next quiet moment, once', async () => {
  await service.close();
  writeFileSync(join(path, 'open.mark'), ''); // as a program leaves it that is killed
  await open();
  await expect.poll(done).toEqual(['quickCheck done']);
  const owed = { isOwed: true, waitsFor: 'quiet', nextRunAt: null };
  await expect.poll(() => shown('integrity')).toMatchObject(owed); // once that check is over
  await pass(8);
  expect(await done()).toEqual(['quickCheck done', 'integrity done']);
  expect(await shown('integrity')).toMatchObject({ isOwed: false, waitsFor: null });
  await pass(8);
  expect(await done()).toHaveLength(2);
});

test('what needs a folder or a limit says so until it is set; a rule is changed, or refused in words', async () => {
  expect(await shown('backup')).toMatchObject({ isOn: true, needs: 'backupFolder', nextRunAt: null });
  await client().maintenance.planBackups({ folder });
  expect(await shown('backup')).toMatchObject({ needs: null, nextRunAt: expect.stringMatching(/Z$/), last: null });
  await client().schedule.change({ task: 'rollOver', isOn: true });
  expect(await shown('rollOver')).toMatchObject({ isOn: true, needs: 'limitOfLive', nextRunAt: null });
  expect(await run('rollOver')).toBeNull();
  await client().settings.change({ keepYearsInLive: 100, keepGigabytesInLive: 1 });
  expect(await shown('rollOver')).toMatchObject({ needs: null, nextRunAt: expect.stringMatching(/Z$/) });
  await run('rollOver');
  await expect.poll(done).toEqual(['rollOver done', 'rollOver done']); // by years, and by size

  const { tasks } = await client().schedule.change({ task: 'integrity', rule: '15 4 * * 6' });
  expect(tasks.find(({ task }) => task === 'integrity')).toMatchObject({ rule: '15 4 * * 6', isOn: true });
  const refused = await client()
    .schedule.change({ task: 'integrity', rule: '15 4 * *' })
    .catch((error: unknown) => appErrorOf(error));
  expect(refused).toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringMatching(/is no rule\. It has five parts/),
  });
  expect(await client().schedule.preview({ rule: '15 4 * *' })).toEqual({ trouble: 'parts', runs: [] });
  expect((await client().schedule.preview({ rule: '15 4 * * 6' })).runs).toHaveLength(3);
});

test('a store is looked after by itself, night by night, over restarts and clocks that are wrong', async () => {
  await client().schedule.change({ task: 'optimise', rule: '30 2 * * *' });
  await pass(1);
  expect(await done()).toEqual([]);
  await sleep(24);
  expect(await done()).toEqual(['optimise done']);
  await service.close();
  await open();
  await pass(8);
  expect(await done(), 'done already').toEqual(['optimise done']);
  await sleep(4 * 24);
  const ofTheWeek = ['optimise done', 'integrity done', 'optimise done'];
  expect(await done(), 'a Sunday, with four nights behind it').toEqual(ofTheWeek);
  time.now -= 3 * 24 * 60 * MINUTE_MS;
  await pass(8);
  expect(await done(), 'the clock went back').toEqual(ofTheWeek);
  await sleep(24);
  expect(await done(), 'a night that was slept through before').toEqual([...ofTheWeek, 'optimise done']);
});

test('VACUUM is left out by the clock where it gives nothing back, and not by a person; a job says who began it', async () => {
  for (const task of ['vacuum', 'optimise'] as const) {
    await client().schedule.change({ task, isOn: true, rule: '0 3 * * *' });
  }
  await run('vacuum');
  await pass(1);
  await sleep(24);
  const ran = (await client().jobs.list()).filter(({ kind }) => kind !== 'sample');
  expect(ran.map(({ kind, scheduled = false }) => [kind, scheduled]).toReversed()).toEqual([
    ['vacuum', false],
    ['optimise', true],
  ]);
  expect(await shown('vacuum')).toMatchObject({ last: { state: 'done' }, waitsFor: null });
});

test('who asks is not disturbed', async () => {
  await client().maintenance.planBackups({ folder });
  await pass(1);
  time.now += 24 * 60 * MINUTE_MS;
  for (let minute = 0; minute < 20; minute++) {
    await client().query.run({ measures: ['records'] });
    await pass(1);
  }
  expect(await done()).toEqual([]);
  expect(await shown('backup')).toMatchObject({ waitsFor: 'quiet', nextRunAt: null });
  await pass(6);
  expect(await done()).toEqual(['backup done']);
});
