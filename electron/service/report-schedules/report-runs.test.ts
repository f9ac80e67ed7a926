import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import type { ReportSchedule, ReportWhen } from '../../../shared/contract/report-schedules.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { JobRunner } from '../job-runner.ts';
import { MemoryFile } from '../schedule/memory-file.ts';
import { taskMemorySchema } from '../schedule/occurrences.ts';
import { HistoryFile } from './history-file.ts';
import { ReportRuns } from './report-runs.ts';
import { SchedulesFile } from './schedules-file.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let path: string;
let folder: string;
let remove: () => void;
let time: { now: number; elapsed: number; zone: string };
let failures: unknown[];
/** How often something new was told. */
let told: number;
/** What goes wrong when a file is written; null where nothing does. */
let trouble: Error | null;
/** Settles to let the writing go on, where it is to be held. */
let hold: Promise<void> | null;
let jobs: JobRunner;
let runs: ReportRuns;
let schedules: SchedulesFile;
let history: HistoryFile;
const never = () => false;

function open(): void {
  jobs = new JobRunner(
    () => {},
    async () => {},
  );
  const fail = (error: unknown) => failures.push(error);
  schedules = new SchedulesFile(join(path, 'report-schedules.json'));
  history = new HistoryFile(join(path, 'report-history.jsonl'), fail);
  runs = new ReportRuns({
    clock: { now: () => time.now, elapsed: () => time.elapsed, zone: () => time.zone },
    schedules,
    history,
    jobs,
    memory: new MemoryFile(join(path, 'report-runs.json'), z.record(z.string(), taskMemorySchema), fail),
    async write(_schedule, { from, to, shift }, file, { onCancel, checkCancelled }) {
      let isCancelled = false;
      onCancel(() => {
        isCancelled = true;
      });
      writeFileSync(file, [from, to, shift].join(' '));
      if (hold) await hold;
      if (isCancelled) checkCancelled();
      if (trouble) throw trouble;
      return { rows: 3, bytes: 20, asOf: '2026-05-10T00:00:00.000Z' };
    },
    onTold: () => told++,
    onFailure: fail,
  });
}

const schedule = (more: Partial<ReportSchedule> = {}): ReportSchedule => ({
  id: '7c9a1f0e-7d55-4a45-9c3b-000000000001',
  name: 'Scrap',
  question: { of: 'report', query: { measures: ['scrapRate'], dimensions: ['line'], filters: [], orderBy: [] } },
  view: { screen: 'explore', params: '' },
  range: 'yesterday',
  format: 'csv',
  folder,
  when: { by: 'rule', rule: '0 6 * * *' },
  wording: { language: 'en', locale: 'en-GB' },
  isOn: true,
  ...more,
});

/** Looks, and does one thing that is due, as the scheduler does. */
async function look(isStopping: () => boolean = never): Promise<void> {
  const [next] = await runs.due();
  await next?.run(isStopping);
}
async function pass(ms: number): Promise<void> {
  time.now += ms;
  time.elapsed += ms;
  await look();
}
const files = () => readdirSync(folder).toSorted();

beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  folder = join(path, 'to');
  mkdirSync(folder);
  time = { now: Date.parse('2026-05-10T10:00Z'), elapsed: 0, zone: 'Europe/Berlin' };
  [failures, told, trouble, hold] = [[], 0, null, null];
  open();
});
afterEach(() => {
  expect(failures).toEqual([]);
  remove();
});

async function keep(more: Partial<ReportSchedule> = {}): Promise<void> {
  await schedules.save(schedule(more));
  await look();
}

it('writes a report at its time, once, of the days before it', async () => {
  await keep();
  await pass(HOUR_MS);
  expect(files()).toEqual([]);
  await pass(DAY_MS);
  await look();
  expect(files()).toEqual(['Scrap 2026-05-10.csv']);
  expect((await history.read())[0]).toMatchObject({
    due: '2026-05-11T06:00',
    state: 'written',
    file: join(folder, 'Scrap 2026-05-10.csv'),
    rows: 3,
    bytes: 22,
    from: '2026-05-10',
  });
});

it('catches up with every run that was slept through, oldest first, and with the newest of very many', async () => {
  await keep();
  time.now += 3 * DAY_MS;
  for (let looks = 0; looks < 6; looks++) await look();
  expect(files()).toEqual(['Scrap 2026-05-10.csv', 'Scrap 2026-05-11.csv', 'Scrap 2026-05-12.csv']);
  expect((await history.read()).map(({ due }) => due)).toEqual([
    '2026-05-13T06:00',
    '2026-05-12T06:00',
    '2026-05-11T06:00',
  ]);
  time.now += 100 * DAY_MS;
  for (let looks = 0; looks < 60; looks++) await look();
  expect(files()).toHaveLength(3 + 31);
});

describe('when the clock jumps', () => {
  it.each(['2026-03-27T12:00Z', '2026-10-23T12:00Z'])(
    'a night that leaves the time out, or shows it twice, has one report (from %s)',
    async (from) => {
      time.now = Date.parse(from);
      await keep({ when: { by: 'rule', rule: '30 2 * * *' } });
      for (let halfHours = 0; halfHours < 3 * 48; halfHours++) await pass(HOUR_MS / 2);
      expect(files()).toHaveLength(3);
    },
  );

  it('back over a time that has passed, it is not written again; on again, none is left out', async () => {
    await keep();
    await pass(DAY_MS);
    expect(files()).toHaveLength(1);
    time.now -= 12 * HOUR_MS;
    for (let hours = 0; hours < 24; hours++) await pass(HOUR_MS);
    expect(files()).toHaveLength(1);
    await pass(DAY_MS);
    expect(files()).toEqual(['Scrap 2026-05-10.csv', 'Scrap 2026-05-11.csv']);
  });
});

it('names what is of a shift after it, and writes after each', async () => {
  const when: ReportWhen = {
    by: 'shiftEnd',
    shifts: [
      { shift: 'Early', endsAt: '14:00', day: 'same' },
      { shift: 'Night', endsAt: '06:00', day: 'before' },
    ],
    minutesAfter: 15,
  };
  await keep({ when, range: 'shift' });
  for (let hours = 0; hours < 24; hours++) await pass(HOUR_MS);
  expect(files()).toEqual(['Scrap 2026-05-10 Early.csv', 'Scrap 2026-05-10 Night.csv']);
  expect(readFileSync(join(folder, 'Scrap 2026-05-10 Night.csv'), 'utf8')).toBe('2026-05-10 2026-05-10 Night');
});

describe('what cannot be written', () => {
  const shown = async () => (await runs.list(() => 'quiet'))[0];

  it('waits for a folder that is away, is told once, and is written when it is back', async () => {
    await keep();
    renameSync(folder, `${folder}-away`);
    await pass(DAY_MS);
    for (let minutes = 0; minutes < 30; minutes++) await pass(MINUTE_MS);
    expect(await shown()).toMatchObject({ waitsFor: 'folder', trouble: `${folder} is not there.` });
    expect((await history.read()).map(({ state, message }) => [state, message])).toEqual([
      ['failed', `${folder} is not there.`],
    ]);
    renameSync(`${folder}-away`, folder);
    await pass(MINUTE_MS);
    expect(files()).toEqual(['Scrap 2026-05-10.csv']);
    expect(await shown()).toMatchObject({ waitsFor: null, trouble: null, last: { state: 'written' } });
  });

  it('waits for room on a full disk, ever longer, and leaves nothing half-written there', async () => {
    await keep();
    trouble = new AppError('DISK_FULL', 'The disk of the store is full.');
    await pass(DAY_MS);
    const words = `The disk of ${folder} is full. Nothing half-written was kept there.`;
    expect(files()).toEqual([]);
    expect((await shown())?.trouble).toBe(words);
    for (let minutes = 0; minutes < 4; minutes++) await pass(MINUTE_MS);
    trouble = null;
    await look();
    expect(files(), 'not before its time').toEqual([]);
    await pass(MINUTE_MS);
    expect(files()).toEqual(['Scrap 2026-05-10.csv']);
    expect((await history.read()).map(({ message }) => message)).toEqual(['', words]);
  });

  it('is tried at once in another folder', async () => {
    await keep();
    trouble = new AppError('DISK_FULL', 'The disk of the store is full.');
    await pass(DAY_MS);
    trouble = null;
    const other = join(path, 'other');
    mkdirSync(other);
    await schedules.save(schedule({ folder: other }));
    await look();
    expect(readdirSync(other), 'not while it waits').toEqual([]);
    runs.tryAgain(schedule().id);
    await look();
    expect(readdirSync(other)).toEqual(['Scrap 2026-05-10.csv']);
  });

  it('for another reason has failed, and the next is tried at its own time', async () => {
    await keep();
    trouble = new AppError('INVALID_QUERY', 'The query cannot be asked.');
    await pass(DAY_MS);
    await pass(HOUR_MS);
    expect(await history.read()).toMatchObject([{ state: 'failed', message: 'The query cannot be asked.' }]);
    trouble = null;
    await pass(DAY_MS);
    expect(files()).toEqual(['Scrap 2026-05-11.csv']);
  });
});

it('never writes over a file, also when a person runs it again', async () => {
  await keep();
  await jobs.finished(runs.start(schedule()));
  await jobs.finished(runs.start(schedule()));
  expect(files()).toEqual(['Scrap 2026-05-09 (2).csv', 'Scrap 2026-05-09.csv']);
  await pass(DAY_MS);
  expect(files(), 'by hand is no run of the clock').toContain('Scrap 2026-05-10.csv');
});

it('lists what failed until it is written, paused or taken away, and tells of each change', async () => {
  await keep();
  expect(await runs.failed()).toEqual([]);
  renameSync(folder, `${folder}-away`);
  await pass(DAY_MS);
  expect([await runs.failed(), told]).toEqual([['Scrap'], 1]);
  await schedules.turn(schedule().id, false);
  expect(await runs.failed()).toEqual([]);
  await schedules.turn(schedule().id, true);
  renameSync(`${folder}-away`, folder);
  await jobs.finished(runs.start(schedule()));
  expect([await runs.failed(), told]).toEqual([[], 2]);
  writeFileSync(join(path, 'report-schedules.json'), 'spoilt');
  expect(await runs.failed()).toBeNull();
});

describe('the program ends', () => {
  it('in a run, which begins anew after the next start', async () => {
    await keep();
    const { promise, resolve } = Promise.withResolvers<void>();
    hold = promise;
    time.now += DAY_MS;
    const going = look(() => true);
    while (jobs.active().length === 0) await new Promise((resolve) => setImmediate(resolve));
    const drained = jobs.drain();
    resolve();
    await Promise.all([going, drained]);
    expect(files()).toEqual([]);
    hold = null;
    open();
    await look();
    expect(files()).toEqual(['Scrap 2026-05-10.csv']);
  });

  it('after a report was written and before that is remembered: it is not written twice', async () => {
    await keep();
    const before = readFileSync(join(path, 'report-runs.json'), 'utf8');
    await pass(DAY_MS);
    const memory = JSON.parse(before);
    memory[schedule().id].begun = { run: '2026-05-11T06:00', jobId: 'x', tries: 1 };
    writeFileSync(join(path, 'report-runs.json'), JSON.stringify(memory));
    open();
    await look();
    await look();
    expect(files()).toEqual(['Scrap 2026-05-10.csv']);
  });
});

it('is paused and goes on with the present, and refuses what could never be written', async () => {
  await keep();
  await schedules.turn(schedule().id, false);
  await pass(3 * DAY_MS);
  await schedules.turn(schedule().id, true);
  await look();
  await look();
  expect(files()).toEqual([]);
  await expect(schedules.save(schedule({ id: crypto.randomUUID() }))).rejects.toThrow("a report named 'Scrap' already");
  await expect(schedules.save(schedule({ folder: 'reports' }))).rejects.toThrow('does not say where the folder is');
  await expect(schedules.save(schedule({ folder: join(path, 'no') }))).rejects.toThrow('is not there');
  await expect(schedules.save(schedule({ when: { by: 'rule', rule: '0 6 * *' } }))).rejects.toThrow('five parts');
});
